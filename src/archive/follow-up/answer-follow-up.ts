import type { NewsEvent } from '../../events/event.js';
import { chineseAnswer } from '../../search/chinese/chinese-answer.js';
import { longDate } from '../../search/encode/long-date.js';
import type { EventIndex } from '../../search/event-index.js';
import type { Question } from '../../search/question.js';
import type { Ranked } from '../../search/rank/ranked.js';
import { rankAmong } from '../../search/rank-among.js';
import type { SearchEngine } from '../../search/search-engine.js';
import type { Answer, DirectAnswer } from '../answer.js';
import type { AskOptions } from '../archive.js';
import { ANSWERED_FROM, hitsOf, understoodOf } from '../ask.js';
import { holds } from '../story/main-line.js';
import type { Story } from '../story/story.js';
import type { FollowUp } from './read-follow-up.js';

/** What a question goes on from: the events spoken of, the latest first, with the stories they belong to. */
export interface SpokenOf {
  readonly about: readonly [NewsEvent, ...NewsEvent[]];
  /** The story of the latest event, then that of the oldest: in a thread, its own. */
  readonly stories: readonly Story[];
}

/** An event must say this share of a question's own words to be what it is about. */
const SAYS_ENOUGH = 0.5;
/** The share of all events from which on a word is said of anything… */
const OFTEN = 0.004;
/** …in a small archive a larger share, up to this many events: two events there don't make a word common. */
const OFTEN_IN_FEW = { share: 0.05, events: 8 };
/** A short question that points to nothing goes on from what was said only where an event says nearly all of it. */
const SAYS_ALL = 0.85;

/**
 * Answers a question in the light of what was spoken of; null where it turns out to have nothing to do with it. The
 * confidence is the share of the question's words that the event says, on the scale of `ANSWERED_FROM`.
 */
export function answerFollowUp(
  engine: SearchEngine,
  text: string,
  followUp: FollowUp,
  spoken: SpokenOf,
  options: AskOptions,
): Answer | null {
  switch (followUp.kind) {
    case 'next':
      return onward(engine, text, spoken, options, 'after');
    case 'before':
      return onward(engine, text, spoken, options, 'before');
    case 'when':
      return whenItWas(engine, text, spoken, options);
    case 'leaning':
      return leaning(engine, text, followUp.sure, spoken, options);
  }
}

/** The answer to "and then?" where nothing was spoken of before: any event would be a guess. */
export function nothingToGoOnFrom(text: string): Answer {
  return {
    question: text,
    understood: { terms: [], span: null, mended: [] },
    answered: false,
    confidence: 0,
    because: 'nothing was spoken of that it could go on from',
    direct: null,
    hits: [],
    relaxed: false,
  };
}

/** The events of the story on one side of the latest one spoken of, the nearest first. */
function beside({ about: [latest], stories }: SpokenOf, side: 'before' | 'after'): NewsEvent[] {
  // The thread's own story first: going on event by event must not stray from it.
  for (const story of stories.toReversed()) {
    if (!holds(story, latest.id)) continue;
    const line = story.events.filter(({ loose, relation }) => !loose || relation === 'self');
    const at = line.findIndex(
      ({ event, folded }) => event.id === latest.id || folded.some(({ id }) => id === latest.id),
    );
    const part = side === 'after' ? line.slice(at + 1) : line.slice(0, at).reverse();
    if (part.length > 0) return part.map(({ event }) => event);
  }
  return [];
}

/** The events of the story on one side of the latest one spoken of; that one again where it is the story's last or first. */
function onward(
  engine: SearchEngine,
  text: string,
  spoken: SpokenOf,
  { today, limit = 10 }: AskOptions,
  side: 'before' | 'after',
): Answer {
  const question = engine.read(text, today);
  const events = beside(spoken, side);
  const answered = events.length > 0;
  const ranked = rankedAs(engine, answered ? events : [spoken.about[0]]);
  return {
    question: text,
    relaxed: false,
    understood: { ...understoodOf(question), ...pointer(spoken) },
    answered,
    confidence: answered ? 1 : 0,
    because: answered ? `the story ${side} that event` : 'the story ends there',
    ...(!answered && { endOfStory: side === 'after' ? 'last' : 'first' }),
    direct: null,
    hits: hitsOf(engine.index, question, ranked, limit),
  };
}

function whenItWas(engine: SearchEngine, text: string, spoken: SpokenOf, { today }: AskOptions): Answer {
  const [event] = spoken.about;
  const question = engine.read(text, today);
  return {
    question: text,
    relaxed: false,
    understood: { ...understoodOf(question), ...pointer(spoken) },
    answered: true,
    confidence: 1,
    because: 'the day of the event spoken of',
    direct: { text: dayIn(text, event), value: event.date, event, rests: [] },
    hits: hitsOf(engine.index, question, rankedAs(engine, [event]), 1),
  };
}

/** The day of an event as the question's language writes it. */
function dayIn(question: string, event: NewsEvent): string {
  return chineseAnswer(question, event)?.text ?? longDate(event.date);
}

function leaning(
  engine: SearchEngine,
  text: string,
  pointing: boolean,
  spoken: SpokenOf,
  { today, limit = 10 }: AskOptions,
): Answer | null {
  const question = engine.read(text, today);
  const { index } = engine;
  const sure = pointing || saysLittle(index, question);
  const pool = [...spoken.about, ...spoken.stories.flatMap(({ events }) => events.map(({ event }) => event))];
  const numbers = [...new Set(pool)].flatMap(({ path }) => index.numberOf(path) ?? []);
  const ranked = rankAmong(index, question, numbers);
  const [best] = ranked;
  const event = best && index.event(best.event);
  if (!best || !event) return null;
  const saysIt = best.score >= (sure ? SAYS_ENOUGH : SAYS_ALL);
  // An event that says none of the words may still hold the answer: "how many were hurt?" of one that mentions wounded.
  const meant = saysIt ? event : spoken.about[0];
  const { direct: found, open, asksDay } = engine.readByGrammar(text, meant);
  const direct = found && (saysIt || sure) && !isPointedTo(text, found, spoken) ? found : null;
  const hasOwnWords = best.matches.some(({ concept }) => !concept.asking);
  const answered = saysIt ? direct !== null || hasOwnWords || open : direct !== null && !asksDay;
  if (!answered && !sure) return null;
  const first = index.numberOf(meant.path);
  const order = ranked.toSorted((a, b) => Number(b.event === first) - Number(a.event === first));
  return {
    question: text,
    relaxed: false,
    // Another event that has the question's own words was found without the context.
    understood: {
      ...understoodOf(question),
      ...(pointing || !saysIt || event === spoken.about[0] ? pointer(spoken) : {}),
    },
    answered,
    confidence: answered ? ANSWERED_FROM + (1 - ANSWERED_FROM) * best.score : ANSWERED_FROM * best.score,
    because: answered
      ? 'what was spoken of says what is asked'
      : 'nothing that was spoken of says what is asked',
    direct: answered ? direct : null,
    hits: hitsOf(index, question, order, limit),
  };
}

/** Whether a question's own words are in too many events to ask about one of them: "how many died?". */
function saysLittle({ vocabulary, size }: EventIndex, { concepts }: Question): boolean {
  const own = concepts.filter(({ asking }) => !asking);
  const often = Math.max(OFTEN * size, Math.min(OFTEN_IN_FEW.share * size, OFTEN_IN_FEW.events));
  return own.every(({ id }) => id !== undefined && vocabulary.eventsWith(id) > often);
}

/** Whether an answer is only the person that "him" or "her" means: nobody asks "who praised her?" to hear her name. */
function isPointedTo(question: string, { text }: DirectAnswer, { about: [latest] }: SpokenOf): boolean {
  return /\b(?:him|her|his|them|their)\b/i.test(question) && latest.sentence.includes(text);
}

/** What "it" was read as. */
const pointer = ({ about: [latest] }: SpokenOf) => ({ about: latest });

/** Events in an order of their own as the index ranks them. */
function rankedAs({ index }: SearchEngine, events: readonly NewsEvent[]): Ranked[] {
  return events.flatMap(({ path }): Ranked[] => {
    const event = index.numberOf(path);
    return event === undefined ? [] : [{ event, score: 1, parts: {}, matches: [] }];
  });
}
