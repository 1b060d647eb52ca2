import { stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { Turn } from '../in-turns.js';
import type { CalendarDate } from './calendar-date.js';
import { findContentFiles, isMarkdown, isPassedOver } from './content-files.js';
import type { NewsEvent } from './event.js';
import type { FileReading } from './event-draft.js';
import { folderProblems } from './folder-problems.js';
import { KnownTerms } from './known-terms.js';
import { takeApart } from './lead-in.js';
import type { ContentProblem } from './problem.js';
import { readBytes } from './read-bytes.js';
import { readContentFile, skippedFile } from './read-content-file.js';
import { readFiles } from './read-files.js';
import { ServedDays } from './served-days.js';
import { TextPool } from './text-pool.js';

/** How far a reading has come, in files. */
export interface LoadProgress {
  readonly read: number;
  readonly files: number;
}

/** How a folder is read. */
export interface LoadOptions {
  /** Told every hundred files, and at the last; not at all where there are none. */
  readonly onProgress?: (progress: LoadProgress) => void;
}

/** What changed in the library, in the shape that `Archive.update` takes. `remove` names paths. */
export interface LibraryChange {
  readonly put: readonly NewsEvent[];
  readonly remove: readonly string[];
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
  readonly #served = new ServedDays();
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
    let done = 0;
    await readFiles(files, ({ path }, read) => {
      const reading = readContentFile(path, read, library.#texts);
      library.#store(path, reading ?? skippedFile(path, 1, "It can't be opened under its name."));
      done++;
      if (done % 100 === 0 || done === files.length) onProgress?.({ read: done, files: files.length });
    });
    await library.#compose(library.#pathsOfDate.keys());
    return library;
  }

  /** How many markdown files were read, skipped ones included; README and the like aside. */
  get files(): number {
    return new Set([...this.#files.keys(), ...[...this.#fileProblems.keys()].filter(isMarkdown)]).size;
  }

  /** Every event, by date, then path. */
  get events(): readonly NewsEvent[] {
    return this.#served.events;
  }

  /** Everything that could not be used as it stands, by path and line. */
  get problems(): readonly ContentProblem[] {
    const merged = new Set(this.#served.duplicates.map(({ path }) => path));
    const drafts = [...this.#files.keys()].sort().flatMap((path) => {
      const reading = this.#files.get(path);
      return reading?.kind === 'event' && reading.draft.given && !merged.has(path) ? [reading.draft] : [];
    });
    const across = folderProblems(
      drafts,
      (link, from) => this.#served.at(this.#locate(link, from)) !== undefined,
    );
    const duplicates = this.#served.duplicates
      .filter(({ path }) => this.#files.has(path))
      .map(
        ({ path, into }): ContentProblem => ({
          path,
          line: 1,
          problem: `It tells the same event as ${into}; the two are served as one.`,
          severity: 'noticed',
        }),
      );
    return [...this.#fileProblems.values(), duplicates, across]
      .flat()
      .sort((a, b) => (a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1));
  }

  /** How many dates have events. */
  get days(): number {
    return this.#served.count;
  }

  /** The event of a path in the tree (leading slash or not) or of an id. A merged path gives the event it went into. */
  event(pathOrId: string): NewsEvent | null {
    const path = (pathOrId.startsWith('/') ? pathOrId : `/${pathOrId}`).normalize('NFC');
    return this.#served.at(path) ?? this.events.find((event) => event.id === pathOrId) ?? null;
  }

  /**
   * Reads files again after they came, changed or went; folders among the paths are passed over.
   *
   * @param files Paths in the file system.
   */
  async refresh(files: readonly string[]): Promise<LibraryChange> {
    const dates = new Set<CalendarDate>();
    for (const file of files.flatMap((file) => this.#filesOf(file))) {
      const path = this.#treePathOf(file);
      if (path === null) continue;
      for (const date of this.#drop(path)) dates.add(date);
      const reading = readContentFile(path, await readBytes(resolve(file)), this.#texts);
      if (reading !== null) for (const date of this.#store(path, reading)) dates.add(date);
    }
    const before = new Map(this.#served.on(dates).map((event) => [event.path, event]));
    await this.#compose(dates);
    const after = this.#served.on(dates);
    const stays = new Set(after.map((event) => event.path));
    return {
      put: after.filter((event) => JSON.stringify(before.get(event.path)) !== JSON.stringify(event)),
      remove: [...before.keys()].filter((path) => !stays.has(path)),
    };
  }

  /**
   * Files that came, changed since a moment (milliseconds since 1970) or went, as `refresh` takes them. Looks at them in a
   * fifth of the time there is; none once `signal` calls it off.
   */
  async changedSince(since: number, signal?: AbortSignal): Promise<string[]> {
    const { files } = await findContentFiles(this.dir);
    const changed: string[] = [];
    const gone = new Set(this.#files.keys());
    const turn = Turn.beginIdle();
    for (const file of files) {
      if (signal?.aborted) return [];
      const isKnown = gone.delete(file.path);
      const found = await stat(file.file).catch(() => null);
      if (!isKnown || !found || found.ctimeMs >= since) changed.push(file.file);
      if (turn.isOver) await turn.next();
    }
    return [...changed, ...[...gone].map((path) => join(this.dir, path))];
  }

  /** The files that a path stands for: itself, or, for a folder that went, those that were read from it. */
  #filesOf(file: string): string[] {
    if (isMarkdown(file)) return [file];
    const path = `/${relative(this.dir, resolve(file)).split(sep).join('/')}/`.normalize('NFC');
    return [...this.#files.keys()]
      .filter((known) => known.startsWith(path))
      .map((known) => join(this.dir, known));
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
    // The very string that links to this file hold: telling that two are the same is then no work.
    this.#files.set(this.#texts.same(path), reading);
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
      for (const topic of topics) this.#terms.add(topic);
      // Only names with a comma decide anything: most headlines show at a glance that they lead in with none.
      if (headline.slice(0, headline.indexOf(': ') + 1).includes(','))
        for (const leadIn of takeApart(headline).leadIns) this.#terms.add(leadIn);
    }
  }

  #compose(dates: Iterable<CalendarDate>): Promise<void> {
    const readingsOf = (date: CalendarDate) =>
      [...(this.#pathsOfDate.get(date) ?? [])].flatMap((path) => this.#files.get(path) ?? []);
    return this.#served.compose(dates, readingsOf, {
      terms: this.#terms,
      hasEvent: (path) => this.#files.get(path)?.kind === 'event',
      locate: (link, from) => this.#locate(link, from),
    });
  }

  /**
   * The path in the folder that a link means. A tree may lie deeper than its links say ("/world/news/…" for "/news/…"),
   * or its links may name a folder it was taken out of ("/zh/news/…").
   */
  #locate(link: string, from: string): string {
    if (this.#files.has(link)) return link;
    const folders = from.split('/').slice(1, -1);
    const deeper = folders.map((_, depth) => `/${folders.slice(0, depth + 1).join('/')}${link}`);
    const higher = link.slice(link.indexOf('/', 1));
    return [...deeper, higher].find((path) => this.#files.has(path)) ?? link;
  }
}

function datesOf(reading: FileReading): CalendarDate[] {
  if (reading.kind === 'event') return [reading.draft.date];
  return reading.kind === 'day-page' ? [...new Set(reading.listings.map((l) => l.date))] : [];
}
