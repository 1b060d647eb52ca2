import type { TieKind } from './ties.js';

/** How much a shared feature counts, by its kind. A name of several words counts by its words. */
const KIND: Readonly<Record<TieKind, number>> = { topic: 0, name: 0, part: 1, word: 0.8 };
/** A feature from the topics or the context counts less than one in the sentence. */
const NOT_IN_SENTENCE = 0.6;
/** A feature that no other event has relates nothing, but makes a sentence longer. */
const ONLY_ONE = 0.5;

/**
 * The weight of a feature in an event's vector: its rarity squared, as in TF-IDF where both vectors are weighted.
 *
 * @param rarity from 0 (every event has it) to 1 (two of very many have it).
 * @param events how many events have it.
 */
export function featureWeight(kind: TieKind, rarity: number, events: number, inSentence: boolean): number {
  const place = inSentence ? 1 : NOT_IN_SENTENCE;
  return (events < 2 ? rarity * ONLY_ONE : rarity ** 2) * KIND[kind] * place;
}

/** A feature that more than this share of all events have is left out of comparisons. */
export const MOST_EVENTS = 0.03;

/**
 * Vectors are normalised between their own length and the average: a long sentence tells more than one thing, and is
 * not to be left out for it (pivoted normalisation, Singhal et al. 1996).
 */
export const PIVOT = 0.5;

/** What the same topic adds to a similarity. An editor filed both under it. */
export const SAME_TOPIC = 0.3;
/** What a computed link between two events adds. */
export const LINKED = 0.05;

/** Events within so many days of the chosen one, so similar to it, begin the profile of its story. */
export const CORE = { days: 45, similarity: 0.3, events: 15 };

/** An event so similar to the story's profile belongs to it; first pass, then the second over a better profile. */
export const BELONGS = [0.18, 0.16] as const;

/**
 * What distance in time adds to the similarity needed: days to the story's nearest other event, and to the chosen one, so
 * that a story does not wander off step by step.
 */
export const gapCost = (toNearest: number, toSelf: number) =>
  0.05 * Math.log1p(toNearest / 30) + 0.06 * Math.log1p(toSelf / 120);

/** Where editors filed other events under the same topic, those that they did not have to be so much more alike. */
export const OTHER_TOPIC = 0.1;
/** So many events under one topic say best what the story is about. */
export const NAMED = 4;

/**
 * How much an event has to share with a story beside its strongest feature, so that a place or a name alone relates
 * nothing; more where it is far from the story's other events.
 */
export const breadthNeeded = (days: number) => 0.1 * (0.3 + 0.5 * Math.log1p(days / 60));

/** A story shows at most so many events. */
export const MOST_CLOSE = 80;
/** Events that are only related: so many at most, and so similar and broad at least. */
export const RELATED = { most: 8, similarity: 0.12, breadth: 0.03 };
