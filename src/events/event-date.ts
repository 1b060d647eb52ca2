import { type CalendarDate, calendarDate } from './calendar-date.js';

/** What was made of a date as files write it. `text` is the date as written. */
export type DateOfFile =
  | { readonly kind: 'date'; readonly date: CalendarDate }
  | { readonly kind: 'impossible'; readonly text: string }
  /** 08/04/2016 is two days: the day first, as most of the world writes it, and the month first. */
  | {
      readonly kind: 'ambiguous';
      readonly text: string;
      readonly dayFirst: CalendarDate;
      readonly monthFirst: CalendarDate;
    };

/** In which order the figures of 08/04/2016 are to be read, where something else shows it. */
export type FigureOrder = 'day-first' | 'month-first';

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const SHORTEST_MONTH = 3;

const YEAR_FIRST = /^(\d{3,4})([-/.])(\d{1,2})\2(\d{1,2})(?![\d/.-])/;
const COMPACT = /^([12]\d{3})(\d\d)(\d\d)(?!\d)/;
const YEAR_LAST = /^(\d{1,2})([-/.]) ?(\d{1,2})\2 ?(\d{4})(?![\d/.-])/;
const CHINESE = /^(\d{1,4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?[日号號]/;
const WEEKDAY = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,? /i;
const DAY_MONTH_YEAR = /^(\d{1,2})(?:st|nd|rd|th)?(?: of )?[ -]?([a-z]{3,9})\.?,?[ -](\d{3,4})(?!\d)/i;
const MONTH_DAY_YEAR = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{3,4})(?!\d)/i;
const YEAR_MONTH_DAY = /^(\d{4})[ -]([a-z]{3,9})\.?[ -](\d{1,2})(?!\d)/i;
/** What may follow: a time of day, or words that the writer added. */
const AFTER = /^(?:[T ,;(–—]|$)/;

const monthOf = (word: string): number =>
  word.length < SHORTEST_MONTH
    ? 0
    : 1 +
      MONTHS.findIndex(
        (month) => month.startsWith(word.toLowerCase()) || (month === 'september' && /^sept$/i.test(word)),
      );

/**
 * Reads the date a text begins with, as `/date` reads days: 2016-04-8, 2016/04/08, 2016.04.08, 20160408, 13/04/2016,
 * 8.4.2016, "8 April 2016", "April 8th, 2016", "Fri, 8 Apr 2016", 2016年4月8日. A time of day with its offset may follow and changes
 * nothing: the day is the one that is written. Null where the text begins with no date.
 *
 * @param order how to read 08/04/2016, where the reader knows.
 */
export function readDate(text: string, order?: FigureOrder): DateOfFile | null {
  const written = text
    .trimStart()
    .slice(0, 60)
    .normalize('NFKC')
    .replace(/[\t\u00a0]/g, ' ')
    .replace(WEEKDAY, '');
  const read = yearFirst(written) ?? figures(written, order) ?? words(written);
  return read !== null && AFTER.test(written.slice(read.length)) ? read.found : null;
}

interface Read {
  readonly found: DateOfFile;
  readonly length: number;
}

function on(match: RegExpExecArray, year: string, month: number, day: string): Read {
  const [text] = match;
  const date = calendarDate(Number(year), month, Number(day));
  return {
    found: date ? { kind: 'date', date } : { kind: 'impossible', text: text.trim() },
    length: text.length,
  };
}

function yearFirst(text: string): Read | null {
  const match = YEAR_FIRST.exec(text);
  if (match) return on(match, match[1] ?? '', Number(match[3]), match[4] ?? '');
  const other = COMPACT.exec(text) ?? CHINESE.exec(text);
  return other && on(other, other[1] ?? '', Number(other[2]), other[3] ?? '');
}

function figures(text: string, order: FigureOrder | undefined): Read | null {
  const match = YEAR_LAST.exec(text);
  if (!match) return null;
  const [written, first = '', mark, second = '', year = ''] = match;
  const dayFirst = calendarDate(Number(year), Number(second), Number(first));
  const monthFirst = calendarDate(Number(year), Number(first), Number(second));
  const { length } = written;
  const byOrder =
    mark === '.' || order === 'day-first' ? dayFirst : order === 'month-first' ? monthFirst : null;
  const date = byOrder ?? dayFirst ?? monthFirst;
  if (date === null) return { found: { kind: 'impossible', text: written }, length };
  if (byOrder === null && dayFirst !== null && monthFirst !== null && dayFirst !== monthFirst)
    return { found: { kind: 'ambiguous', text: written, dayFirst, monthFirst }, length };
  return { found: { kind: 'date', date }, length };
}

function words(text: string): Read | null {
  const dayFirst = DAY_MONTH_YEAR.exec(text);
  if (dayFirst && monthOf(dayFirst[2] ?? '') > 0)
    return on(dayFirst, dayFirst[3] ?? '', monthOf(dayFirst[2] ?? ''), dayFirst[1] ?? '');
  const monthFirst = MONTH_DAY_YEAR.exec(text);
  if (monthFirst && monthOf(monthFirst[1] ?? '') > 0)
    return on(monthFirst, monthFirst[3] ?? '', monthOf(monthFirst[1] ?? ''), monthFirst[2] ?? '');
  const yearFirst = YEAR_MONTH_DAY.exec(text);
  return yearFirst && monthOf(yearFirst[2] ?? '') > 0
    ? on(yearFirst, yearFirst[1] ?? '', monthOf(yearFirst[2] ?? ''), yearFirst[3] ?? '')
    : null;
}

/** Which order the figures of dates in a table have: as those show that can be read in one way only; undefined where none does. */
export function figureOrder(texts: Iterable<string>): FigureOrder | undefined {
  const orders = new Set<FigureOrder>();
  for (const text of texts) {
    const [, first, mark, second] = YEAR_LAST.exec(text.trim()) ?? [];
    if (mark === undefined || mark === '.') continue;
    if (Number(first) > 12) orders.add('day-first');
    if (Number(second) > 12) orders.add('month-first');
  }
  const [only] = orders;
  return orders.size === 1 ? only : undefined;
}

/** Why a text is no date, and what to write instead; null where it is one. */
export function dateProblem(text: string, read: DateOfFile | null): string | null {
  if (read?.kind === 'date') return null;
  if (read?.kind === 'impossible')
    return `The calendar has no day ${read.text}. Write the date as 2016-04-08.`;
  if (read?.kind === 'ambiguous')
    return `${read.text} can be ${read.dayFirst} or ${read.monthFirst}. Write the date as 2016-04-08.`;
  if (/^\d{5}(?:\.\d+)?$/.test(text.trim()))
    return `"${text.trim()}" is no date but a spreadsheet's number of a day. Format the column as a date, as in 2016-04-08.`;
  return `"${text.slice(0, 40)}" is no date. Write it as 2016-04-08.`;
}
