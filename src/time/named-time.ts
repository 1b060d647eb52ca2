import { type CalendarDate, dateParts } from '../events/calendar-date.js';
import type { DateSpan } from '../events/date-span.js';
import type { Scan } from './scan.js';

/** A time as far as its words name it. */
export interface NamedTime {
  /** Index of the token after it. */
  readonly end: number;
  /** Whether the year has to come from around it, as for "April" and "Christmas". */
  readonly needsYear: boolean;
  /** What it means in a year (which is ignored where none is needed): one span, two when it is ambiguous, none when the
   * calendar has no such day. */
  in(year: number): readonly DateSpan[];
  /** Whether it is named relative to today. */
  readonly relative: boolean;
  /** Why the words may mean something else in a sentence: a bare number, a word like "may", or nothing. */
  readonly weak: 'number' | 'word' | null;
}

/** A rule of the grammar: reads a time that begins at a token, or null. */
export type Rule = (scan: Scan, i: number) => NamedTime | null;

const several = (span: DateSpan | null | readonly DateSpan[]): readonly DateSpan[] =>
  span === null ? [] : 'grain' in span ? [span] : span;

/** A time that is fully named. No span: the calendar has no such day. */
export function fixed(
  end: number,
  spans: DateSpan | null | readonly DateSpan[],
  weak: NamedTime['weak'] = null,
): NamedTime {
  const meant = several(spans);
  return { end, needsYear: false, in: () => meant, relative: false, weak };
}

/** A time relative to today. */
export function relative(end: number, span: DateSpan | null): NamedTime {
  return { ...fixed(end, span), relative: true };
}

/** A time whose year is still missing. */
export function yearless(
  end: number,
  meaning: (year: number) => DateSpan | null | readonly DateSpan[],
  weak: NamedTime['weak'] = null,
): NamedTime {
  return { end, needsYear: true, in: (year) => several(meaning(year)), relative: false, weak };
}

/** The same time in a year named beside it. */
export function inYear(time: NamedTime, year: number, end: number, isRelative: boolean): NamedTime {
  return { ...fixed(end, time.in(year)), relative: isRelative };
}

/** Another span made of what a time means: the first week of it, the time before it. */
export function mapped(
  time: NamedTime,
  end: number,
  change: (span: DateSpan) => DateSpan | null,
  isRelative = time.relative,
): NamedTime {
  const meaning = (year: number) => time.in(year).flatMap((span) => change(span) ?? []);
  return { end, needsYear: time.needsYear, in: meaning, relative: isRelative, weak: null };
}

/**
 * What a time means today. One without a year is the latest that has begun: people ask what happened. Leap days may lie
 * eight years back.
 */
export function meaningOn(time: NamedTime, today: CalendarDate): readonly DateSpan[] {
  if (!time.needsYear) return time.in(0);
  const { year } = dateParts(today);
  for (let back = 0; back <= 8; back++) {
    const begun = time.in(year - back).filter(({ from }) => from === null || from <= today);
    if (begun.length > 0) return begun;
  }
  return [];
}

/** The reading that goes furthest; the earlier rule where two go equally far. */
export function longest(scan: Scan, i: number, rules: readonly Rule[]): NamedTime | null {
  let best: NamedTime | null = null;
  for (const rule of rules) {
    const time = rule(scan, i);
    if (time && (!best || time.end > best.end)) best = time;
  }
  return best;
}
