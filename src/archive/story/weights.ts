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
/** A name that at most this share of all events have says which story is meant; a more frequent one only for a while. */
export const RARE_NAME = 0.008;

/**
 * Vectors are normalised between their own length and the average: a long sentence says more than one thing, and is
 * not to be left out for it (pivoted normalisation, Singhal et al. 1996).
 */
export const PIVOT = 0.5;

/** Events at least this likely to belong are sure to… */
export const SURE = 0.5;
/**
 * …and from this probability on an event belongs: lower where this many others are sure to, since then it is known what the
 * story is. Set by reading stories (models/stories.md has the figures).
 */
export const BELONGS = { toFew: 0.5, toMany: 0.15, many: 5 } as const;
/** From this probability on it belongs even where it shares no name with the story: what is only alike in kind seldom does. */
export const WITHOUT_NAME = 0.9;

/** A story shows at most this many events. */
export const MOST_CLOSE = 80;
/** The turning points of a story: at most this many. */
export const MOST_TURNING_POINTS = 10;
/** Events that are only related: at most this many, and at least this likely to belong. */
export const RELATED = { most: 8, from: 0.15 };
