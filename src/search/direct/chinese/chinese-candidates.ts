import { dateParts } from '../../../events/calendar-date.js';
import type { NewsEvent } from '../../../events/event.js';
import { type Aligned, nearness, said } from '../aligned.js';
import { type Candidate, weighed } from '../candidate.js';
import { findChineseNumbers } from './chinese-numbers.js';
import {
  type ChineseSpan,
  findChineseNames,
  findChinesePlaces,
  findChineseReasons,
} from './chinese-spans.js';

/** Set by hand, for want of questions to fit them on. */
const NUMBER = { measure: 1, unit: 1.5, near: 1.5, base: -0.5 };
const SPAN = { sure: 1, near: 1, said: -3, first: 0.4, base: 0 };

/** Everything in a Chinese event that may answer a Chinese question. */
export function chineseCandidates(aligned: Aligned, event: NewsEvent): Candidate[] {
  switch (aligned.asking.wanted) {
    case 'date': {
      const { year, month, day } = dateParts(event.date);
      return [
        { from: 0, to: 0, text: `${year}年${month}月${day}日`, value: event.date, features: {}, score: 3 },
      ];
    }
    case 'number':
      return numbers(aligned, event.sentence);
    case 'place':
      return spans(aligned, findChinesePlaces(event.sentence, aligned.asking.head));
    case 'name':
      return spans(aligned, findChineseNames(event.sentence, aligned.tokens, aligned.asking.head));
    case 'reason':
      return spans(aligned, findChineseReasons(event.sentence));
    default:
      return [];
  }
}

function numbers(aligned: Aligned, text: string): Candidate[] {
  const { asking } = aligned;
  const wanted = asking.measure ?? 'any';
  return findChineseNumbers(text).flatMap((number): Candidate[] => {
    if (number.measure === 'date' || (wanted !== 'any' && wanted !== number.measure)) return [];
    const { from, to } = covering(aligned, number);
    if (said(aligned, from, to) === 1) return [];
    const people = /[人名位]/;
    const head = asking.head ?? '';
    const unit =
      head !== '' && (number.unit.includes(head) || (people.test(head) && people.test(number.unit))) ? 1 : 0;
    const features = { measure: 1, unit, near: nearness(aligned, from, to, 4), base: 1 };
    return [
      { from, to, text: text.slice(number.start, number.end), features, score: weighed(features, NUMBER) },
    ];
  });
}

function spans(aligned: Aligned, found: readonly ChineseSpan[]): Candidate[] {
  const text = aligned.tokens;
  return found.flatMap((span, i): Candidate[] => {
    const { from, to } = covering(aligned, span);
    if (to <= from || aligned.asking.question.includes(span.text)) return [];
    const features = {
      sure: span.sure,
      near: nearness(aligned, from, to, 4),
      said: said(aligned, from, to),
      first: i === 0 && text[from]?.sentence === 0 ? 1 : 0,
      base: 1,
    };
    return [{ from, to, text: span.text, features, score: weighed(features, SPAN) }];
  });
}

/** The tokens that characters `[start, end)` touch. */
function covering({ tokens }: Aligned, { start, end }: { readonly start: number; readonly end: number }) {
  const from = tokens.findIndex((t) => t.end > start);
  const past = tokens.findIndex((t) => t.start >= end);
  return { from: Math.max(0, from), to: past < 0 ? tokens.length : past };
}
