import type { NewsEvent } from '../events/event.js';
import type { Asking } from './direct/asking.js';
import { verify } from './direct/verify.js';
import type { EventIndex } from './event-index.js';
import { OUTRIGHT } from './features.js';
import type { ConceptMatch } from './match.js';
import type { Question } from './question.js';
import { likenessTo, rarityIn } from './question-likeness.js';
import type { Ranked } from './ranking.js';

/** What speaks for and against the first event found answering a question, each about 0 to 1. */
export interface Signs {
  /** Names in the question that no event has at all. */
  readonly unknownNames: number;
  /** The share of the question's years that are not the event's. */
  readonly wrongYear: number;
  /** The share of its other figures and ordinals that are not the event's. */
  readonly wrongFigure: number;
  /** How likely the event holds an answer of the kind asked for. */
  readonly holdsAnswer: number;
  /** How well the event says what is asked where any event that fits is an answer: "what happened", a topic. */
  readonly topicSaid: number;
  /** 1 where the event holds hardly anything of the kind asked for. */
  readonly holdsNone: number;
  /** What the event leaves unsaid of the question's capital words, in rare words; one counts in full. */
  readonly namesUnsaid: number;
  /** 1 where a figure is asked for: seldom told, and many others stand near it. */
  readonly asksNumber: number;
  /** What the event leaves unsaid of a question for a date: any event has a date, so it must be the very event. */
  readonly dateUnsaid: number;
  /** How much of the question that is no name the event says, in all: two rare words say more than one. */
  readonly said: number;
  /** What the event leaves unsaid of a brief question: few words name what must be there. */
  readonly briefUnsaid: number;
}

/**
 * Logistic regression over the signs, fitted on questions with and without an answer (in a ratio of five to one). The
 * weights say what each sign is worth from none of it to all of it. How long a question is speaks neither way by itself:
 * a short question that is answered in full is as good as a long one.
 */
const WEIGHTS: Readonly<Record<keyof Signs, number>> = {
  unknownNames: -0.65,
  wrongYear: -3.3,
  wrongFigure: -0.9,
  holdsAnswer: 1.95,
  holdsNone: -0.75,
  topicSaid: 1.6,
  namesUnsaid: -1.35,
  asksNumber: -0.45,
  dateUnsaid: -1.6,
  said: 1.4,
  briefUnsaid: -2.05,
};
const BASE = 0.75;

/** The confidence below which a question counts as not answered. */
export const ANSWERED_FROM = 0.57;

/** How likely the first event found answers the question, 0 to 1, and the signs that rests on. */
export function confidenceIn(
  index: EventIndex,
  question: Question,
  asking: Asking,
  ranked: readonly Ranked[],
): { confidence: number; signs: Signs | null } {
  const [best] = ranked;
  const event = best && index.event(best.event);
  if (!best || !event) return { confidence: 0, signs: null };
  const signs = signsOf(index, question, asking, best, event);
  let sum = BASE;
  for (const name of Object.keys(WEIGHTS) as (keyof Signs)[]) sum += WEIGHTS[name] * signs[name];
  const confidence = 1 / (1 + Math.exp(-sum));
  return { confidence: isOnlyRelated(best) ? confidence * ONLY_RELATED : confidence, signs };
}

/** Many words that are all only related still say something together; so few say nothing. */
const FEW_WORDS = 3;
/** What is left of the confidence in an event with none of a brief question's own words: "bake bread", "thanks!". */
const ONLY_RELATED = 0.5;

function isOnlyRelated(best: Ranked): boolean {
  const carrying = best.matches.filter(({ concept }) => !concept.asking);
  return carrying.length <= FEW_WORDS && carrying.every(({ strength }) => strength < OUTRIGHT);
}

export function signsOf(
  index: EventIndex,
  question: Question,
  asking: Asking,
  best: Ranked,
  event: NewsEvent,
): Signs {
  const carrying = best.matches.filter(({ concept }) => !concept.asking);
  const names = carrying.filter(({ concept }) => concept.name);
  const plain = carrying.filter(({ concept }) => !concept.name && !concept.number);
  const similar = likenessTo(question.concepts, index);
  const { evidence } = verify(asking, event, { similar, weigh: rarityIn(index) });
  const open = OPEN.has(asking.wanted);
  const typed = TYPED.has(asking.wanted);
  const rarest = Math.log(1 + index.size);
  // A sentence begins with a capital whatever its first word is.
  const capitals = carrying.filter(({ concept }) => concept.start > 0 && /^\p{Lu}/u.test(concept.text));
  const unsaid = unsaidShare(carrying);
  const rareWords = plain.reduce((sum, { concept, strength }) => sum + concept.weight * strength, 0);
  return {
    unknownNames: Math.min(1, names.filter(({ concept }) => concept.id === undefined).length),
    wrongYear: evidence.year,
    wrongFigure: evidence.numbers,
    holdsAnswer: typed ? evidence.answer : 0.6,
    topicSaid: open ? Math.min(1, (best.parts['words'] ?? 0) / TOPIC_SAID) : 0,
    holdsNone: typed && evidence.answer < HARDLY ? 1 : 0,
    namesUnsaid: Math.min(1, capitals.reduce(unsaidOf, 0) / rarest),
    asksNumber: asking.wanted === 'number' ? 1 : 0,
    dateUnsaid: asking.wanted === 'date' ? unsaid : 0,
    said: 1 - 1 / (1 + rareWords / rarest),
    briefUnsaid: unsaid * Math.max(0, Math.min(1, (BRIEF.least - carrying.length) / BRIEF.over)),
  };
}

/** An answer less likely than this is hardly one. */
const HARDLY = 0.15;
/** A topic is said when this share of its words is. */
const TOPIC_SAID = 0.6;
/** A question of so many words is no longer brief; with `over` words fewer it is all brief. */
const BRIEF = { least: 8, over: 5 };
const TYPED: ReadonlySet<string> = new Set(['name', 'number', 'place', 'reason']);
const OPEN: ReadonlySet<string> = new Set(['anything', 'what-next', 'what-happened', 'yes-no']);

/** The share of some words' weight that an event does not say; 0 of none. */
function unsaidShare(matches: readonly ConceptMatch[]): number {
  const all = matches.reduce((sum, { concept }) => sum + concept.weight, 0);
  return all === 0 ? 0 : matches.reduce(unsaidOf, 0) / all;
}

const unsaidOf = (sum: number, { concept, strength }: ConceptMatch) => sum + concept.weight * (1 - strength);

/** A plain phrase for what speaks most against an answer. */
export function whyNot(signs: Signs | null): string {
  if (!signs) return 'no event shares a word with the question';
  if (signs.unknownNames > 0) return 'a name in the question stands in no event';
  if (signs.wrongYear > 0 || signs.wrongFigure > 0) return 'the nearest event has another year or figure';
  if (signs.holdsNone > 0) return 'the nearest event does not hold what is asked for';
  if (signs.namesUnsaid > 0.5) return 'the nearest event lacks a name in the question';
  return 'the nearest event says too little of what is asked';
}
