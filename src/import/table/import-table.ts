import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { figureOrder } from '../../time/full-day.js';
import { lock } from '../lock.js';
import { AtomicWriter } from '../tree/atomic-write.js';
import { csvRows } from './csv-rows.js';
import { decodeTable } from './decode-table.js';
import { jsonRows } from './json-rows.js';
import { type Columns, readRow } from './row.js';
import { TableError } from './table-row.js';
import { writeGiven } from './write-given.js';

/** What an import of a table did. Rows count from 1, the header of a CSV file aside; `line` is the file's. */
export interface TableSummary {
  events: number;
  written: number;
  unchanged: number;
  /** Files left untouched because a person edited them, as paths in the tree. */
  readonly edited: string[];
  readonly bad: { readonly line: number; readonly problem: string }[];
  readonly noticed: { readonly line: number; readonly problem: string }[];
  dryRun: boolean;
}

/** A table to import: CSV with a header line, or JSON lines, one event an object. `columns` names its columns or keys. */
export interface TableImport {
  readonly contentDir: string;
  readonly file: string;
  readonly format: 'csv' | 'jsonl';
  readonly columns: Columns;
  /** Reads and counts, and writes nothing. */
  readonly dryRun?: boolean | undefined;
}

/**
 * Imports the rows of a CSV or JSON lines file. A bad row is reported with its line and the others go on. The whole table is
 * read before anything is written.
 *
 * @throws TableError with a sentence where the table can't be read; the system's error where the file can't; LockError while
 *   another import is at work.
 */
export async function importTable({
  contentDir,
  file,
  format,
  columns,
  dryRun = false,
}: TableImport): Promise<TableSummary> {
  const summary: TableSummary = {
    events: 0,
    written: 0,
    unchanged: 0,
    edited: [],
    bad: [],
    noticed: [],
    dryRun,
  };
  const folder = join(contentDir, 'import');
  const decoded = decodeTable(await readFile(file));
  if (decoded.kind === 'unreadable') throw new TableError(decoded.problem);
  const named = lowerCase(columns);
  const rows = format === 'csv' ? csvRows(decoded.text, named) : jsonRows(decoded.text);
  const order = figureOrder(
    rows.map(({ row }) => (typeof row === 'string' ? '' : String(row.get(named.date)))),
  );
  const release = dryRun ? async () => {} : await lock(folder);
  const writer = new AtomicWriter(folder);
  try {
    if (!dryRun) writer.begin();
    for (const { line, row } of rows) {
      const reading =
        typeof row === 'string' ? { kind: 'bad' as const, problem: row } : readRow(row, named, order);
      if (reading.kind === 'bad') {
        summary.bad.push({ line, problem: reading.problem });
        continue;
      }
      for (const problem of reading.noticed) summary.noticed.push({ line, problem });
      const { outcome, path } = writeGiven(contentDir, reading.event, writer, dryRun);
      summary.events += 1;
      if (outcome === 'edited') summary.edited.push(path);
      else summary[outcome] += 1;
    }
    if (!dryRun) writer.end();
  } finally {
    await release();
  }
  return summary;
}

/** The names of columns are compared in small letters. */
function lowerCase({ date, headline, topics, sources }: Columns): Columns {
  const lower = (name: string) => name.trim().toLowerCase();
  return { date: lower(date), headline: lower(headline), topics: lower(topics), sources: lower(sources) };
}
