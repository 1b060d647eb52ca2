import type { ContentFile } from './content-files.js';
import { decodeText } from './decode-text.js';
import type { FileReading } from './event-draft.js';
import { readBytes } from './read-bytes.js';
import { readEvent } from './read-event.js';
import type { TextPool } from './text-pool.js';

/** The reading of a file that gives no event, for one reason. */
export function skippedFile(path: string, line: number, problem: string): FileReading {
  return { kind: 'skipped', problems: [{ path, line, problem, severity: 'skipped' }] };
}

/** Reads one file of the folder; null where there is none under that name. Never throws. */
export async function readContentFile(
  { file, path }: ContentFile,
  texts: TextPool,
  buffer?: Buffer<ArrayBuffer>,
): Promise<FileReading | null> {
  const read = await readBytes(file, buffer);
  if (read.kind === 'gone') return null;
  if (read.kind === 'unreadable') return skippedFile(path, 1, `It can't be read (${read.code}).`);
  const decoded = decodeText(read.bytes);
  if (decoded.kind === 'unreadable') return skippedFile(path, decoded.line, decoded.reason);
  if (decoded.text.trim() === '') return skippedFile(path, 1, 'It is empty.');
  return readEvent(path, decoded.text, texts);
}
