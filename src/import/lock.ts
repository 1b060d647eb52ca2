import { FolderTaken, holderInWords, lockFolder } from '../folder-lock.js';

/** Another import is at work in the folder. */
export class LockError extends Error {
  override readonly name = 'LockError';
}

/**
 * Takes the folder for one import at a time. The lock goes with its process, however that ends.
 *
 * @returns what gives it back.
 * @throws LockError while another import is at work.
 */
export async function lock(folder: string): Promise<() => Promise<void>> {
  try {
    const held = await lockFolder(folder, '.import');
    return () => held.release();
  } catch (error) {
    if (!(error instanceof FolderTaken)) throw error;
    throw new LockError(
      `Another import (${holderInWords(error.holder)}) is at work in this folder. Wait until it is done.`,
    );
  }
}
