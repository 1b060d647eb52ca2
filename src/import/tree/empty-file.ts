import { statSync } from 'node:fs';

/**
 * Whether a file holds nothing. No event's file does, and nobody writes one: a power cut leaves it where the file's name
 * reached the disk before its text. So it may be written over.
 */
export function isEmptyFile(file: string): boolean {
  const found = statSync(file, { throwIfNoEntry: false });
  return found?.isFile() === true && found.size === 0;
}
