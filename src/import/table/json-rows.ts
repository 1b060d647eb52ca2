import type { TableRow } from './table-row.js';

/** The rows of JSON lines, one object a line. */
export function jsonRows(text: string): TableRow[] {
  return text.split(/\r?\n/).flatMap((written, i) => {
    if (written.trim() === '') return [];
    return [{ line: i + 1, row: jsonRow(written) }];
  });
}

function jsonRow(text: string): TableRow['row'] {
  try {
    const value: unknown = JSON.parse(text);
    if (value !== null && typeof value === 'object' && !Array.isArray(value))
      return new Map(Object.entries(value).map(([key, cell]) => [key.trim().toLowerCase(), cell]));
  } catch {
    return 'It is no JSON.';
  }
  return 'It is no JSON object ({"date": …, "headline": …}).';
}
