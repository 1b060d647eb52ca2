/** The numbers that choosing candidates by their words rests on. What ranking rests on is learned (models/ranker.json). */
export const WEIGHTS = {
  /** A name weighs more than a word as rare: names are what questions are about. */
  name: 1.2,
  /** Words of asking ("date", "happened") weigh little. */
  asking: 0.25,
  /** A number or year counts as a word of middling rarity at most: many events share it by chance. */
  number: 0.8,
  /** What an event outside the asked time keeps: just beside it, and far from it. */
  besideSpan: 0.75,
  outsideSpan: 0.4,
  /** What an event far outside a time keeps that may be part of a name. */
  outsideHint: 0.7,
  /** What a match late in a long text keeps. */
  late: 0.85,
  /** The place after which a match is late. */
  latePlace: 45,
} as const;

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
