import { decodeText } from './decode-text.js';
import type { FileReading } from './event-draft.js';
import type { BytesRead } from './read-bytes.js';
import { readEvent } from './read-event.js';
import type { TextPool } from './text-pool.js';

/** The reading of a file that gives no event, for one reason. */
export function skippedFile(path: string, line: number, problem: string): FileReading {
  return { kind: 'skipped', problems: [{ path, line, problem, severity: 'skipped' }] };
}

/** What one file of the folder gives; null where there is none under its name. Never throws. */
export function readContentFile(
  path: string,
  read: BytesRead,
  texts: TextPool,
  now: Date,
): FileReading | null {
  if (read.kind === 'gone') return null;
  if (read.kind === 'unreadable') return skippedFile(path, 1, `It can't be read (${read.code}).`);
  const decoded = decodeText(read.bytes);
  if (decoded.kind === 'unreadable') return skippedFile(path, decoded.line, decoded.reason);
  if (decoded.text.trim() === '') return skippedFile(path, 1, 'It is empty.');
  try {
    return readEvent(path, decoded.text, texts, now);
  } catch (error) {
    // A file of a kind that nobody thought of must not keep the others from being read.
    return skippedFile(
      path,
      1,
      `It can't be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
