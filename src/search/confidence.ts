import { inSpan } from '../events/date-span.js';
import type { NewsEvent } from '../events/event.js';
import { asksAboutAsker } from './about-asker.js';
import type { Asking } from './direct/asking.js';
import { onlyDeed } from './direct/deed/asked-deed.js';
import { verify } from './direct/verify.js';
import type { EventIndex } from './event-index.js';
import { OUTRIGHT } from './features.js';
import type { WordNet } from './lexicon/wordnet.js';
import type { ConceptMatch } from './match.js';
import { isOfTime, type Question } from './question.js';
import { likenessTo, rarityIn } from './question-likeness.js';
import type { Ranked } from './ranking.js';
import { rivalName } from './rival-name.js';

/** What speaks against the first event found answering a question, each about 0 to 1. */
export interface Signs {
  /** Names in the question that no event has at all. */
  readonly unknownNames: number;
  /** The share of the question's years that are not the event's. */
  readonly wrongYear: number;
  /** What the event leaves unsaid of the question's capital words, in rare words; one counts in full. */
  readonly namesUnsaid: number;
  /** The event has another name of the same sort where the question's should stand: another town, another country. */
  readonly otherName: number;
  /** What the event leaves unsaid of a brief question: few words name what must be there. */
  readonly briefUnsaid: number;
  /** It is surely about what is named, and yet holds hardly an answer of the kind asked for. */
  readonly nameNotWhere: number;
  readonly nameNotWho: number;
  readonly nameNotWhy: number;
  readonly nameHoldsNone: number;
  /** It says much of the question, and yet holds hardly an answer of the kind asked for. */
  readonly saidNotHeld: number;
  /** The same, where a figure is asked for. */
  readonly saidNotCounted: number;
  /** It is surely about what is named, but not about what happened: any event has a date, so it must be the very event. */
  readonly otherDeed: number;
  /** It tells of the deed asked of, but not as done: that it is planned, refused or long past. */
  readonly undone: number;
  /** It has no word for the deed asked of; it may tell it in other words. */
  readonly untold: number;
}

/**
 * Logistic regression over the signs, fitted on questions with and without an answer. Each sign may only speak against:
 * that few of a question's words stand in an event says nothing for it, be it ever so usual with questions in other words.
 */
const WEIGHTS: Readonly<Record<keyof Signs, number>> = {
  unknownNames: -0.54,
  wrongYear: -3.71,
  namesUnsaid: -0.71,
  otherName: -2.59,
  briefUnsaid: -3.38,
  nameNotWhere: -1.61,
  nameNotWho: -2.03,
  nameNotWhy: -1.3,
  nameHoldsNone: -1.8,
  saidNotHeld: -0.57,
  saidNotCounted: -2.92,
  otherDeed: -2.65,
  undone: -2.94,
  untold: -1.95,
};
const BASE = 3.0;

/** The confidence below which a question counts as not answered. */
export const ANSWERED_FROM = 0.62;

/** How likely the first event found answers the question, 0 to 1, and the signs that rests on. */
export function confidenceIn(
  net: WordNet,
  index: EventIndex,
  question: Question,
  asking: Asking,
  ranked: readonly Ranked[],
): { confidence: number; signs: Signs | null } {
  const [best] = ranked;
  const event = best && index.event(best.event);
  if (!best || !event) return { confidence: 0, signs: null };
  const signs = signsOf(net, index, question, asking, best, event);
  let sum = BASE;
  for (const name of Object.keys(WEIGHTS) as (keyof Signs)[]) sum += WEIGHTS[name] * signs[name];
  const confidence = 1 / (1 + Math.exp(-sum));
  const doubted = isOnlyRelated(best) || asksAboutAsker(question.text);
  return { confidence: doubted ? confidence * DOUBTED : confidence, signs };
}

/** Many words that are all only related still say something together; so few say nothing. */
const FEW_WORDS = 3;
/**
 * What is left of the confidence in an event with none of a brief question's own words ("bake bread", "thanks!"), or in any
 * where the question is about whoever asks.
 */
const DOUBTED = 0.5;

function isOnlyRelated(best: Ranked): boolean {
  const carrying = best.matches.filter(({ concept }) => !concept.asking);
  return (
    carrying.length > 0 &&
    carrying.length <= FEW_WORDS &&
    carrying.every(({ strength }) => strength < OUTRIGHT)
  );
}

/** What speaks against one event answering a question. */
function signsOf(
  net: WordNet,
  index: EventIndex,
  question: Question,
  asking: Asking,
  best: Ranked,
  event: NewsEvent,
): Signs {
  const carrying = best.matches.filter(({ concept }) => !concept.asking);
  const names = carrying.filter(({ concept }) => concept.name && !isOfTime(question, concept));
  const plain = carrying.filter(
    ({ concept }) => !concept.name && !concept.number && concept.word !== asking.head,
  );
  const similar = likenessTo(question.concepts, index);
  const { evidence } = verify(asking, event, { similar, weigh: rarityIn(index) });
  const rarest = Math.log(1 + index.size);
  // A sentence begins with a capital whatever its first word is.
  const capitals = carrying.filter(({ concept }) => concept.start > 0 && /^\p{Lu}/u.test(concept.text));
  const named = Math.min(1, names.reduce(saidOf, 0) / rarest);
  const said = Math.min(1, carrying.reduce(saidOf, 0) / (2 * rarest));
  const typed = TYPED.has(asking.wanted);
  const lacks = typed ? 1 - evidence.answer : 0;
  const apart = plain.map((match) => ({
    ...match,
    strength: Math.max(match.strength, index.meanings.nearness(best.event, match.concept.word)),
  }));
  const { deed } = evidence;
  const needed = asking.wanted === 'name' ? 0 : onlyDeed(asking);
  const wants = (wanted: string) => (asking.wanted === wanted ? 1 : 0);
  const brief = Math.max(0, Math.min(1, (BRIEF.least - carrying.length) / BRIEF.over));
  return {
    unknownNames: Math.min(1, names.filter(({ concept }) => concept.id === undefined).length),
    // Of several years that make one time an event has only one.
    wrongYear: question.time?.certain && inSpan(event.date, question.time.span) ? 0 : evidence.year,
    namesUnsaid: Math.min(1, capitals.reduce(unsaidOf, 0) / rarest),
    otherName: rivalName(net, index, best.event, best.matches) / rarest,
    briefUnsaid: brief * unsaidShare(carrying),
    nameNotWhere: wants('place') * named * lacks,
    nameNotWho: wants('name') * named * lacks,
    nameNotWhy: wants('reason') * named * lacks,
    nameHoldsNone: typed && evidence.answer < HARDLY ? named : 0,
    saidNotHeld: said * lacks,
    saidNotCounted: wants('number') * said * lacks,
    otherDeed: wants('date') * named * unsaidShare(apart),
    undone: deed === 0 ? 0 : needed * Math.max(0, Math.min(1, (STATED.from - (deed ?? 1)) / STATED.over)),
    untold: deed === 0 ? needed : 0,
  };
}

/** An event that states a deed less surely than `from` may not state it; with `over` less it tells that it was not done. */
const STATED = { from: 0.5, over: 0.25 };
/** An answer less likely than this is hardly one. */
const HARDLY = 0.15;
/** A question of so many words is no longer brief; with `over` words fewer it is all brief. */
const BRIEF = { least: 8, over: 5 };
const TYPED: ReadonlySet<string> = new Set(['name', 'number', 'place', 'reason']);

/** The share of some words' weight that an event does not say; 0 of none. */
function unsaidShare(matches: readonly ConceptMatch[]): number {
  const all = matches.reduce((sum, { concept }) => sum + concept.weight, 0);
  return all === 0 ? 0 : matches.reduce(unsaidOf, 0) / all;
}

const saidOf = (sum: number, { concept, strength }: ConceptMatch) => sum + concept.weight * strength;

const unsaidOf = (sum: number, { concept, strength }: ConceptMatch) => sum + concept.weight * (1 - strength);

/** A plain phrase for what speaks most against an answer. */
export function whyNot(signs: Signs | null): string {
  if (!signs) return 'no event shares a word with the question';
  if (signs.unknownNames > 0) return 'a name in the question stands in no event';
  if (signs.wrongYear > 0) return 'the nearest event is of another year';
  if (signs.otherName > 0.3) return 'the nearest event tells of another than the one named';
  if (signs.nameHoldsNone > 0.5) return 'the nearest event does not hold what is asked for';
  if (signs.namesUnsaid > 0.5) return 'the nearest event lacks a name in the question';
  return 'the nearest event says too little of what is asked';
}
