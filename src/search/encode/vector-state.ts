import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { VectorProgress } from './vector-index.js';

const fileIn = (dataDir: string) => join(dataDir, 'vectors', 'state.json');

/** Leaves word of how far the vectors are, for `dateline status`. */
export async function writeVectorState(dataDir: string, { done, total }: VectorProgress): Promise<void> {
  await mkdir(join(dataDir, 'vectors'), { recursive: true });
  await writeFileAtomic(fileIn(dataDir), JSON.stringify({ done, total }));
}

/** How far the vectors are, as the running bot left word of it; null where it has not. */
export function readVectorState(dataDir: string): VectorProgress | null {
  try {
    const { done, total } = JSON.parse(readFileSync(fileIn(dataDir), 'utf8'));
    return typeof done === 'number' && typeof total === 'number' ? { done, total } : null;
  } catch {
    return null;
  }
}
