/** A row of a table by the names of its columns, in small letters; or why it is none. `line` is the file's. */
export interface TableRow {
  readonly line: number;
  readonly row: ReadonlyMap<string, unknown> | string;
}

/** A table that can't be read at all, with a sentence for the person. */
export class TableError extends Error {
  override readonly name: string = 'TableError';
}

/** A table lacks a column that every event needs: the options name another, or the table is another. */
export class MissingColumn extends TableError {
  override readonly name = 'MissingColumn';
}
