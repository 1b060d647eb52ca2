/**
 * The numbers that ranking rests on. Each is a share of the score of a perfect match, which is 1 for covering every word
 * of the question.
 */
export const WEIGHTS = {
  /** A name weighs more than a word as rare: names are what questions are about. */
  name: 1.2,
  /** Words of asking ("date", "happened") weigh little. */
  asking: 0.25,
  /** A number or year counts as a word of middling rarity at most: many events share it by chance. */
  number: 0.8,
  /** The usual number of words of an event. */
  usualLength: 30,
  /** What an event outside the asked time keeps: just beside it, and far from it. */
  besideSpan: 0.75,
  outsideSpan: 0.4,
  /** What an event far outside a time keeps that may be part of a name. */
  outsideHint: 0.7,
  /** What a match late in a long text keeps. */
  late: 0.85,
  /** The place after which a match is late. */
  latePlace: 45,
  /** Words of the question that stand near one another and in order in the event. */
  near: 0.06,
  /** By how many times an event keeps less for lying outside the asked time (natural logarithm). */
  time: 0.49,
  /** By how many times an event is longer than usual (natural logarithm): a long text holds any word by chance. */
  length: -0.09,
  /** Figures and years of the question that the event lacks; a rare one counts in full. */
  figures: -0.28,
} as const;

/**
 * What meaning counts for, as far as no event says the question in its own words. Fitted with the numbers above on
 * questions in the events' words and in others (listwise logistic regression), each held against questions of other
 * years than it was fitted on.
 */
export const SILENT = {
  /** The event's meaning as a whole. */
  likeness: 0.88,
  /** For each word of the question, the word of the event nearest to it. */
  alike: 2.4,
  /** The same squared, taken off again: one word that is the same should not make up for all the others. */
  nearWords: -1.15,
  /** The words themselves, taken off: then they count no more than words related to them. */
  outright: -0.82,
  /** What likeness counts for before the words are compared one by one. */
  first: 1.5,
} as const;

/** How many events are chosen by the words they share, and how many of all chosen are compared word by word. */
export const CHOSEN = 100;
export const LOOKED_AT = 40;
/** Events are also chosen by their meaning as a whole, unless some event has this share of the question's words. */
export const BY_MEANING = { unlessSaid: 0.6, count: 100 } as const;
/** Terms standing in more than this share of the events choose no candidates while rarer ones do. */
export const COMMON_SHARE = 0.04;

/** The numbers that "what came next" rests on. */
export const SEQUENCE = {
  /** An event this near the best may be the one the question starts from, if it is earlier. */
  anchor: 0.97,
  /** Words shared with the event the question starts from. */
  link: 1.5,
  /** The same story or topic. */
  story: 0.25,
  /** Names weigh more than other words in what links events. */
  name: 2,
  /** What an event of the same day keeps: it may well tell the same thing. */
  sameDay: 0.8,
  /** Days after which an event counts half. */
  fadeDays: 700,
  /** An event that shares less than this with the question and the event it starts from is another story. */
  floor: 0.62,
  /** Of the events that follow, those this near the best are told, and how many at most. */
  least: 0.55,
  most: 8,
} as const;
