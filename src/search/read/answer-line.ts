import type { CalendarDate } from '../../events/calendar-date.js';
import type { NewsEvent } from '../../events/event.js';
import type { TextRange } from '../../text/text-range.js';
import { readTime } from '../../time/read-time.js';
import { longDate } from '../encode/long-date.js';
import type { PairReading } from '../encode/text-models.js';
import { bestSpan } from './best-span.js';

/** What answers: words of the event, its date, yes or no. */
export type AnswerKind = 'span' | 'date' | 'yes' | 'no';

/** The order of a reading's kinds; the first, that nothing answers, is no kind of line. */
const KINDS = ['none', 'span', 'date', 'yes', 'no'] as const;

/** The answer in one line. */
export interface DirectAnswer {
  /** At most 120 characters: "8 April 2016", "90", "Kaliningrad". */
  readonly text: string;
  /** The ISO date where the answer is a date, else null. */
  readonly value: CalendarDate | null;
  /** The event it rests on. */
  readonly event: NewsEvent;
  /** The words of `event.sentence` it rests on; empty where it rests on the event's date or on all of it. */
  readonly rests: readonly TextRange[];
}

const LONGEST = 120;

/** The likeliest kind of line, "none" left aside. */
export function kindOf({ kinds }: PairReading): AnswerKind {
  let best: AnswerKind = 'span';
  let most = Number.NEGATIVE_INFINITY;
  KINDS.forEach((kind, i) => {
    if (kind === 'none' || (kinds[i] ?? most) <= most) return;
    most = kinds[i] ?? most;
    best = kind;
  });
  return best;
}

/** The words the reader marks as likeliest, whatever kind of line it takes for likeliest; null where they make no line. */
export function spanLine(event: NewsEvent, reading: PairReading): DirectAnswer | null {
  const prefix = longDate(event.date).length + 2;
  const span = bestSpan(reading, prefix);
  if (!span) return null;
  const { headline, sentence } = event;
  const [from, to] = trimmed(headline, span.from - prefix, span.to - prefix);
  const text = headline.slice(from, to);
  if (text === '' || text.length > LONGEST) return null;
  const before = headline.indexOf(sentence);
  const rests: TextRange[] = before >= 0 && from >= before ? [[from - before, to - before]] : [];
  return { text, value: dayNamed(text, event.date), event, rests };
}

/** A range of a text without marks and blanks around it, and with whole words at its ends. */
function trimmed(text: string, from: number, to: number): [number, number] {
  const inside = (at: number) => /[\p{L}\p{N}\p{M}]/u.test(text.charAt(at));
  let [first, last] = [from, to];
  while (first < last && !/[\p{L}\p{N}$€£¥#(+-]/u.test(text.charAt(first))) first++;
  while (last > first && !/[\p{L}\p{N}%)°]/u.test(text.charAt(last - 1))) last--;
  while (first > 0 && inside(first) && inside(first - 1)) first--;
  while (last < text.length && inside(last - 1) && inside(last)) last++;
  if (/['’]s$/.test(text.slice(first, last))) last -= 2;
  const words = text.slice(first, last);
  if (words.startsWith('(') && !words.includes(')')) first++;
  if (words.endsWith(')') && !words.includes('(')) last--;
  return [first, last];
}

/** The day that words of an event name, read as of the event's own day; null where they name none. */
function dayNamed(text: string, asOf: CalendarDate): CalendarDate | null {
  if (!/\d/.test(text) || !/\p{L}{3}/u.test(text)) return null;
  const read = readTime(text, asOf);
  return read.kind === 'span' && read.span.grain === 'day' ? read.span.from : null;
}
