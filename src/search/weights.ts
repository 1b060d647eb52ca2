/**
 * The numbers that ranking rests on. Each is a share of what saying every word of a question counts, which is 1.
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
  near: 0.085,
  /** By how many times an event keeps less for lying outside the asked time (natural logarithm). */
  time: 0.36,
  /** By how many times an event is longer than usual (natural logarithm): a long text holds any word by chance. */
  length: -0.077,
  /** Figures and years of the question that the event lacks; a rare one counts in full. */
  figures: -0.122,
} as const;

/** What a question means beside its words. Fitted with the numbers above, each held against questions of other years. */
export const MEANT = {
  /** The event's meaning as a whole. */
  likeness: 0.475,
  /** What one word of the event says of several by its definition. */
  together: 0.69,
  /** Nearness in use below which a word tells nothing of another. */
  far: 0.2,
  /** What likeness counts for before the words are compared one by one. */
  first: 1,
} as const;

/**
 * What it counts for that an event holds an answer of the kind asked for, how likely any event is taken to hold one, and
 * which are looked at for it: those so near the first, and how many at most.
 */
export const HOLDING = { weight: 0.205, usual: 0.3, near: 0.1, most: 10 } as const;

/** The same for stating the deed asked of as done: that it died, not that it is dead. */
export const DEED = { weight: 0.2, usual: 0.3, near: 0.25, most: 12 } as const;

/** How many events are chosen by the words they share. */
export const CHOSEN = 60;
/** Events are also chosen by their meaning as a whole, unless some event has this share of the question's words. */
export const BY_MEANING = { unlessSaid: 0.6, count: 150 } as const;
/** How many of all chosen are compared word by word, where some event says the question in its words and where none does. */
export const COMPARED = { said: 15, unsaid: 80 } as const;
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
