import type { NewsEvent } from '../events/event.js';
import type { Asking } from './direct/asking.js';
import { verify } from './direct/verify.js';
import type { EventIndex } from './event-index.js';
import type { ConceptMatch } from './match.js';
import type { Question } from './question.js';
import { likenessTo, rarityIn } from './question-likeness.js';
import type { Ranked } from './ranking.js';

/** What speaks for and against the first event found answering a question, each about 0 to 1. */
export interface Signs {
  /** Names in the question that no event has at all. */
  readonly unknownNames: number;
  /** 1 where a figure or a year of the question is not the event's. */
  readonly wrongFigure: number;
  /** The event has the question's names, but not what is asked about them: the near miss. */
  readonly namesAlone: number;
  /** 1 where the question has no name: then it describes, and other words are to be expected. */
  readonly describes: number;
  /** How much of the question that is no name is missing. */
  readonly unsaid: number;
  /** How likely the event holds an answer of the kind asked for. */
  readonly holdsAnswer: number;
  /** How far the event stands out from the next one. */
  readonly standsOut: number;
  /** 1 where any event that fits is an answer: "what happened", a topic. */
  readonly open: number;
  /** How many words the question has: what fits many words fits better than what fits few. */
  readonly words: number;
}

/**
 * Logistic regression over the signs, fitted on questions with and without an answer (in a ratio of five to one). The
 * weights say what each sign is worth from none of it to all of it.
 */
const WEIGHTS: Readonly<Record<keyof Signs, number>> = {
  unknownNames: -1.58,
  wrongFigure: -1.22,
  namesAlone: -0.19,
  describes: 0.82,
  unsaid: 1.84,
  holdsAnswer: 1.69,
  standsOut: 1.0,
  open: 1.19,
  words: 1.17,
};
const BASE = -0.5;

/** The confidence below which a question counts as not answered. */
export const ANSWERED_FROM = 0.69;

/** How likely the first event found answers the question, 0 to 1, and the signs that rests on. */
export function confidenceIn(
  index: EventIndex,
  question: Question,
  asking: Asking,
  ranked: readonly Ranked[],
): { confidence: number; signs: Signs | null } {
  const [best, next] = ranked;
  const event = best && index.event(best.event);
  if (!best || !event) return { confidence: 0, signs: null };
  const signs = signsOf(index, question, asking, best, event, next?.score ?? 0);
  let sum = BASE;
  for (const name of Object.keys(WEIGHTS) as (keyof Signs)[]) sum += WEIGHTS[name] * signs[name];
  return { confidence: 1 / (1 + Math.exp(-sum)), signs };
}

function signsOf(
  index: EventIndex,
  question: Question,
  asking: Asking,
  best: Ranked,
  event: NewsEvent,
  nextScore: number,
): Signs {
  const carrying = best.matches.filter(({ concept }) => !concept.asking);
  const names = carrying.filter(({ concept }) => concept.name);
  const figures = carrying.filter(({ concept }) => concept.number);
  const others = carrying.filter(({ concept }) => !concept.name && !concept.number);
  const similar = likenessTo(question.concepts, index);
  const { evidence } = verify(asking, event, { similar, weigh: rarityIn(index) });
  const unsaid = others.reduce((sum, { concept, strength }) => sum + concept.weight * (1 - strength), 0);
  return {
    unknownNames: Math.min(1, names.filter(({ concept }) => concept.id === undefined).length),
    wrongFigure: Math.max(
      evidence.numbers,
      evidence.year,
      figures.some(({ strength }) => strength < 0.5) ? 1 : 0,
    ),
    namesAlone: names.length > 0 ? said(names) * (1 - said(others)) : 0,
    describes: names.length === 0 ? 1 : 0,
    unsaid: Math.min(1, unsaid / (AMPLE * Math.log(1 + index.size))),
    holdsAnswer: TYPED.has(asking.wanted) ? evidence.answer : 0.6,
    standsOut: Math.min(1, (best.score - nextScore) / 0.3),
    open: OPEN.has(asking.wanted) ? 1 : 0,
    words: Math.min(1, carrying.length / 12),
  };
}

/** Of so many of the rarest words a question may miss, all count. */
const AMPLE = 4;
const TYPED: ReadonlySet<string> = new Set(['name', 'number', 'place', 'reason']);
const OPEN: ReadonlySet<string> = new Set(['anything', 'what-next', 'what-happened', 'yes-no']);

/** The share of some words' weight that an event says; 1 of none. */
function said(matches: readonly ConceptMatch[]): number {
  const all = matches.reduce((sum, { concept }) => sum + concept.weight, 0);
  const found = matches.reduce((sum, { concept, strength }) => sum + concept.weight * strength, 0);
  return all === 0 ? 1 : found / all;
}

/** A plain phrase for what speaks most against an answer. */
export function whyNot(signs: Signs | null): string {
  if (!signs) return 'no event shares a word with the question';
  if (signs.unknownNames > 0) return 'a name in the question stands in no event';
  if (signs.wrongFigure > 0) return 'the nearest event has another year or figure';
  if (signs.holdsAnswer < 0.2) return 'the nearest event does not hold what is asked for';
  if (signs.namesAlone > 0.3) return 'the nearest event has the names, but not what is asked about them';
  return 'the nearest event says too little of what is asked';
}
