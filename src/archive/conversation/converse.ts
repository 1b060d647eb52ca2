import { type CalendarDate, dayNumber } from '../../events/calendar-date.js';
import type { NewsEvent } from '../../events/event.js';
import type { IntentReading } from '../../search/intent/intent.js';
import type { Question } from '../../search/question.js';
import type { Ranked } from '../../search/rank/ranked.js';
import type { SearchEngine } from '../../search/search-engine.js';
import type { Story } from '../story/story.js';
import type { AskedBefore } from './asked-before.js';
import { rewritesOf } from './rewrite.js';

/** What was said before a question. */
export interface Said {
  /** What the last question asked; null after a date page, a list or a topic. */
  readonly before: AskedBefore;
  /** The event the last answer rests on. */
  readonly event: NewsEvent | null;
  /** Its story. */
  readonly story: Story | null;
}

/** A leaning question written out, with what was found for it. */
export interface Understanding {
  readonly text: string;
  readonly question: Question;
  readonly ranked: readonly Ranked[];
}

/** Ways to write a question out that are tried. */
const TRIED = 4;
/** What the event spoken of is lifted by, and the others of its story, less with every year between: on the scale of the ranker's scores. */
const SPOKEN_OF = 0.5;
const OF_STORY = 0.6;
/** A later way to write it out must be so much surer than an earlier one. */
const SURER = 0.08;

/**
 * Writes a leaning question out and finds what answers it. Of several ways to write it out the one is taken that something
 * answers most surely. Null where there is nothing to put in.
 */
export async function understand(
  engine: SearchEngine,
  text: string,
  reading: IntentReading,
  said: Said,
  today: CalendarDate,
): Promise<Understanding | null> {
  const rewrites = rewritesOf(text, reading, said.before, said.event).slice(0, TRIED);
  const preferred = preferredOf(engine, reading, said);
  let best: (Understanding & { readonly sure: number }) | null = null;
  for (const rewrite of rewrites) {
    const question = engine.read(rewrite, today);
    const ranked = await engine.rank(question, preferred);
    const sure = engine.decide(question, ranked).answers;
    if (best === null || sure > best.sure + SURER) best = { text: rewrite, question, ranked, sure };
  }
  return best;
}

/** The events preferred: those spoken of, where the question is about them and not about another subject or time. */
function preferredOf(
  engine: SearchEngine,
  { leaning }: IntentReading,
  { event, story }: Said,
): Map<number, number> {
  const preferred = new Map<number, number>();
  if (leaning !== 'about-it' && leaning !== 'pointing') return preferred;
  const lift = (path: string, by: number) => {
    const number = engine.index.numberOf(path);
    if (number !== undefined) preferred.set(number, by);
  };
  for (const { event: other, loose } of story?.events ?? []) {
    if (loose || !event) continue;
    const years = Math.abs(dayNumber(other.date) - dayNumber(event.date)) / 365;
    lift(other.path, OF_STORY / (1 + years));
  }
  if (event) lift(event.path, SPOKEN_OF);
  return preferred;
}
