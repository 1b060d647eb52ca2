import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import type { Columns } from './row.js';
import { MissingColumn, TableError, type TableRow } from './table-row.js';

/** What parts the cells of a table, the likeliest first. */
const DELIMITERS = [',', ';', '\t', '|'] as const;
/** What Excel writes above a table to say what parts its cells. */
const SEPARATOR_LINE = /^"?sep=(.)"?\r?(?:\n|$)/i;

const OPTIONS = { trim: true, skip_empty_lines: true, relax_column_count: true, relax_quotes: true } as const;

/**
 * The rows of a CSV file with a header line, whatever parts its cells.
 *
 * @param columns the names of the columns, in small letters.
 * @throws TableError where a column is missing that every event needs, or a quotation mark is never closed.
 */
export function csvRows(text: string, columns: Columns): TableRow[] {
  const separator = SEPARATOR_LINE.exec(text);
  const table = separator ? text.slice(separator[0].length) : text;
  const delimiter = separator?.[1] ?? delimiterOf(table, columns);
  const header = headerOf(table, delimiter);
  for (const [column, option] of [
    [columns.date, '--date-column'],
    [columns.headline, '--headline-column'],
  ] as const)
    if (!header.includes(column))
      throw new MissingColumn(
        `It has no column “${column}”. Its columns are: ${header.join(', ') || 'none'}. Name the right one with ${option}.`,
      );
  for (const column of Object.values(columns))
    if (header.indexOf(column) !== header.lastIndexOf(column))
      throw new TableError(
        `Two of its columns are called “${column}”. Name the one that is not to be read in another way.`,
      );
  try {
    const read = parse(table, { ...OPTIONS, delimiter, from: 2, info: true });
    const above = separator ? 1 : 0;
    return (read as unknown as { record: string[]; info: { lines: number } }[])
      .filter(({ record }) => record.some((cell) => cell !== ''))
      .map(({ record, info }) => ({ line: info.lines + above, row: rowOf(header, record) }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const isOpen = error.code === 'CSV_QUOTE_NOT_CLOSED';
    const line =
      (isOpen ? lineOfOpenQuote(table, delimiter) : Number(error['lines'] ?? 1)) + (separator ? 1 : 0);
    throw new TableError(
      isOpen
        ? `line ${line}: a quotation mark is opened here and never closed. Close it, or write two ("") for one within a text.`
        : `line ${line}: ${error.message}`,
    );
  }
}

/** The cells by the names of their columns; a sentence where there are more than columns, which one cell must have made. */
function rowOf(header: readonly string[], cells: readonly string[]): TableRow['row'] {
  if (cells.slice(header.length).some((cell) => cell !== ''))
    return `It has ${cells.length} cells, and the header names ${header.length}. Put a text that holds what parts the cells in quotation marks.`;
  return new Map(cells.slice(0, header.length).map((cell, i) => [header[i] ?? '', cell]));
}

/** The delimiter with which the header names the columns that are needed, else the one that gives the most columns. */
function delimiterOf(table: string, { date, headline }: Columns): string {
  const headers = DELIMITERS.map((delimiter) => ({ delimiter, header: headerOf(table, delimiter) }));
  const fitting = headers.find(({ header }) => header.includes(date) && header.includes(headline));
  return (fitting ?? headers.reduce((a, b) => (b.header.length > a.header.length ? b : a))).delimiter;
}

/** The names of the columns, in small letters. */
function headerOf(table: string, delimiter: string): string[] {
  try {
    const [header = []] = parse(table.slice(0, 100_000), { ...OPTIONS, delimiter, to: 1 }) as string[][];
    return header.map((name) => name.trim().toLowerCase());
  } catch {
    return [];
  }
}

/** The line of the quotation mark that opens a cell and is never closed. */
function lineOfOpenQuote(table: string, delimiter: string): number {
  let line = 1;
  let opened: number | null = null;
  let cellBegins = true;
  for (let at = 0; at < table.length; at++) {
    const character = table[at];
    if (character === '\n') line++;
    if (opened !== null) {
      if (character !== '"') continue;
      if (table[at + 1] === '"') at++;
      else opened = null;
    } else if (character === '"' && cellBegins) opened = line;
    cellBegins =
      opened === null && (character === delimiter || character === '\n' || (cellBegins && character === ' '));
  }
  return opened ?? line;
}
