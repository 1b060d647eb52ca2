import { resolve, sep } from 'node:path';
import type { CalendarDate } from './calendar-date.js';
import { composeEvent, draftOfListing } from './compose-event.js';
import { type ContentFile, findContentFiles, isMarkdown, isPassedOver } from './content-files.js';
import { decodeText } from './decode-text.js';
import type { NewsEvent } from './event.js';
import type { DayListing, EventDraft, FileReading } from './event-draft.js';
import { KnownTerms } from './known-terms.js';
import { takeApart } from './lead-in.js';
import { mergeDuplicates } from './merge-events.js';
import type { ContentProblem } from './problem.js';
import { BUFFER_SIZE, readBytes } from './read-bytes.js';
import { readEvent } from './read-event.js';
import { TextPool } from './text-pool.js';

/** How far a reading has come. */
export interface LoadProgress {
  readonly read: number;
  readonly files: number;
}

export interface LoadOptions {
  readonly onProgress?: (progress: LoadProgress) => void;
}

/** What changed in the library, in the shape that `Archive.update` takes. `remove` names paths. */
export interface LibraryChange {
  readonly put: readonly NewsEvent[];
  readonly remove: readonly string[];
}

/** Files read at once. */
const AT_ONCE = 32;
/** Longest stretch of work between two turns of the event loop, in milliseconds. */
const SLICE_MS = 8;

/** The events of one date as they are served, and what was noticed in putting them together. */
interface Day {
  readonly events: readonly NewsEvent[];
  readonly problems: readonly ContentProblem[];
}

/**
 * The folder of events, read. Reading never throws for what stands in the folder: what can't be used is in `problems`.
 * Files that change later are read again with `refresh`. What belongs together (a file, the day pages that list it, a
 * second report of the same event) shares a date, so a date is what is put together anew.
 */
export class EventLibrary {
  readonly #files = new Map<string, FileReading>();
  readonly #fileProblems = new Map<string, readonly ContentProblem[]>();
  readonly #pathsOfDate = new Map<CalendarDate, Set<string>>();
  readonly #days = new Map<CalendarDate, Day>();
  readonly #byPath = new Map<string, NewsEvent>();
  readonly #terms = new KnownTerms();
  readonly #texts = new TextPool();

  private constructor(
    /** The folder, as an absolute path. */
    readonly dir: string,
  ) {}

  /** Reads a folder. Throws only when the folder itself can't be listed. */
  static async open(dir: string, { onProgress }: LoadOptions = {}): Promise<EventLibrary> {
    const library = new EventLibrary(resolve(dir));
    const { files, problems } = await findContentFiles(library.dir);
    for (const problem of problems) library.#fileProblems.set(problem.path, [problem]);
    let next = 0;
    let read = 0;
    const worker = async () => {
      const buffer = Buffer.allocUnsafe(BUFFER_SIZE);
      for (let file = files[next++]; file !== undefined; file = files[next++]) {
        const reading = await readContentFile(file, library.#texts, buffer);
        library.#store(file.path, reading ?? skipped(file.path, 1, "It can't be opened under its name."));
        read++;
        if (read % 100 === 0 || read === files.length) onProgress?.({ read, files: files.length });
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    await library.#compose(library.#pathsOfDate.keys());
    return library;
  }

  /** How many markdown files were read, skipped ones included; README and the like aside. */
  get files(): number {
    return new Set([...this.#files.keys(), ...this.#fileProblems.keys()]).size;
  }

  /** Every event, by date, then path. */
  get events(): readonly NewsEvent[] {
    return [...this.#days.keys()].sort().flatMap((date) => this.#days.get(date)?.events ?? []);
  }

  /** Everything that could not be used as it stands, by path and line. */
  get problems(): readonly ContentProblem[] {
    const all = [...this.#fileProblems.values(), ...[...this.#days.values()].map((d) => d.problems)].flat();
    return all.sort((a, b) => (a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1));
  }

  /** How many dates have events. */
  get days(): number {
    return [...this.#days.values()].filter((day) => day.events.length > 0).length;
  }

  /** The event of a path in the tree (leading slash or not) or of an id. A merged path gives the event it went into. */
  event(pathOrId: string): NewsEvent | null {
    const path = (pathOrId.startsWith('/') ? pathOrId : `/${pathOrId}`).normalize('NFC');
    return this.#byPath.get(path) ?? this.events.find((event) => event.id === pathOrId) ?? null;
  }

  /**
   * Reads files again after they came, changed or went; folders among the paths are passed over.
   *
   * @param files Paths in the file system.
   */
  async refresh(files: readonly string[]): Promise<LibraryChange> {
    const dates = new Set<CalendarDate>();
    for (const file of files) {
      const path = this.#treePathOf(file);
      if (path === null) continue;
      for (const date of this.#drop(path)) dates.add(date);
      const reading = await readContentFile({ file: resolve(file), path }, this.#texts);
      if (reading !== null) for (const date of this.#store(path, reading)) dates.add(date);
    }
    const before = new Map(
      [...dates].flatMap((d) => this.#days.get(d)?.events ?? []).map((e) => [e.path, e]),
    );
    await this.#compose(dates);
    const after = [...dates].flatMap((date) => this.#days.get(date)?.events ?? []);
    const stays = new Set(after.map((event) => event.path));
    return {
      put: after.filter((event) => JSON.stringify(before.get(event.path)) !== JSON.stringify(event)),
      remove: [...before.keys()].filter((path) => !stays.has(path)),
    };
  }

  #treePathOf(file: string): string | null {
    const absolute = resolve(file);
    if (!absolute.startsWith(this.dir + sep) || !isMarkdown(absolute)) return null;
    const parts = absolute.slice(this.dir.length + 1).split(sep);
    return parts.some(isPassedOver) ? null : `/${parts.join('/')}`.normalize('NFC');
  }

  /** Takes a reading up; returns the dates it concerns. */
  #store(path: string, reading: FileReading): CalendarDate[] {
    if (reading.kind === 'nothing') return [];
    this.#files.set(path, reading);
    if (reading.problems.length > 0) this.#fileProblems.set(path, reading.problems);
    const dates = datesOf(reading);
    for (const date of dates) {
      const paths = this.#pathsOfDate.get(date) ?? new Set();
      this.#pathsOfDate.set(date, paths.add(path));
    }
    this.#learn(reading);
    return dates;
  }

  #drop(path: string): CalendarDate[] {
    const reading = this.#files.get(path);
    this.#files.delete(path);
    this.#fileProblems.delete(path);
    const dates = reading ? datesOf(reading) : [];
    for (const date of dates) this.#pathsOfDate.get(date)?.delete(path);
    return dates;
  }

  /** Notes the names this file is sure of: they decide where context lists are cut. */
  #learn(reading: FileReading) {
    const drafts =
      reading.kind === 'event' ? [reading.draft] : reading.kind === 'day-page' ? reading.listings : [];
    for (const { headline, topics } of drafts) {
      for (const name of [...topics, ...takeApart(headline).leadIns])
        if (name.includes(',')) this.#terms.add(name);
    }
  }

  async #compose(dates: Iterable<CalendarDate>): Promise<void> {
    const listed = [...dates];
    let until = performance.now() + SLICE_MS;
    for (const date of listed) {
      for (const event of this.#days.get(date)?.events ?? []) this.#byPath.delete(event.path);
      this.#days.set(date, this.#composeDay(date));
      if (performance.now() > until) {
        await new Promise(setImmediate);
        until = performance.now() + SLICE_MS;
      }
    }
  }

  #composeDay(date: CalendarDate): Day {
    const drafts = new Map<string, EventDraft>();
    const listings: DayListing[] = [];
    for (const path of this.#pathsOfDate.get(date) ?? []) {
      const reading = this.#files.get(path);
      if (reading?.kind === 'event') drafts.set(path, reading.draft);
      else if (reading?.kind === 'day-page')
        listings.push(...reading.listings.filter((l) => l.date === date));
    }
    const listed = new Map<string, DayListing[]>();
    for (const listing of listings) {
      listed.set(listing.path, [...(listed.get(listing.path) ?? []), listing]);
      // A listing whose file stands under another date belongs there.
      if (!drafts.has(listing.path) && !this.#files.has(listing.path))
        drafts.set(listing.path, draftOfListing(listing));
    }
    const composed = [...drafts.values()].map((d) => composeEvent(d, listed.get(d.path) ?? [], this.#terms));
    const { events, duplicates } = mergeDuplicates(composed);
    events.sort((a, b) => (a.path < b.path ? -1 : 1));
    for (const event of events) this.#byPath.set(event.path, event);
    for (const { path, into } of duplicates) {
      const event = this.#byPath.get(into);
      if (event) this.#byPath.set(path, event);
    }
    const problems = duplicates
      .filter(({ path }) => this.#files.has(path))
      .map(
        ({ path, into }): ContentProblem => ({
          path,
          line: 1,
          problem: `It tells the same event as ${into}; the two are served as one.`,
          severity: 'noticed',
        }),
      );
    return { events, problems };
  }
}

function datesOf(reading: FileReading): CalendarDate[] {
  if (reading.kind === 'event') return [reading.draft.date];
  return reading.kind === 'day-page' ? [...new Set(reading.listings.map((l) => l.date))] : [];
}

function skipped(path: string, line: number, problem: string): FileReading {
  return { kind: 'skipped', problems: [{ path, line, problem, severity: 'skipped' }] };
}

/** Reads one file; null where it is gone. */
async function readContentFile(
  { file, path }: ContentFile,
  texts: TextPool,
  buffer?: Buffer<ArrayBuffer>,
): Promise<FileReading | null> {
  const read = await readBytes(file, buffer);
  if (read.kind === 'gone') return null;
  if (read.kind === 'unreadable') return skipped(path, 1, `It can't be read (${read.code}).`);
  const decoded = decodeText(read.bytes);
  if (decoded.kind === 'unreadable') return skipped(path, decoded.line, decoded.reason);
  if (decoded.text.trim() === '') return skipped(path, 1, 'It is empty.');
  return readEvent(path, decoded.text, texts);
}
