import { type CalendarDate, calendarDate, dateParts } from '../events/calendar-date.js';
import { chineseNumber } from './chinese-numbers.js';
import { inEnglish } from './month-names.js';
import { readByGrammar } from './read-time.js';

/** What was made of a day with its month and year, as files and tables have it. `text` is the date as written. */
export type FullDay =
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
/** Characters of a text that are looked at: the longest date in words has fewer. */
const LONGEST = 60;
/** What a date has whose month is named: a word or a Chinese sign, and a year of four figures. */
const IN_WORDS = /\p{L}\p{L}|\p{Script=Han}/u;
const YEAR = /(?<!\d)[12]\d{3}(?!\d)|[〇零○一二三四五六七八九]{4}年/u;
const FIGURES = /\d+|[〇零○一二三四五六七八九十]+/g;
/** Any day: what is read depends on no today. */
const REFERENCE: CalendarDate = '2000-01-01';

const monthOf = (word: string): number =>
  word.length < SHORTEST_MONTH
    ? 0
    : 1 +
      MONTHS.findIndex(
        (month) => month.startsWith(word.toLowerCase()) || (month === 'september' && /^sept$/i.test(word)),
      );

/**
 * Reads the day that a text begins with, as `/date` reads days: 2016-04-8, 2016/04/08, 2016.04.08, 20160408, 13/04/2016,
 * 8.4.2016, "8 April 2016", "April 8th, 2016", "Fri, 8 Apr 2016", "8 avril 2016", 2016年4月8日. A time of day and its offset may
 * follow and change nothing. Only days with their month and year are read, nothing that depends on today or on a
 * calendar of holidays. Null where the text begins with no such day.
 *
 * Folders have tens of thousands of dates, nearly all in figures: these take no grammar. What is left goes to the reader of times.
 *
 * @param order how to read 08/04/2016, where the reader knows.
 */
export function readFullDay(text: string, order?: FigureOrder): FullDay | null {
  const written = text
    .trimStart()
    .slice(0, LONGEST)
    .normalize('NFKC')
    .replace(/[\t\u00a0]/g, ' ');
  const bare = written.replace(WEEKDAY, '');
  const read = yearFirst(bare) ?? figures(bare, order) ?? words(bare);
  if (read !== null && AFTER.test(bare.slice(read.length))) return read.found;
  return IN_WORDS.test(written) && YEAR.test(written) ? inOtherWords(written.trim()) : null;
}

/** A day in the words of another language, or in rarer English. */
function inOtherWords(text: string): FullDay | null {
  const english = inEnglish(text);
  const read = english === null ? null : words(english);
  if (english !== null && read !== null && AFTER.test(english.slice(read.length)))
    return read.found.kind === 'impossible' ? { kind: 'impossible', text } : read.found;
  const reading = readByGrammar(text, REFERENCE);
  const { from, to } = reading?.kind === 'span' ? reading.span : { from: null, to: null };
  return from !== null && from === to && hasFiguresOf(from, text) ? { kind: 'date', date: from } : null;
}

/** Whether the figures in a text are those of a date: the first Friday of a month and Christmas are no full days. */
function hasFiguresOf(date: CalendarDate, text: string): boolean {
  const { year, month, day } = dateParts(date);
  const found = (text.match(FIGURES) ?? []).map(chineseNumber).sort((a, b) => a - b);
  return [
    [day, year],
    [day, month, year],
  ].some((figures) => figures.sort((a, b) => a - b).join() === found.join());
}

interface Read {
  readonly found: FullDay;
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
export function dateProblem(text: string, read: FullDay | null): string | null {
  if (read?.kind === 'date') return null;
  if (read?.kind === 'impossible')
    return `The calendar has no day ${read.text}. Write the date as 2016-04-08.`;
  if (read?.kind === 'ambiguous')
    return `${read.text} can be ${read.dayFirst} or ${read.monthFirst}. Write the date as 2016-04-08.`;
  if (/^\d{5}(?:\.\d+)?$/.test(text.trim()))
    return `"${text.trim()}" is no date but a spreadsheet's number of a day. Format the column as a date, as in 2016-04-08.`;
  return `"${text.slice(0, 40)}" is no date. Write it as 2016-04-08.`;
}
