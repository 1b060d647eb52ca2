import { accessSync, constants, createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parse } from 'csv-parse';
import { lock } from '../lock.js';
import { AtomicWriter } from '../tree/atomic-write.js';
import { type Columns, readRow } from './row.js';
import { writeGiven } from './write-given.js';

/** What an import of a table did. Rows count from 1, the header of a CSV file aside; `line` is the file's. */
export interface TableSummary {
  events: number;
  written: number;
  unchanged: number;
  /** Files left alone because a person edited them, as paths in the tree. */
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

interface Row {
  readonly line: number;
  readonly row: ReadonlyMap<string, unknown> | string;
}

/**
 * Imports the rows of a CSV or JSON lines file. A bad row is reported with its line and the others go on.
 *
 * @throws where the file can't be read; LockError while another import is at work.
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
  // Said here, a missing file is an error of this call; from the stream it would be one of the process.
  accessSync(file, constants.R_OK);
  const rows = format === 'csv' ? csvRows(file) : jsonRows(file);
  const release = dryRun ? async () => {} : await lock(folder);
  const writer = new AtomicWriter(folder);
  try {
    if (!dryRun) writer.begin();
    for await (const { line, row } of rows) {
      const reading =
        typeof row === 'string' ? { kind: 'bad' as const, problem: row } : readRow(row, columns);
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

async function* csvRows(file: string): AsyncGenerator<Row> {
  const parser = createReadStream(file).pipe(
    parse({
      bom: true,
      columns: true,
      info: true,
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
      relax_quotes: true,
    }),
  );
  for await (const entry of parser) {
    const { record, info } = entry as { record: Record<string, string>; info: { lines: number } };
    yield { line: info.lines, row: new Map(Object.entries(record)) };
  }
}

async function* jsonRows(file: string): AsyncGenerator<Row> {
  let line = 0;
  for await (const text of createInterface({
    input: createReadStream(file),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    line += 1;
    if (text.trim() === '') continue;
    yield { line, row: jsonRow(text.replace(/^\ufeff/, '')) };
  }
}

function jsonRow(text: string): Row['row'] {
  try {
    const value: unknown = JSON.parse(text);
    if (value !== null && typeof value === 'object' && !Array.isArray(value))
      return new Map(Object.entries(value));
  } catch {
    return 'It is no JSON.';
  }
  return 'It is no JSON object ({"date": …, "headline": …}).';
}
