import { dateParts } from '../../events/calendar-date.js';
import type { NewsEvent } from '../../events/event.js';
import type { DirectAnswer } from '../read/answer-line.js';
import { findChineseNumbers } from './chinese-numbers.js';
import { type ChineseQuestion, isChineseStopWord, readChineseQuestion } from './chinese-question.js';
import {
  type ChineseSpan,
  findChineseNames,
  findChinesePlaces,
  findChineseReasons,
} from './chinese-spans.js';
import { type ChineseWord, isChinese, segmentText } from './chinese-text.js';

/** Set by hand, for want of Chinese questions to fit them on. */
const NUMBER = { measure: 1, unit: 1.5, near: 1.5, base: -0.5 };
const SPAN = { sure: 1, near: 1, said: -3, first: 0.4, base: 0 };
/** How likely an answer must be to be said. */
const SAID_FROM = 0.4;
/** Words over which nearness falls to a third. */
const REACH = 4;

/** A stretch of the event that may answer. */
interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly score: number;
}

/**
 * The answer that a Chinese event gives to a Chinese question; null where it holds none. The reader knows no Chinese: here
 * forms of asking and of answering are matched by rules.
 */
export function chineseAnswer(text: string, event: NewsEvent): DirectAnswer | null {
  if (!isChinese(text) || !isChinese(event.sentence)) return null;
  const question = readChineseQuestion(text);
  if (question.wanted === 'date') {
    const { year, month, day } = dateParts(event.date);
    return { text: `${year}年${month}月${day}日`, value: event.date, event, rests: [] };
  }
  const candidates = candidatesOf(question, event.sentence);
  const best = candidates.reduce<Candidate | null>((a, b) => (a && a.score >= b.score ? a : b), null);
  if (!best) return null;
  // A softmax over all candidates and "none of them", whose score is 0 (a conditional logit model, McFadden 1974).
  const odds = candidates.reduce((sum, { score }) => sum + Math.exp(score), 1);
  if (Math.exp(best.score) / odds < SAID_FROM) return null;
  const words = event.sentence.slice(best.start, best.end);
  return { text: words, value: null, event, rests: [[best.start, best.end]] };
}

function candidatesOf(question: ChineseQuestion, sentence: string): Candidate[] {
  const aligned = align(question, sentence);
  switch (question.wanted) {
    case 'number':
      return numbers(question, aligned, sentence);
    case 'place':
      return spans(question, aligned, findChinesePlaces(sentence, question.head));
    case 'name':
      return spans(question, aligned, findChineseNames(sentence, aligned.words, question.head));
    case 'reason':
      return spans(question, aligned, findChineseReasons(sentence));
    default:
      return [];
  }
}

/** An event's words with how well each says one of the question's, 0 to 1. */
interface Aligned {
  readonly words: readonly ChineseWord[];
  readonly match: readonly number[];
}

function align({ content }: ChineseQuestion, sentence: string): Aligned {
  const words = segmentText(sentence);
  const match = words.map((word) =>
    word.mark || isChineseStopWord(word.text)
      ? 0
      : content.reduce((best, asked) => Math.max(best, likeness(asked.lower, word.lower)), 0),
  );
  return { words, match };
}

/** Without spaces a longer word may hold the shorter: 英国 and 英国政府. */
function likeness(one: string, other: string): number {
  if (one === other) return 1;
  if (/\d/.test(one) || /\d/.test(other)) return 0;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length >= 2 && long.includes(short) ? 0.8 : 0;
}

function numbers(question: ChineseQuestion, aligned: Aligned, text: string): Candidate[] {
  const wanted = question.measure ?? 'any';
  return findChineseNumbers(text).flatMap((number): Candidate[] => {
    if (number.measure === 'date' || (wanted !== 'any' && wanted !== number.measure)) return [];
    const [from, to] = covering(aligned, number);
    if (said(aligned, from, to) === 1) return [];
    const people = /[人名位]/;
    const head = question.head ?? '';
    const unit =
      head !== '' && (number.unit.includes(head) || (people.test(head) && people.test(number.unit))) ? 1 : 0;
    const score =
      NUMBER.measure + NUMBER.unit * unit + NUMBER.near * nearness(aligned, from, to) + NUMBER.base;
    return [{ start: number.start, end: number.end, score }];
  });
}

function spans(question: ChineseQuestion, aligned: Aligned, found: readonly ChineseSpan[]): Candidate[] {
  return found.flatMap((span, i): Candidate[] => {
    const [from, to] = covering(aligned, span);
    if (to <= from || question.text.includes(span.text)) return [];
    const first = i === 0 && aligned.words[from]?.sentence === 0 ? 1 : 0;
    const score =
      SPAN.sure * span.sure +
      SPAN.near * nearness(aligned, from, to) +
      SPAN.said * said(aligned, from, to) +
      SPAN.first * first +
      SPAN.base;
    return [{ start: span.start, end: span.end, score }];
  });
}

/** The words that characters `[start, end)` touch: the first, and one past the last. */
function covering({ words }: Aligned, { start, end }: { readonly start: number; readonly end: number }) {
  const from = words.findIndex((word) => word.end > start);
  const past = words.findIndex((word) => word.start >= end);
  return [Math.max(0, from), past < 0 ? words.length : past] as const;
}

/** How near words `[from, to)` are to what matched, 0 to 1: each match counts by its fit and falls off with distance. */
function nearness({ match, words }: Aligned, from: number, to: number): number {
  let [near, all] = [0, 0];
  match.forEach((fit, i) => {
    if (fit === 0 || (i >= from && i < to)) return;
    all += fit;
    if (words[i]?.sentence !== words[from]?.sentence) return;
    const gap = i < from ? from - i : i - to + 1;
    near += fit * Math.exp(-(gap - 1) / REACH);
  });
  return all === 0 ? 0 : near / Math.max(all, 1);
}

/** The share of the words in `[from, to)` that the question already has. */
function said({ match, words }: Aligned, from: number, to: number): number {
  const meant = words.flatMap(({ text }, i) =>
    i >= from && i < to && !isChineseStopWord(text) ? [match[i] ?? 0] : [],
  );
  return meant.length === 0 ? 1 : meant.filter((fit) => fit >= 0.7).length / meant.length;
}
