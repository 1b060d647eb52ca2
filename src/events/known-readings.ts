import { createHash } from 'node:crypto';
import { inIdleTurns } from '../in-turns.js';
import { bytesOf, doublesIn, numbersIn, readKept, type Sections, writeKept } from '../kept/kept-file.js';
import { PackedValues, Packer } from '../kept/packed-values.js';
import type { NewsEvent } from './event.js';
import type { FileReading, KeptBack } from './event-draft.js';
import { EventsToKeep, keptEvents } from './kept-events.js';
import type { Duplicate } from './merge-events.js';
import type { ContentProblem } from './problem.js';
import { type Stamp, UNREAD } from './read-bytes.js';

/** What all files together gave: good for exactly these files. */
export interface ServedFolder {
  /** By date, then path. */
  readonly events: Iterable<NewsEvent>;
  readonly rest: {
    readonly duplicates: readonly Duplicate[];
    readonly problems: readonly ContentProblem[];
    /** Files that are not served though nothing is wrong with them. */
    readonly leftOut: readonly { readonly path: string; readonly why: KeptBack }[];
    readonly dayPages: readonly string[];
    /** How many files were read, READMEs aside. */
    readonly files: number;
  };
}

/** A file of the folder: what it was when it was read, and what it gave. */
export type ReadFile = readonly [path: string, stamp: Stamp, reading: FileReading];

/** What a file gives for a time only is read again at every start. */
export const canBeKept = ([, stamp, { changesAt }]: ReadFile) => stamp !== UNREAD && changesAt === undefined;

const NAME = 'files';
/** The number of what was served among the values; the readings come behind it. */
const SERVED = 0;

/**
 * What was read of files in an earlier run, so that only those that changed since are read again: a file whose stamp is
 * the same isn't opened, one whose bytes are the same isn't parsed. Where none changed, nothing is put together again either.
 */
export class KnownReadings {
  readonly #file: string;
  readonly #version: string;
  #kept: { readonly values: PackedValues; readonly sections: Sections } | null;
  /** Where the file of a path is in what is kept, with its stamp and the hash of its bytes. */
  readonly #files = new Map<string, { readonly at: number; readonly stamp: Stamp }>();
  #contents: (at: number) => string = () => '';
  /** Hashes of the files that were opened at this start, with what those were then. */
  readonly #opened = new Map<string, { readonly stamp: Stamp; readonly content: string }>();
  #parsed = 0;
  #hasServed = false;

  private constructor(file: string, version: string, sections: Sections | null) {
    this.#file = file;
    this.#version = version;
    this.#kept = sections && { values: new PackedValues(sections, NAME), sections };
    if (!sections || !this.#kept) return;
    const { texts } = this.#kept.values;
    const [paths, contents] = [numbersIn(sections, 'paths'), numbersIn(sections, 'contents')];
    const stamps = doublesIn(sections, 'stamps');
    for (const [at, path] of paths.entries())
      this.#files.set(texts.text(path), { at, stamp: stamps[at] ?? UNREAD });
    this.#contents = (at) => texts.text(contents[at] ?? 0);
    this.#hasServed = this.#kept.values.value(SERVED) !== null;
  }

  /**
   * Opens what is kept in a file; nothing is known where it isn't there, is damaged or was written by another version of
   * the program.
   */
  static async open(file: string, version: string): Promise<KnownReadings> {
    return new KnownReadings(file, version, await readKept(file, version));
  }

  /** How many files are known. */
  get size(): number {
    return this.#files.size;
  }

  /** How many files were parsed, since nothing was known of them. */
  get parsed(): number {
    return this.#parsed;
  }

  /** Whether a file is known to be what it was. */
  isUnchanged(path: string, stamp: Stamp): boolean {
    return this.#files.get(path)?.stamp === stamp;
  }

  /** Whether a file with these bytes is known. */
  hasContent(path: string, stamp: Stamp, bytes: Uint8Array): boolean {
    const content = createHash('sha256').update(bytes).digest('base64');
    this.#opened.set(path, { stamp, content });
    const known = this.#files.get(path);
    if (known && this.#contents(known.at) === content) return true;
    this.#parsed += 1;
    return false;
  }

  /** What a known file gave; undefined where it isn't known, or was given up. */
  reading(path: string): FileReading | undefined {
    const known = this.#files.get(path);
    return known && (this.#kept?.values.value(known.at + SERVED + 1) as FileReading | undefined);
  }

  /** What the known files gave together; null where that isn't kept. */
  get served(): ServedFolder | null {
    const rest = this.#kept?.values.value(SERVED) as ServedFolder['rest'] | null | undefined;
    if (!this.#kept || !rest) return null;
    const { sections, values } = this.#kept;
    return { events: keptEvents(sections, values.texts), rest };
  }

  /** Whether all that can be kept is kept already: the files are those that are known, with the same stamps. */
  isKept(files: readonly (readonly [path: string, stamp: Stamp])[]): boolean {
    const isSame = files.every(([path, stamp]) => this.#files.get(path)?.stamp === stamp);
    return this.#hasServed && isSame && files.length === this.#files.size;
  }

  /**
   * Keeps the readings of all files for the next run, while nothing else is to do. What is known is given up.
   *
   * @param served what all of the files gave together; null where it has to be put together again.
   * @throws the file system's error where it can't be written
   */
  async keep(files: Iterable<ReadFile>, served: ServedFolder | null, signal?: AbortSignal): Promise<void> {
    const kept = [...files].filter(canBeKept);
    const contents = kept.map(([path, stamp]) => this.#contentOf(path, stamp));
    this.giveUp();
    const packer = new Packer();
    packer.add(served?.rest ?? null);
    await inIdleTurns(kept, ([, , reading]) => packer.add(reading), signal);
    const events = new EventsToKeep(packer.texts);
    await inIdleTurns(served?.events ?? [], (event) => events.add(event), signal);
    const numbers = (texts: readonly string[]) =>
      bytesOf(Uint32Array.from(texts, (text) => packer.texts.number(text)));
    const index = {
      paths: numbers(kept.map(([path]) => path)),
      contents: numbers(contents),
      stamps: bytesOf(Float64Array.from(kept, ([, stamp]) => stamp)),
    };
    if (signal?.aborted) return;
    await writeKept(this.#file, this.#version, { ...index, ...events.sections, ...packer.sections(NAME) });
    this.#hasServed = served !== null;
    this.#files.clear();
    for (const [at, [path, stamp]] of kept.entries()) this.#files.set(path, { at, stamp });
    this.#contents = (at) => contents[at] ?? '';
  }

  /** Gives up what the files gave, which somebody else has by now. */
  giveUp(): void {
    this.#kept = null;
    this.#opened.clear();
  }

  /** The hash of a file's bytes where they were hashed; else a text that no hash is: the file changed while it was served. */
  #contentOf(path: string, stamp: Stamp): string {
    const opened = this.#opened.get(path);
    if (opened?.stamp === stamp) return opened.content;
    const known = this.#files.get(path);
    return known?.stamp === stamp ? this.#contents(known.at) : '';
  }
}
