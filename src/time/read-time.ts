import type { CalendarDate } from '../events/calendar-date.js';
import type { DateSpan } from '../events/date-span.js';
import { trimEnd } from '../events/trim-end.js';
import { chronoReading } from './chrono-reading.js';
import type { DateReading } from './date-reading.js';
import { expression } from './grammar.js';
import { meaningOn } from './named-time.js';
import { Scan } from './scan.js';

const LEADING = new Set([
  'on',
  'in',
  'during',
  'at',
  'for',
  'over',
  'throughout',
  'within',
  'of',
  'sometime',
  'ad',
  'around',
]);
const TRAILING = new Set(['ad', 'ce', 'please']);
const LONGEST_TIME = 120;

/**
 * Reads words that are a time as a whole: "8 April 2016", "the first week of April 2016", "last Tuesday", "since 2017".
 *
 * Conventions: weeks start on Monday; the first week of a month is its days 1–7; early, mid and late are days 1–10,
 * 11–20 and 21 to the end; seasons are meteorological and northern; "last week" is the week before this one; "the past
 * 7 days" ends today; "since" ends today, "before" and "after" are open. A time without a year ("Apr 8", "Christmas",
 * "Friday") is the latest that has begun by today, since people ask what happened.
 *
 * @param options.locale The person's locale ("en-US", "de"): says which reading of 04/08/2016 comes first, and in which
 *   other language to try words that aren't English or Chinese.
 */
export function readTime(text: string, today: CalendarDate, options: { locale?: string } = {}): DateReading {
  return (
    readByGrammar(text, today, options.locale) ??
    chronoReading(withoutMarks(text.normalize('NFKC').trim()), today, options.locale ?? 'en')
  );
}

/** What our own grammar makes of words for a time, as `readTime` does before it turns to other languages; null where it reads none. */
export function readByGrammar(text: string, today: CalendarDate, locale?: string): DateReading | null {
  const clean = withoutMarks(text.normalize('NFKC').trim());
  if (clean === '' || clean.length > LONGEST_TIME) return { kind: 'not-a-date' };
  const scan = new Scan(clean, today, true);
  const last = TRAILING.has(scan.word(scan.tokens.length - 1)) ? 1 : 0;
  for (let i = 0; i < scan.tokens.length; i++) {
    const found = expression(scan, i);
    if (found && found.end >= scan.tokens.length - last) {
      const spans = distinct(meaningOn(found, today));
      const [first, ...more] = locale === 'en-US' ? spans.toReversed() : spans;
      if (!first) return { kind: 'invalid', text: clean };
      if (more.length > 0) return { kind: 'ambiguous', readings: [first, ...more] };
      return { kind: 'span', span: first, relative: found.relative || found.needsYear };
    }
    if (!LEADING.has(scan.word(i))) break;
  }
  return null;
}

/** Without the marks at its end; the point of "5." belongs to the figure. */
function withoutMarks(text: string): string {
  const bare = trimEnd(text, /[?!,;]/);
  if (bare.length < text.length || !text.endsWith('.')) return bare;
  const words = trimEnd(text, /\./);
  return /\d$/.test(words) ? `${words}.` : words;
}

function distinct(spans: readonly DateSpan[]): DateSpan[] {
  const named = new Map(spans.map((span) => [`${span.from} ${span.to}`, span]));
  return [...named.values()];
}
