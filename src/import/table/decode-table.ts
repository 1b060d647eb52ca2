import { isUtf8 } from 'node:buffer';

/** A table's bytes as text, or a sentence that says where it can't be read, and what to do. */
export type DecodedTable =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'unreadable'; readonly problem: string };

/** Bytes looked at to tell UTF-16 without a mark by its zeros. */
const LOOKED_AT = 2000;

/** How the files of spreadsheets begin: XLSX and ODS, which are ZIP archives, and the older XLS. */
const WORKBOOKS = [Buffer.from('PK\x03\x04', 'latin1'), Buffer.from('d0cf11e0', 'hex')];

/** Decodes UTF-8 and UTF-16, with a byte order mark or without, as spreadsheets write them. What is neither is refused. */
export function decodeTable(bytes: Buffer): DecodedTable {
  if (WORKBOOKS.some((beginning) => bytes.subarray(0, beginning.length).equals(beginning)))
    return {
      kind: 'unreadable',
      problem:
        'This is a workbook (Excel, LibreOffice), not a table in text. Save it as "CSV UTF-8". Nothing was written.',
    };
  const wide = utf16(bytes);
  if (wide !== null) return text(new TextDecoder(wide).decode(bytes));
  if (isUtf8(bytes)) return text(bytes.toString('utf8'));
  return {
    kind: 'unreadable',
    problem: `${placeOfBadByte(bytes)}: this is not UTF-8 but an older encoding, such as Latin-1 (Windows-1252). Save the table as "CSV UTF-8". Nothing was written.`,
  };
}

const text = (decoded: string): DecodedTable => ({
  kind: 'text',
  text: decoded.charCodeAt(0) === 0xfeff ? decoded.slice(1) : decoded,
});

function utf16(bytes: Buffer): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const beginning = bytes.subarray(0, LOOKED_AT);
  const zeros = [0, 1].map((odd) => beginning.filter((byte, at) => byte === 0 && at % 2 === odd).length);
  const [even = 0, odd = 0] = zeros;
  if (odd > 0.3 * beginning.length && even === 0) return 'utf-16le';
  return even > 0.3 * beginning.length && odd === 0 ? 'utf-16be' : null;
}

/** "line 2, column 3 (headline)": the place of the first byte that is not UTF-8. */
function placeOfBadByte(bytes: Buffer): string {
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const end = bytes.indexOf(0x0a, start);
    const row = bytes.subarray(start, end < 0 ? undefined : end);
    if (!isUtf8(row)) {
      // Up to the first byte from which the row can't be decoded any more.
      const good = new TextDecoder().decode(row).split('\ufffd', 1)[0] ?? '';
      const column = cells(good).length;
      const name = cells(bytes.subarray(0, bytes.indexOf(0x0a)).toString('latin1'))[column - 1]?.trim();
      return `line ${line}, column ${column}${name ? ` (${name})` : ''}`;
    }
    if (end < 0) break;
    start = end + 1;
  }
  return 'line 1, column 1';
}

/** Roughly: a mark within quotes parts cells as well. */
const cells = (row: string) => row.split(/[,;\t]/);
