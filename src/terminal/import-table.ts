import { codeOf } from '../events/content-files.js';
import { LockError } from '../import/lock.js';
import { importTable, type TableSummary } from '../import/table/import-table.js';
import { MissingColumn, TableError } from '../import/table/table-row.js';
import { type ContentOptions, contentDir } from './open-library.js';
import { CommandFailure, printable, type Terminal } from './terminal.js';

export interface TableOptions extends ContentOptions {
  readonly csv?: string;
  readonly jsonl?: string;
  readonly dateColumn: string;
  readonly headlineColumn: string;
  readonly topicsColumn: string;
  readonly sourcesColumn: string;
  readonly dryRun?: boolean;
}

/** Imports a CSV or JSON lines file. @throws CommandFailure where it can't be read, or rows of it are bad. */
export async function importTableFile(options: TableOptions, terminal: Terminal): Promise<void> {
  const format = options.csv === undefined ? 'jsonl' : 'csv';
  const file = options.csv ?? options.jsonl ?? '';
  const { dateColumn, headlineColumn, topicsColumn, sourcesColumn, dryRun } = options;
  let summary: TableSummary;
  try {
    summary = await importTable({
      contentDir: contentDir(options, terminal),
      file,
      format,
      columns: { date: dateColumn, headline: headlineColumn, topics: topicsColumn, sources: sourcesColumn },
      dryRun,
    });
  } catch (error) {
    if (error instanceof LockError) throw new CommandFailure(error.message);
    if (error instanceof TableError)
      throw new CommandFailure(
        `${file} can’t be imported. ${printable(error.message)}`,
        error instanceof MissingColumn ? 2 : 1,
      );
    const code = codeOf(error);
    if (/^E[A-Z]+$/.test(code))
      throw new CommandFailure(`${file} can’t be imported: ${reasonOf(error, code)}`);
    throw error;
  }
  terminal.out(options.json ? JSON.stringify(summary) : report(summary));
  if (summary.bad.length > 0)
    throw new CommandFailure(
      `${summary.bad.length} ${summary.bad.length === 1 ? 'row was' : 'rows were'} not imported.`,
    );
}

const reasonOf = (error: unknown, code: string) =>
  code === 'ENOENT' ? 'there is no such file.' : error instanceof Error ? error.message : code;

function report({ events, written, unchanged, edited, bad, noticed, dryRun }: TableSummary): string {
  const would = dryRun ? 'would be written' : 'written';
  return [
    `${events} ${events === 1 ? 'event' : 'events'} read: ${written} ${would}, ${unchanged} unchanged.`,
    ...edited.map((path) => `${printable(path)} was edited by hand and is unchanged.`),
    ...bad.map(({ line, problem }) => `line ${line}: not imported. ${printable(problem)}`),
    ...noticed.map(({ line, problem }) => `line ${line}: ${printable(problem)}`),
  ].join('\n');
}
