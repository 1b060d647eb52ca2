import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Writes files so that each is there whole or not at all: into a folder of its own first, then moved into place. The
 * folder lies beside the manifest, on the same disk; what a killed run left there is cleared by the next. Nothing is
 * synced to the disk file by file: what a power cut loses, the next run writes again.
 */
export class AtomicWriter {
  readonly #staging: string;
  #written = 0;

  constructor(folder: string) {
    this.#staging = join(folder, '.staging');
  }

  /** Clears what a killed run left. */
  begin(): void {
    rmSync(this.#staging, { recursive: true, force: true });
    mkdirSync(this.#staging, { recursive: true });
  }

  /** Takes the staging folder away. */
  end(): void {
    rmSync(this.#staging, { recursive: true, force: true });
  }

  write(file: string, text: string): void {
    const staged = join(this.#staging, String(this.#written++));
    writeFileSync(staged, text);
    try {
      renameSync(staged, file);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
      mkdirSync(dirname(file), { recursive: true });
      renameSync(staged, file);
    }
  }

  /** Writes a folder that is not there yet, with all its files, in one move. */
  writeFolder(folder: string, files: readonly { name: string; text: string }[]): void {
    const staged = join(this.#staging, String(this.#written++));
    mkdirSync(staged);
    for (const { name, text } of files) writeFileSync(`${staged}/${name}`, text);
    mkdirSync(dirname(folder), { recursive: true });
    renameSync(staged, folder);
  }
}
