/** A row of a table by the names of its columns, in small letters; or why it is none. `line` is the file's. */
export interface TableRow {
  readonly line: number;
  readonly row: ReadonlyMap<string, unknown> | string;
}

/** A table that can't be read at all, with a sentence for the person. */
export class TableError extends Error {
  override readonly name = 'TableError';
}
