import { stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { type Clock, systemClock } from '../clock.js';
import { inTurns, Turn } from '../in-turns.js';
import type { CalendarDate } from './calendar-date.js';
import {
  type ContentListing,
  codeOf,
  findContentFiles,
  isMarkdown,
  isPassedOver,
  type UnseenFile,
} from './content-files.js';
import type { NewsEvent } from './event.js';
import type { FileReading, KeptBack } from './event-draft.js';
import { filesBelow } from './files-below.js';
import { folderProblems } from './folder-problems.js';
import { canBeKept, type KnownReadings, type ReadFile, type ServedFolder } from './known-readings.js';
import { KnownTerms } from './known-terms.js';
import { takeApart } from './lead-in.js';
import { barePath, nameIn, placesOf } from './link-places.js';
import { NameIndex } from './name-index.js';
import type { ContentProblem } from './problem.js';
import { type BytesRead, readBytes, type Stamp, stampNow, stampOf, UNREAD } from './read-bytes.js';
import { readContentFile, skippedFile } from './read-content-file.js';
import { readFiles } from './read-files.js';
import { type ComposeOptions, ServedDays } from './served-days.js';
import { TextPool } from './text-pool.js';

/** How far a reading has come, in files. */
export interface LoadProgress {
  readonly read: number;
  readonly files: number;
}

/** How a folder is read. */
export interface LoadOptions {
  /** What time it is, for files that are scheduled; the machine's clock unless told. */
  readonly clock?: Clock;
  /** Told every hundred files, and at the last; not at all where there are none. */
  readonly onProgress?: (progress: LoadProgress) => void;
  /** What is known of the files from an earlier run. */
  readonly known?: KnownReadings;
}

/** A file that is not served though nothing is wrong with it. */
export interface LeftOut {
  readonly path: string;
  readonly why: KeptBack | UnseenFile['why'];
}

/** A path through a folder that is passed over; asked of every link. */
const PASSED_OVER = /\/(?:\.|node_modules\/|_drafts\/)/i;

/** Files whose state is asked of the system at once. */
const ASKED_AT_ONCE = 32;

/** What changed in the library, in the shape that `Archive.update` takes. `remove` names paths. */
export interface LibraryChange {
  readonly put: readonly NewsEvent[];
  readonly remove: readonly string[];
}

/**
 * The folder of events, read. Reading never throws for what is in the folder: what can't be used is in `problems`.
 * Files that change later are read again with `refresh`. What belongs together (a file, the day pages that list it, a
 * second report of the same event) shares a date, so a date is what is put together again.
 */
export class EventLibrary {
  readonly #files = new Map<string, FileReading>();
  readonly #fileProblems = new Map<string, readonly ContentProblem[]>();
  readonly #pathsOfDate = new Map<CalendarDate, Set<string>>();
  /** When scheduled files are to be read again, in milliseconds since 1970. */
  readonly #changesAt = new Map<string, number>();
  /** What each file was when it was read, READMEs included. */
  readonly #stamps = new Map<string, Stamp>();
  /** What the last look at the folder found beside the files that are read. */
  #listing: Pick<ContentListing, 'problems' | 'unseen' | 'links'> = { problems: [], unseen: [], links: [] };
  #names: NameIndex | null = null;
  /** What an earlier run served, where no file changed since: what each gave stays where it is kept until it is needed. */
  #asKept: { readonly known: KnownReadings; readonly rest: ServedFolder['rest'] } | null = null;
  #readingUp: Promise<void> | null = null;
  /** Counts the changes since all dates were put together at once. */
  #changes = 0;
  readonly #served = new ServedDays();
  readonly #terms = new KnownTerms();
  readonly #texts = new TextPool();

  private constructor(
    /** The folder, as an absolute path. */
    readonly dir: string,
    private readonly clock: Clock,
  ) {}

  /** Reads a folder. Throws only when the folder itself can't be listed. */
  static async open(
    dir: string,
    { onProgress, clock = systemClock, known }: LoadOptions = {},
  ): Promise<EventLibrary> {
    const library = new EventLibrary(resolve(dir), clock);
    const listing = await findContentFiles(library.dir);
    const { files } = listing;
    library.#listing = listing;
    let done = 0;
    /** What each file gave; null where that is known. */
    const found: (readonly [path: string, reading: FileReading | null])[] = [];
    const take = (path: string, reading: FileReading | null) => {
      found.push([path, reading]);
      done++;
      if (done % 100 === 0 || done === files.length) onProgress?.({ read: done, files: files.length });
    };
    const isKnown = ({ file, path }: (typeof files)[number]) => {
      const stamp = stampNow(file);
      if (stamp === null || !known?.isUnchanged(path, stamp)) return false;
      library.#stamps.set(path, stamp);
      take(path, null);
      return true;
    };
    await readFiles(
      files,
      ({ path }, read) => {
        library.#stamp(path, read);
        if (read.kind === 'bytes' && known?.hasContent(path, read.stamp, read.bytes)) return take(path, null);
        const reading = readContentFile(path, read, library.#texts, clock.now());
        take(path, reading ?? skippedFile(path, 1, "It can't be opened under its name."));
      },
      known && isKnown,
    );
    const isSame = found.length === known?.size && found.every(([, reading]) => reading === null);
    if (isSame && known && (await library.#serveAsKept(known))) return library;
    // In the order of their paths, as without what is known.
    found.sort(([a], [b]) => (a < b ? -1 : 1));
    await inTurns(found, ([path, reading]) =>
      reading ? library.#store(path, reading) : library.#storeKnown(path, known?.reading(path)),
    );
    await library.#compose(library.#pathsOfDate.keys());
    return library;
  }

  /** Serves what an earlier run did; gives false where that isn't kept. */
  async #serveAsKept(known: KnownReadings): Promise<boolean> {
    const { served } = known;
    if (!served) return false;
    await this.#served.restore(served.events, served.rest.duplicates);
    this.#asKept = { known, rest: served.rest };
    return true;
  }

  /** Takes up what each file gave, where that is only kept so far: what comes of a change depends on it. */
  async #readUp(): Promise<void> {
    const kept = this.#asKept;
    if (!kept) return;
    this.#readingUp ??= inTurns([...this.#stamps.keys()], (path) =>
      this.#storeKnown(path, kept.known.reading(path)),
    ).then(() => {
      this.#asKept = null;
      kept.known.giveUp();
    });
    await this.#readingUp;
  }

  /**
   * Keeps what was read of the files for the next run, and what all of them gave together, while nothing else is to do; does
   * nothing where that is kept already. See `KnownReadings.keep`.
   */
  async keep(known: KnownReadings, signal?: AbortSignal): Promise<void> {
    if (this.#asKept && known.isKept([...this.#stamps])) return;
    await this.#readUp();
    const changes = this.#changes;
    const nothing: FileReading = { kind: 'nothing' };
    const files = [...this.#stamps].map(
      ([path, stamp]): ReadFile => [path, stamp, this.#files.get(path) ?? nothing],
    );
    if (known.isKept(files.filter(canBeKept).map(([path, stamp]) => [path, stamp]))) return known.giveUp();
    // Put together at once, as a start does: what a change of one file means for others shows only then.
    const served = changes === 0 ? this.#served : new ServedDays();
    if (changes > 0) await this.#compose(this.#pathsOfDate.keys(), served, { isIdle: true, signal });
    if (signal?.aborted) return;
    await known.keep(files, this.#changes === changes ? this.#servedFolder(served) : null, signal);
  }

  #servedFolder(served: ServedDays): ServedFolder {
    const { events, duplicates } = served;
    const dayPages = [...this.#files].flatMap(([path, { kind }]) => (kind === 'day-page' ? [path] : []));
    const [problems, leftOut] = [this.#problemsOf(served), this.#keptBack];
    return { events, rest: { duplicates, problems, leftOut, dayPages, files: this.#files.size } };
  }

  /** How many markdown files were read, skipped ones included; README and the like aside. */
  get files(): number {
    const unread = this.#listing.problems.map(({ path }) => path).filter(isMarkdown);
    if (this.#asKept)
      return this.#asKept.rest.files + unread.filter((path) => !this.#stamps.has(path)).length;
    return new Set([...this.#files.keys(), ...unread]).size;
  }

  /** Whether no file is read. */
  get isEmpty(): boolean {
    return (this.#asKept?.rest.files ?? this.#files.size) === 0;
  }

  /** Every event, by date, then path. */
  get events(): readonly NewsEvent[] {
    return this.#served.events;
  }

  /** Everything that could not be used as it is, by path and line. */
  get problems(): readonly ContentProblem[] {
    const isRead = (path: string) => (this.#asKept ? this.#stamps : this.#files).has(path);
    const listed = this.#listing.problems.filter(({ path }) => !isRead(path));
    return [...(this.#asKept?.rest.problems ?? this.#problemsOf(this.#served)), ...listed].sort((a, b) =>
      a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1,
    );
  }

  /** What could not be used of the files as it is. */
  #problemsOf(served: ServedDays): ContentProblem[] {
    const merged = new Set(served.duplicates.map(({ path }) => path));
    const drafts = [...this.#files.keys()].sort().flatMap((path) => {
      const reading = this.#files.get(path);
      return reading?.kind === 'event' && reading.draft.given && !merged.has(path) ? [reading.draft] : [];
    });
    const across = folderProblems(drafts, (link, from) => served.at(this.#locate(link, from)) !== undefined);
    const duplicates = served.duplicates
      .filter(({ path }) => this.#files.has(path))
      .map(
        ({ path, into }): ContentProblem => ({
          path,
          line: 1,
          problem: `It tells the same event as ${into}; the two are served as one.`,
          severity: 'noticed',
        }),
      );
    return [...this.#fileProblems.values(), duplicates, across].flat();
  }

  /** What is left out on purpose, by path: drafts, templates, hidden files. */
  get leftOut(): readonly LeftOut[] {
    const keptBack = this.#asKept ? this.#asKept.rest.leftOut : this.#keptBack;
    return [...keptBack, ...this.#listing.unseen].sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  get #keptBack(): { readonly path: string; readonly why: KeptBack }[] {
    return [...this.#files].flatMap(([path, reading]) =>
      reading.kind === 'kept-back' ? [{ path, why: reading.why }] : [],
    );
  }

  /** Whether a file lists events rather than being one. */
  isDayPage(path: string): boolean {
    if (this.#asKept) return this.#asKept.rest.dayPages.includes(path);
    return this.#files.get(path)?.kind === 'day-page';
  }

  /** Links of the folder to files and folders, as paths in the file system: what they lead to may change unseen. */
  get links(): readonly string[] {
    return this.#listing.links;
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
   * Reads files again after they came, changed or went; of a folder that went, what was read from it.
   *
   * @param files Paths in the file system.
   */
  async refresh(files: readonly string[]): Promise<LibraryChange> {
    const dates = new Set<CalendarDate>();
    const turnedOver = new Set<string>();
    await this.#readUp();
    this.#changes += 1;
    const turn = Turn.begin();
    for (const file of this.filesOf(files)) {
      const path = this.#treePathOf(file);
      if (path === null) continue;
      const read = await readBytes(resolve(file));
      const wasKeptBack = this.#isKeptBack(path);
      for (const date of this.#drop(path)) dates.add(date);
      this.#stamp(path, read);
      const reading = readContentFile(path, read, this.#texts, this.clock.now());
      if (reading !== null) for (const date of this.#store(path, reading)) dates.add(date);
      if (this.#isKeptBack(path) !== wasKeptBack) turnedOver.add(path);
      if (turn.isOver) await turn.next();
    }
    if (turnedOver.size > 0) for (const date of await this.#datesLinkingTo(turnedOver)) dates.add(date);
    const before = new Map(this.#served.on(dates).map((event) => [event.path, event]));
    await this.#compose(dates);
    const after = this.#served.on(dates);
    const stays = new Set(after.map((event) => event.path));
    const put: NewsEvent[] = [];
    await inTurns(after, (event) => {
      const old = before.get(event.path);
      if (old === undefined || JSON.stringify(old) !== JSON.stringify(event)) put.push(event);
    });
    return { put, remove: [...before.keys()].filter((path) => !stays.has(path)) };
  }

  /**
   * Files that are others than when they were read, that came or went, as `refresh` takes them: whatever raised no event. A folder
   * that can't be listed at the moment keeps what was read from it.
   *
   * @param options.idle looks in a fifth of the time there is.
   * @param options.signal calls it off: nothing is found then.
   * @throws where the folder itself is there and can't be listed.
   */
  async changes({ idle = false, signal }: { idle?: boolean; signal?: AbortSignal } = {}): Promise<string[]> {
    const listing = await this.#lookedAt();
    const changed: string[] = [];
    const gone = new Set(this.#stamps.keys());
    const turn = idle ? Turn.beginIdle() : Turn.begin();
    const { files, unlisted } = listing;
    for (let from = 0; from < files.length; from += ASKED_AT_ONCE) {
      if (signal?.aborted) return [];
      const asked = files.slice(from, from + ASKED_AT_ONCE);
      const stamps = await Promise.all(asked.map(({ file }) => stat(file).then(stampOf, () => null)));
      for (const [i, { file, path }] of asked.entries()) {
        gone.delete(path);
        const stamp = stamps[i] ?? null;
        const known = this.#stamps.get(path);
        if (stamp === null || stamp !== known) changed.push(file);
        // One that couldn't be read is tried again only when it has changed.
        if (stamp !== null && known === UNREAD) this.#stamps.set(path, stamp);
      }
      if (turn.isOver) await turn.next();
    }
    const isThere = (path: string) => unlisted.some((folder) => path.startsWith(`${folder}/`));
    return [...changed, ...[...gone].filter((path) => !isThere(path)).map((path) => join(this.dir, path))];
  }

  /** Files that are shown or hidden from then on, as their writers scheduled them; as `refresh` takes them. */
  due(): string[] {
    const now = this.clock.now().getTime();
    return [...this.#changesAt].flatMap(([path, at]) => (at <= now ? [join(this.dir, path)] : []));
  }

  /** What is in the folder now; nothing where it went. */
  async #lookedAt(): Promise<ContentListing> {
    const nothing: ContentListing = { files: [], problems: [], unseen: [], links: [], unlisted: [] };
    const listing = await findContentFiles(this.dir).catch((error: unknown) => {
      if (codeOf(error) !== 'ENOENT' && codeOf(error) !== 'ENOTDIR') throw error;
      return nothing;
    });
    this.#listing = listing;
    return listing;
  }

  /** The files that paths mean: themselves, or, for folders that went, those that were read from them. */
  filesOf(files: readonly string[]): string[] {
    const folders = files.filter(
      (file) => !isMarkdown(file) || !this.#stamps.has(this.#treePathOf(file) ?? ''),
    );
    const paths = folders.map((file) =>
      `/${relative(this.dir, resolve(file)).split(sep).join('/')}`.normalize('NFC'),
    );
    const below = paths.length === 0 ? [] : filesBelow(paths, [...this.#stamps.keys()]);
    return [...new Set([...files.filter(isMarkdown), ...below.map((path) => join(this.dir, path))])];
  }

  #stamp(path: string, read: BytesRead): void {
    if (read.kind === 'bytes') this.#stamps.set(path, read.stamp);
    else if (read.kind === 'gone') this.#stamps.delete(path);
    else if (!this.#stamps.has(path)) this.#stamps.set(path, UNREAD);
  }

  #isKeptBack(path: string): boolean {
    return this.#files.get(path)?.kind === 'kept-back' || PASSED_OVER.test(path);
  }

  /** The dates of events that link to some files. */
  async #datesLinkingTo(paths: ReadonlySet<string>): Promise<Set<CalendarDate>> {
    const dates = new Set<CalendarDate>();
    await inTurns(this.#files.entries(), ([from, reading]) => {
      if (reading.kind !== 'event') return;
      const { related, date } = reading.draft;
      if (related.some((link) => paths.has(this.#locate(link.path, from)))) dates.add(date);
    });
    return dates;
  }

  #treePathOf(file: string): string | null {
    const absolute = resolve(file);
    if (!absolute.startsWith(this.dir + sep) || !isMarkdown(absolute)) return null;
    const parts = absolute.slice(this.dir.length + 1).split(sep);
    return parts.some(isPassedOver) ? null : `/${parts.join('/')}`.normalize('NFC');
  }

  /** Takes up what an earlier run read of a file. */
  #storeKnown(path: string, reading: FileReading = { kind: 'nothing' }): void {
    // The string that the links to this file hold, too.
    if (reading.kind === 'event') this.#texts.adopt(reading.draft.path);
    this.#store(path, reading);
  }

  /** Takes a reading up; returns the dates it concerns. */
  #store(path: string, reading: FileReading): CalendarDate[] {
    if (reading.kind === 'nothing') return [];
    this.#names = null;
    // The very string that links to this file hold: telling that two are the same is then no work.
    this.#files.set(this.#texts.same(path), reading);
    if (reading.changesAt !== undefined) this.#changesAt.set(path, reading.changesAt);
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
    if (reading) this.#names = null;
    this.#files.delete(path);
    this.#fileProblems.delete(path);
    this.#changesAt.delete(path);
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

  #compose(dates: Iterable<CalendarDate>, served = this.#served, how: ComposeOptions = {}): Promise<void> {
    const readingsOf = (date: CalendarDate) =>
      [...(this.#pathsOfDate.get(date) ?? [])].flatMap((path) => this.#files.get(path) ?? []);
    return served.compose(
      dates,
      readingsOf,
      {
        terms: this.#terms,
        hasEvent: (path) => this.#files.get(path)?.kind === 'event' || this.#isKeptBack(path),
        locate: (link, from) => this.#locate(link, from),
        isKeptBack: (path) => this.#isKeptBack(path),
      },
      how,
    );
  }

  /** The path in the folder that a link means, by its place or its name; the one it gives where no file is meant by it. */
  #locate(link: string, from: string): string {
    if (this.#files.has(link)) return link;
    const place = placesOf(link, from).find((path) => this.#files.has(path));
    if (place !== undefined) return place;
    const isPlain = link.startsWith('/') && !/[%#?]/.test(link);
    const named = isPlain ? undefined : this.#named(nameIn(link) ?? barePath(link), from);
    return named ?? barePath(link);
  }

  #named(name: string, from: string): string | undefined {
    this.#names ??= new NameIndex(this.#files);
    return this.#names.find(name, from);
  }
}

function datesOf(reading: FileReading): CalendarDate[] {
  if (reading.kind === 'event') return [reading.draft.date];
  return reading.kind === 'day-page' ? [...new Set(reading.listings.map((l) => l.date))] : [];
}
