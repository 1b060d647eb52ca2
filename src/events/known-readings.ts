import { createHash } from 'node:crypto';
import { inIdleTurns } from '../in-turns.js';
import { readKept, writeKept } from '../kept/kept-file.js';
import { PackedValues, Packer } from '../kept/packed-values.js';
import type { FileReading } from './event-draft.js';
import type { Stamp } from './read-bytes.js';

/** A file as it is kept: what it was when it was read, and what it gave. */
interface KeptFile {
  readonly path: string;
  readonly stamp: Stamp;
  /** The hash of its bytes. */
  readonly content: string;
  readonly reading: FileReading;
}

const NAME = 'files';

/**
 * What was read of files in an earlier run, so that only those that changed since are read again: a file whose stamp is
 * the same isn't opened, one whose bytes are the same isn't parsed.
 */
export class KnownReadings {
  readonly #file: string;
  readonly #version: string;
  #kept: PackedValues | null;
  /** Where the file of a path is in what is kept, with its stamp and the hash of its bytes. */
  readonly #files = new Map<
    string,
    { readonly at: number; readonly stamp: Stamp; readonly content: string }
  >();
  /** Hashes of the files that were opened at this start, with what those were then. */
  readonly #contents = new Map<string, { readonly stamp: Stamp; readonly content: string }>();
  #parsed = 0;

  private constructor(file: string, version: string, kept: PackedValues | null) {
    this.#file = file;
    this.#version = version;
    this.#kept = kept;
    const index = (kept?.value(0) ?? []) as [string, Stamp, string][];
    for (const [i, [path, stamp, content]] of index.entries())
      this.#files.set(path, { at: i + 1, stamp, content });
  }

  /**
   * Opens what is kept in a file; nothing is known where it isn't there, is damaged or was written by another version of
   * the program.
   */
  static async open(file: string, version: string): Promise<KnownReadings> {
    const sections = await readKept(file, version);
    return new KnownReadings(file, version, sections && new PackedValues(sections, NAME));
  }

  /** How many files were parsed, since nothing was known of them. */
  get parsed(): number {
    return this.#parsed;
  }

  /** The reading of a file that is what it was; undefined where it changed or isn't known. */
  unchanged(path: string, stamp: Stamp): FileReading | undefined {
    const known = this.#files.get(path);
    return known?.stamp === stamp ? this.#reading(known.at) : undefined;
  }

  /** The reading of a file with these bytes; undefined where those aren't known. */
  sameContent(path: string, stamp: Stamp, bytes: Uint8Array): FileReading | undefined {
    const content = createHash('sha256').update(bytes).digest('base64');
    this.#contents.set(path, { stamp, content });
    const known = this.#files.get(path);
    if (known?.content === content) return this.#reading(known.at);
    this.#parsed += 1;
    return undefined;
  }

  /**
   * Keeps the readings of all files for the next run, while nothing else is to do; does nothing where they are kept already.
   * What is known is given up.
   *
   * @throws the file system's error where it can't be written
   */
  async keep(
    files: Iterable<readonly [path: string, stamp: Stamp, reading: FileReading]>,
    signal?: AbortSignal,
  ): Promise<void> {
    // What a file gives for a time only is read again at every start.
    const all = [...files].filter(([, stamp, { changesAt }]) => stamp !== '' && changesAt === undefined);
    if (
      all.length === this.#files.size &&
      all.every(([path, stamp]) => this.#files.get(path)?.stamp === stamp)
    )
      return this.#giveUp();
    const packer = new Packer();
    const kept = all.map(
      ([path, stamp, reading]): KeptFile => ({ path, stamp, content: this.#contentOf(path, stamp), reading }),
    );
    this.#giveUp();
    packer.add(kept.map(({ path, stamp, content }) => [path, stamp, content]));
    await inIdleTurns(kept, ({ reading }) => packer.add(reading), signal);
    if (signal?.aborted) return;
    await writeKept(this.#file, this.#version, packer.sections(NAME));
    this.#files.clear();
    for (const [i, { path, stamp, content }] of kept.entries())
      this.#files.set(path, { at: i + 1, stamp, content });
  }

  #giveUp(): void {
    this.#kept = null;
    this.#contents.clear();
  }

  /** The hash of a file's bytes where they were hashed; else a text that no hash is: the file changed while it was served. */
  #contentOf(path: string, stamp: Stamp): string {
    const known = [this.#contents.get(path), this.#files.get(path)].find((file) => file?.stamp === stamp);
    return known?.content ?? '';
  }

  #reading(at: number): FileReading | undefined {
    return this.#kept?.value(at) as FileReading | undefined;
  }
}
