import type { NewsEvent } from '../../events/event.js';
import { type Aligned, align } from './aligned.js';
import type { Asking } from './asking.js';
import { holdsAnswer, weighed } from './candidate.js';
import { isChinese } from './chinese/chinese-text.js';
import { askedDeed } from './deed/asked-deed.js';
import { mayState, stated } from './deed/stated.js';
import { candidatesOf } from './direct-answer.js';
import type { Similarity } from './likeness.js';
import { type Token, tagText } from './tagged-text.js';

/** How much a word of the question matters: its rarity among the events (natural logarithm), or any measure on that scale. */
export type Weigh = (word: Token) => number;

/** What speaks for and against an event stating what is asked; each from 0 to 1. */
export interface Evidence {
  /** The share of the question's names that the event says; 1 where it has none. */
  readonly names: number;
  /** How well the event says the question's verbs; 1 where it has none. */
  readonly verbs: number;
  /** How much of the question the event says in all, not as a share: 1 for about six rare words. */
  readonly amount: number;
  /** The share of the question's figures and ordinals, years apart, that the event does not have. */
  readonly numbers: number;
  /** The share of the question's years that are neither the event's nor in its text. */
  readonly year: number;
  /** How surely the event holds an answer of the wanted kind (`holdsAnswer`); 0.6 where any event has one. */
  readonly answer: number;
  /** How surely it states the deed asked of as done (`stated`); null where no deed is asked of. */
  readonly deed: number | null;
}

export interface Verdict {
  /** How likely the event states what is asked, 0 to 1, where as many questions have no answer as have one. */
  readonly probability: number;
  readonly evidence: Evidence;
}

/**
 * Logistic regression on questions answered by the event found first and questions that nothing answers. Figures for
 * the share of words said have no weight of their own: a near miss shares as many words as an answer.
 */
const WEIGHTS = { names: 0.6, verbs: 0.3, amount: 0.9, numbers: -0.4, year: -0.85, answer: 2.1, base: -2.2 };

/** The weight of about six rare words. */
const AMPLE = 40;

/** Weighs whether an event states what a question asks, not merely shares its words. */
export function verify(
  asking: Asking,
  event: NewsEvent,
  {
    similar,
    weigh = plainWeight,
  }: { readonly similar?: Similarity | undefined; readonly weigh?: Weigh } = {},
): Verdict {
  const evidence = gather(align(asking, event.sentence, similar), event, weigh, similar);
  return { evidence, probability: 1 / (1 + Math.exp(-weighed({ ...evidence, deed: 0, base: 1 }, WEIGHTS))) };
}

const plainWeight: Weigh = (word) => (word.capital ? 8 : 4);

interface Said {
  readonly word: Token;
  readonly weight: number;
  readonly fit: number;
}

function gather(aligned: Aligned, event: NewsEvent, weigh: Weigh, similar?: Similarity): Evidence {
  const { asking } = aligned;
  const around = align(asking, aroundSentence(event), similar);
  const words: Said[] = asking.content
    .map((word, i) => ({
      word,
      weight: weigh(word),
      fit: Math.max(aligned.covered[i] ?? 0, 0.9 * (around.covered[i] ?? 0)),
    }))
    .filter(({ word }) => !TIME_WORD.test(word.lower) && word.lemma !== asking.head);
  return {
    names: share(words.filter(({ word }) => word.capital && word.pos !== 'VERB')),
    verbs: share(words.filter(({ word }) => word.pos === 'VERB')),
    amount: Math.min(1, words.reduce((sum, { weight, fit }) => sum + weight * fit, 0) / AMPLE),
    numbers: absentFigures(aligned, event),
    year: absentYears(asking, event),
    answer: answerLikelihood(aligned, event, similar),
    deed: deedStated(aligned, similar),
  };
}

/** What an event says besides its sentence. */
function aroundSentence({ headline, sentence, topics, summary }: NewsEvent): string {
  return [headline.replace(sentence, ''), ...topics, summary.slice(0, 600)]
    .filter((text) => text !== '')
    .join('. ');
}

function share(words: readonly Said[]): number {
  const all = words.reduce((sum, { weight }) => sum + weight, 0);
  return all === 0 ? 1 : words.reduce((sum, { weight, fit }) => sum + weight * fit, 0) / all;
}

const YEAR = /^(19|20)\d\d$/;
const TIME_WORD =
  /^((19|20)\d\d|january|february|march|april|may|june|july|august|september|october|november|december|year|month|week|day|time|early|late|summer|winter|spring|autumn)$/;

function absentFigures({ asking, covered }: Aligned, event: NewsEvent): number {
  const text = `${event.headline} ${event.summary}`.toLowerCase();
  const figures = asking.content
    .map((word, i) => ({ word, fit: covered[i] ?? 0 }))
    .filter(({ word }) => /\d/.test(word.lower) && !YEAR.test(word.lower));
  const absent = figures.filter(({ word, fit }) => fit < 1 && !text.includes(word.lower));
  return figures.length === 0 ? 0 : absent.length / figures.length;
}

function absentYears(asking: Asking, event: NewsEvent): number {
  const years = asking.content.map((word) => word.lower).filter((word) => YEAR.test(word));
  const text = `${event.date.slice(0, 4)} ${event.headline} ${event.summary}`;
  return years.length === 0 ? 0 : years.filter((year) => !text.includes(year)).length / years.length;
}

/** The kinds of answer that not every event holds. */
const PARTICULAR: ReadonlySet<string> = new Set(['number', 'place', 'name', 'reason']);

/** Whether a question asks for something that not every event holds: a date, or what happened, any event does. */
export const asksForParticular = ({ wanted }: Asking) => PARTICULAR.has(wanted);

/** How surely an event holds an answer of the kind a question asks for, 0 to 1. */
export function holding(asking: Asking, event: NewsEvent, similar?: Similarity): number {
  return answerLikelihood(align(asking, event.sentence, similar), event, similar);
}

function answerLikelihood(aligned: Aligned, event: NewsEvent, similar?: Similarity): number {
  if (!asksForParticular(aligned.asking)) return 0.6;
  return holdsAnswer(candidatesOf(aligned, event, similar));
}

/** How surely an event states the deed that a question asks of; null where it asks of none. */
export function deedHeld(asking: Asking, event: NewsEvent, similar?: Similarity): number | null {
  const deed = askedDeed(asking);
  if (!deed || isChinese(event.sentence)) return deed && 0;
  if (!mayState(deed, tagText(event.sentence), similar)) return 0;
  return stated(deed, align(asking, event.sentence, similar), similar);
}

function deedStated(aligned: Aligned, similar?: Similarity): number | null {
  const deed = askedDeed(aligned.asking);
  return deed && stated(deed, aligned, similar);
}
