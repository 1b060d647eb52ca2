/** What a question wants from the archive: one event, or several put together in a certain way. */
export const INTENTS = [
  'fact',
  'list',
  'count',
  'superlative',
  'compare',
  'timeline',
  'same-day',
  'led-to',
  'came-of',
  'latest',
] as const;
export type Intent = (typeof INTENTS)[number];

/** The quantity that a superlative or a comparison is about. `size` leaves open which. */
export const QUANTITIES = [
  'none',
  'deaths',
  'strength',
  'money',
  'duration',
  'length',
  'people',
  'speed',
  'size',
  'earliest',
  'latest',
] as const;
export type AskedQuantity = (typeof QUANTITIES)[number];

/**
 * How a message relates to what was said before it: it needs no context, asks the last question again of another time or
 * subject, asks something else about the last event, points to somebody or something named before, names a subject of its
 * own in a time named before, or asks for the source.
 */
export const LEANINGS = [
  'alone',
  'other-time',
  'other-subject',
  'about-it',
  'pointing',
  'same-time',
  'source',
] as const;
export type Leaning = (typeof LEANINGS)[number];

/** What a word of a question is: part of its frame, of its topic, or of one of two things compared. */
export const SLOTS = ['frame', 'topic', 'first', 'second'] as const;
export type Slot = (typeof SLOTS)[number];

/** A word of a question as the classifiers see it. */
export interface IntentWord {
  readonly word: string;
  /** The word itself where it is one of the frame words, else the class it belongs to. */
  readonly key: string;
  /** String indices in the question. */
  readonly start: number;
  readonly end: number;
  readonly slot: Slot;
}

/** What the classifiers make of a question. Probabilities are 0 to 1. */
export interface IntentReading {
  readonly intent: Intent;
  readonly probability: number;
  readonly quantity: AskedQuantity;
  readonly leaning: Leaning;
  readonly leans: number;
  readonly words: readonly IntentWord[];
}
