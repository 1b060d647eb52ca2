import type { CalendarDate } from '../../events/calendar-date.js';
import { cleanText, lineList, sourceList } from '../../events/front-matter/lists.js';
import { type Value, valueFrom } from '../../events/front-matter/value.js';
import { dateProblem, type FigureOrder, readFullDay } from '../../time/full-day.js';

/** Which columns (or keys) of a table hold what. */
export interface Columns {
  readonly date: string;
  readonly headline: string;
  readonly topics: string;
  readonly sources: string;
}

/** An event as a person gave it, checked. */
export interface GivenEvent {
  readonly date: CalendarDate;
  /** What happened, without its topics in front. One line. */
  readonly headline: string;
  readonly topics: readonly string[];
  readonly sources: readonly { readonly name: string; readonly url: string }[];
}

/** A row read: the event and what was left out of it, or why it is none. */
export type RowReading =
  | { readonly kind: 'event'; readonly event: GivenEvent; readonly noticed: readonly string[] }
  | { readonly kind: 'bad'; readonly problem: string };

/**
 * Reads a row of a table as an event. Topics and sources may be lists, or one text separated by ";" or line ends.
 *
 * @param order how 08/04/2016 is to be read, where the table's other dates tell.
 */
export function readRow(
  row: ReadonlyMap<string, unknown>,
  columns: Columns,
  order?: FigureOrder,
): RowReading {
  for (const column of [columns.date, columns.headline])
    if (typeof row.get(column) === 'object' && row.get(column) !== null)
      return bad(`"${column}" holds a list or a map where a text belongs.`);
  const written = textOf(row.get(columns.date));
  if (written === '') return bad(`It has no date in "${columns.date}".`);
  const date = readFullDay(written, order);
  if (date?.kind === 'impossible') return bad(`The calendar has no day ${date.text}.`);
  if (date?.kind !== 'date') return bad(dateProblem(written, date) ?? '');
  const headline = cleanText(textOf(row.get(columns.headline)));
  if (!/[\p{L}\p{N}]/u.test(headline)) return bad(`It has no headline in "${columns.headline}".`);
  if (headline.length > 4000) return bad(`Its headline has ${headline.length} characters; 4000 is the most.`);
  const noticed: string[] = [];
  const report = (_line: number, problem: string) => noticed.push(problem);
  const sources = sourceList(listOf(row.get(columns.sources)), report);
  const topics = lineList(listOf(row.get(columns.topics)), 'A topic', report);
  return {
    kind: 'event',
    event: {
      date: date.date,
      headline,
      topics,
      sources: sources.map(({ name, url }) => ({ name, url: url.replaceAll(PERCENT, '%') })),
    },
    noticed,
  };
}

const bad = (problem: string): RowReading => ({ kind: 'bad', problem });

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? literal(String(value)).trim() : '';

/** A cell is no Markdown: in it `%%` opens no comment. */
const literal = (text: string): string => text.replaceAll('%%', `%${PERCENT}`);
const PERCENT = '&#37;';

/** A text is cut at ";" and line ends. */
function listOf(value: unknown): Value {
  const items = typeof value === 'string' ? value.split(/[;\n]/) : value;
  return valueFrom(
    Array.isArray(items) ? items.map((item) => (typeof item === 'string' ? literal(item) : item)) : items,
    1,
  );
}
