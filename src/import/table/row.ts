import type { CalendarDate } from '../../events/calendar-date.js';
import { readDate } from '../../events/event-date.js';
import { lineList, sourceList } from '../../events/front-matter-lists.js';
import { plainText } from '../../events/plain-text.js';

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

/** Reads a row of a table as an event. Topics and sources may be lists, or one text parted by ";" or line ends. */
export function readRow(row: ReadonlyMap<string, unknown>, columns: Columns): RowReading {
  const written = textOf(row.get(columns.date));
  const date = readDate(written);
  if (written === '') return bad(`It has no date in "${columns.date}".`);
  if (date === null) return bad(`"${written.slice(0, 40)}" is no date. Write it as 2016-04-08.`);
  if (date.kind === 'impossible') return bad(`The calendar has no day ${date.text}.`);
  const headline = plainText(textOf(row.get(columns.headline)));
  if (!/[\p{L}\p{N}]/u.test(headline)) return bad(`It has no headline in "${columns.headline}".`);
  if (headline.length > 4000) return bad(`Its headline has ${headline.length} characters; 4000 is the most.`);
  const noticed: string[] = [];
  const sources = sourceList(listOf(row.get(columns.sources)), (problem) => noticed.push(problem));
  const topics = lineList(listOf(row.get(columns.topics)));
  return {
    kind: 'event',
    event: { date: date.date, headline, topics, sources: sources.map(({ name, url }) => ({ name, url })) },
    noticed,
  };
}

const bad = (problem: string): RowReading => ({ kind: 'bad', problem });

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';

/** A text is cut at ";" and line ends; addresses may also stand side by side with spaces between. */
function listOf(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  return value
    .split(/\s*[;\n]\s*|\s+(?=https?:\/\/\S+$|https?:\/\/\S+\s+https?:)/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
