import type { CalendarDate } from '../../events/calendar-date.js';
import type { Decision } from '../../search/decide/decider.js';
import type { IntentReading } from '../../search/intent/intent.js';
import type { Question } from '../../search/question.js';
import type { Ranked } from '../../search/rank/ranked.js';
import type { SearchEngine } from '../../search/search-engine.js';
import type { ChoiceModel } from './choice-model.js';
import { type Chosen, choicesFor } from './choices.js';
import type { Said } from './spoken-context.js';

/** Ways this near to one another in probability lead to an event as surely. */
const AS_SURELY = 0.1;

/** A leaning question written out, with what was found for it. */
export interface Understanding {
  readonly text: string;
  readonly question: Question;
  /** The events found in any way, the likeliest first. */
  readonly ranked: readonly Ranked[];
  readonly decision: Decision;
}

/**
 * Writes a leaning question out and finds what answers it: of all ways to write it out and all events found for them, the
 * pair that is likeliest in the light of what was said. Null where there is nothing to put in.
 */
export async function understand(
  engine: SearchEngine,
  model: ChoiceModel,
  text: string,
  reading: IntentReading,
  said: Said,
  today: CalendarDate,
): Promise<Understanding | null> {
  const choices = await choicesFor(engine, text, reading, said, today);
  const weighed = choices
    .map((choice) => ({ ...choice, answers: model.answers(choice.row) }))
    .sort((a, b) => b.answers - a.answers);
  const [likeliest, ...others] = weighed;
  if (!likeliest) return null;
  const best = plainest(choices, likeliest, others);
  const { attempt } = best;
  const ranked: Ranked[] = [];
  const known = new Set<number>();
  for (const { hit, answers: score } of [...weighed, ...attempt.ranked.map((hit) => ({ hit, answers: 0 }))]) {
    if (known.has(hit.event)) continue;
    known.add(hit.event);
    ranked.push({ ...hit, score: score > 0 ? score : Math.exp(hit.score - 20) });
  }
  return {
    text: attempt.rewrite.text,
    question: attempt.question,
    ranked,
    decision: firstOf(engine, best),
  };
}

interface Weighed extends Chosen {
  readonly answers: number;
}

/** Of the ways that lead to the likeliest event about as surely, the one that was tried first: it says most plainly what was meant. */
function plainest(tried: readonly Chosen[], likeliest: Weighed, others: readonly Weighed[]): Weighed {
  const same = others.filter(
    ({ hit, answers }) => hit.event === likeliest.hit.event && answers >= likeliest.answers - AS_SURELY,
  );
  const order = ({ attempt }: Weighed) => tried.findIndex((choice) => choice.attempt === attempt);
  return [likeliest, ...same].reduce((a, b) => (order(b) < order(a) ? b : a));
}

/** What is decided about an event of an attempt, as if it came first. */
export function firstOf(engine: SearchEngine, { attempt: { question, ranked }, hit }: Chosen): Decision {
  const others = ranked.filter(({ event }) => event !== hit.event);
  return engine.decide(question, [hit, ...others]);
}
