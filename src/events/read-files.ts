import { Turn } from '../in-turns.js';
import { BUFFER_SIZE, type BytesRead, readBytes, readBytesNow } from './read-bytes.js';

/** Files that are read together where the disk makes them wait. */
const BATCH = 64;
/** A file that takes longer, in milliseconds, comes from a disk; one that the system holds in memory takes 0.01. */
const FROM_MEMORY_MS = 1;

/**
 * Reads files in order and hands out their bytes, to be used before the next ones come. Handing each file to another thread
 * costs ten times what reading it from memory takes, which is where a restart or a fresh checkout has them: so each batch
 * begins with one file read in place, and the others are read likewise where that was quick, else all at once.
 *
 * @param isTaken asked before a file is opened: one that was taken already isn't.
 */
export async function readFiles<F extends { readonly file: string }>(
  files: readonly F[],
  use: (file: F, read: BytesRead) => void,
  isTaken: (file: F) => boolean = () => false,
): Promise<void> {
  const buffer = Buffer.allocUnsafe(BUFFER_SIZE);
  const turn = Turn.begin();
  const take = async (file: F, read: BytesRead) => {
    use(file, read);
    if (turn.isOver) await turn.next();
  };
  for (let begin = 0; begin < files.length; begin += BATCH) {
    const [first, ...others] = files.slice(begin, begin + BATCH).filter((file) => !isTaken(file));
    if (turn.isOver) await turn.next();
    if (!first) continue;
    const asked = performance.now();
    const read = readBytesNow(first.file, buffer);
    const fromMemory = performance.now() - asked < FROM_MEMORY_MS;
    await take(first, read);
    const reads = fromMemory ? null : await Promise.all(others.map(({ file }) => readBytes(file)));
    for (const [i, file] of others.entries()) await take(file, reads?.[i] ?? readBytesNow(file.file, buffer));
  }
}
