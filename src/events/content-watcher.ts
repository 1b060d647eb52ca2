import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { codeOf, isMarkdown } from './content-files.js';
import { FolderWatch, type SystemWatch } from './folder-watch.js';
import { stampOf } from './read-bytes.js';

/** Quiet time after a change before it is read: an importer or a copy writes many files in a row. */
const QUIET_MS = 300;
/** A change is read after this long even while others keep coming. */
const LONGEST_WAIT_MS = 1_000;
/** Time between two looks through the whole folder, for what raised no event: mounts of containers and networks raise none. */
const SWEEP_MS = 30_000;
/** Time between two looks at the folder itself and at the links in it: what they lead to may be swapped without a word. */
const PULSE_MS = 1_000;
/** A change that doesn't say what it did is looked for after this long. */
const UNSURE_MS = 200;
/** Files that are handed over at once. */
const MOST_AT_ONCE = 500;
/** Links that are looked at with each pulse. */
const MOST_LINKS = 500;

/** The folder as it was read: what differs from it now. */
export interface ReadFolder {
  /** Files that came, changed or went since they were read, as paths in the file system. */
  changes(options: { idle?: boolean; signal?: AbortSignal }): Promise<string[]>;
  /** Files that are to be read again though they are what they were: their writers scheduled them. */
  due?(): string[];
  /** Links to files and folders that were followed, as paths in the file system. */
  readonly links: readonly string[];
  readonly isEmpty: boolean;
  /** The files that paths mean: themselves, or what was read from a folder that went. */
  filesOf(paths: readonly string[]): string[];
}

/** How a folder is watched. */
export interface WatchOptions {
  readonly signal?: AbortSignal;
  /** What was read of the folder; without it there are only the system's events. */
  readonly folder?: ReadFolder;
  /** Called with a sentence about what the operator should know: an emptied folder, a limit of the system. */
  readonly onNotice?: (sentence: string) => void;
  readonly sweepMs?: number;
  readonly pulseMs?: number;
  /** Watches one folder; the system's `watch` by default. */
  readonly system?: SystemWatch;
}

/**
 * Watches a folder of events and reports markdown files that came, changed or went: in batches, one at a time, the
 * next only when the last has been dealt with. Three ways lead to a change: the system's events, at once; a look each second at
 * the folder itself and its links, which are swapped as a whole; and a look through all of it twice a minute.
 */
export class ContentWatcher {
  readonly #dir: string;
  readonly #onFiles: (files: readonly string[]) => Promise<void>;
  readonly #onError: (error: unknown) => void;
  readonly #options: WatchOptions;
  readonly #stopping = new AbortController();
  readonly #waiting = new Set<string>();
  readonly #linked = new Map<string, string>();
  #folders: FolderWatch | null = null;
  #timer: NodeJS.Timeout | null = null;
  #unsure: NodeJS.Timeout | null = null;
  #since = 0;
  #busy: Promise<void> = Promise.resolve();
  #sweeping: Promise<void> | null = null;
  #rootIdentity = '';
  #wasEmpty: boolean;
  /** What the system reported since the last look. */
  readonly #told = new Set<string>();
  #isFirstLook = true;
  #saidSilent = false;

  private constructor(
    dir: string,
    onFiles: (files: readonly string[]) => Promise<void>,
    onError: (error: unknown) => void,
    options: WatchOptions,
  ) {
    this.#dir = dir;
    this.#onFiles = onFiles;
    this.#onError = onError;
    this.#options = options;
    this.#wasEmpty = options.folder?.isEmpty ?? true;
  }

  /**
   * Starts watching; resolves when every change from here on will be seen, or once `signal` calls it off.
   *
   * @param onFiles is given paths in the file system, of a folder where a whole one went. What it throws goes to `onError`, and watching goes on.
   */
  static async start(
    dir: string,
    onFiles: (files: readonly string[]) => Promise<void>,
    onError: (error: unknown) => void,
    options: WatchOptions = {},
  ): Promise<ContentWatcher> {
    const watcher = new ContentWatcher(dir, onFiles, onError, options);
    options.signal?.addEventListener('abort', () => watcher.#stopping.abort());
    watcher.#rootIdentity = await identityOf(dir);
    await watcher.#watchFolders();
    if (options.folder) watcher.#lookAgain();
    return watcher;
  }

  /** Stops watching; what was noted before is still dealt with. */
  async stop(): Promise<void> {
    this.#folders?.close();
    if (this.#unsure) clearTimeout(this.#unsure);
    this.#flush();
    this.#stopping.abort();
    await this.#sweeping?.catch(() => {});
    await this.#busy;
  }

  /** Takes a path in as if its change had been seen. */
  note(path: string): void {
    if (this.#isStopped) return;
    const now = performance.now();
    if (this.#waiting.size === 0) this.#since = now;
    this.#waiting.add(path);
    if (this.#timer) clearTimeout(this.#timer);
    const left = this.#since + LONGEST_WAIT_MS - now;
    this.#timer = setTimeout(() => this.#flush(), Math.max(0, Math.min(QUIET_MS, left)));
  }

  get #isStopped(): boolean {
    return this.#stopping.signal.aborted;
  }

  #flush(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#waiting.size === 0) return;
    const files = [...this.#waiting];
    this.#waiting.clear();
    this.#busy = this.#busy.then(async () => {
      // In small batches: the receiver may do so in one go.
      const all = this.#options.folder?.filesOf(files) ?? files;
      for (let from = 0; from < all.length; from += MOST_AT_ONCE)
        await this.#onFiles(all.slice(from, from + MOST_AT_ONCE)).catch(this.#onError);
      this.#sayEmpty();
    });
  }

  #sayEmpty(): void {
    const { folder, onNotice } = this.#options;
    if (!folder || folder.isEmpty === this.#wasEmpty) return;
    this.#wasEmpty = folder.isEmpty;
    onNotice?.(
      folder.isEmpty
        ? `The folder of events ${this.#dir} is empty now: nothing is served until files come back.`
        : `The folder of events ${this.#dir} has files again.`,
    );
  }

  async #watchFolders(): Promise<void> {
    this.#folders?.close();
    this.#folders = await FolderWatch.start(
      this.#dir,
      {
        onPath: (path) => {
          this.#told.add(path);
          this.note(path);
        },
        onUnsure: () => this.#lookSoon(),
        onLimit: (code) => this.#sayLimit(code),
        onError: this.#onError,
      },
      this.#stopping.signal,
      this.#options.system,
    );
  }

  #sayLimit(code: string): void {
    const every = `every ${this.#sweepMs / 1000} s`;
    this.#options.onNotice?.(
      code === 'ENOSPC'
        ? `The system watches no more folders (ENOSPC): changes in the others are looked for ${every}. A higher fs.inotify.max_user_watches lets all be seen at once.`
        : `The system watches no more folders (${code}): changes in the others are looked for ${every}.`,
    );
  }

  get #sweepMs(): number {
    return this.#options.sweepMs ?? SWEEP_MS;
  }

  /** Looks again and again, until it is stopped. */
  #lookAgain(): void {
    const { signal } = this.#stopping;
    const repeat = async (ms: number, look: () => Promise<void>) => {
      while (!signal.aborted) {
        await look().catch(this.#onError);
        await pause(ms, undefined, { signal, ref: false }).catch(() => {});
      }
    };
    void repeat(this.#sweepMs, () => this.#sweep(true));
    void repeat(this.#options.pulseMs ?? PULSE_MS, () => this.#pulse());
  }

  #lookSoon(): void {
    if (this.#isStopped || !this.#options.folder) return;
    if (this.#unsure) clearTimeout(this.#unsure);
    this.#unsure = setTimeout(() => void this.#sweep(false).catch(this.#onError), UNSURE_MS);
  }

  /** Looks at the folder itself and at its links: whether they are what they were. */
  async #pulse(): Promise<void> {
    const root = await identityOf(this.#dir);
    if (this.#isStopped) return;
    if (root !== this.#rootIdentity) {
      this.#rootIdentity = root;
      await Promise.all([this.#sweep(false), this.#watchFolders()]);
      return;
    }
    const links = this.#options.folder?.links.slice(0, MOST_LINKS) ?? [];
    const found = await Promise.all(links.map(async (link) => [link, await linkStamp(link)] as const));
    let turned = false;
    for (const [link, stamp] of found) {
      const before = this.#linked.get(link);
      this.#linked.set(link, stamp);
      if (before === undefined || before === stamp) continue;
      if (isMarkdown(link)) this.note(link);
      else turned = true;
    }
    if (turned) await this.#sweep(false);
  }

  /** Looks through the folder for what differs from what was read, one look at a time. */
  async #sweep(idle: boolean): Promise<void> {
    await this.#sweeping?.catch(() => {});
    if (this.#isStopped) return;
    this.#sweeping = this.#look(idle);
    await this.#sweeping;
  }

  async #look(idle: boolean): Promise<void> {
    const { folder } = this.#options;
    if (!folder) return;
    // What was seen already is read first: it would be found a second time.
    this.#flush();
    await this.#busy;
    const { signal } = this.#stopping;
    const changed = await folder.changes({ idle, signal });
    if (this.#isStopped) return;
    for (const file of [...changed, ...(folder.due?.() ?? [])]) this.note(file);
    // What changed between the reading and the watch was not reported.
    if (idle && !this.#isFirstLook && changed.some((file) => !this.#told.has(file))) this.#saySilent();
    this.#isFirstLook = false;
    this.#told.clear();
    for (const parent of new Set(changed.map(dirname))) await this.#folders?.ensure(parent);
    for (const link of folder.links) if (!isMarkdown(link)) await this.#folders?.ensure(link, true);
  }

  #saySilent(): void {
    if (this.#saidSilent) return;
    this.#saidSilent = true;
    this.#options.onNotice?.(
      `Files in ${this.#dir} changed and the system said nothing, as with mounts of containers and networks: the folder is looked through every ${this.#sweepMs / 1000} s.`,
    );
  }
}

/** Which folder is under a path; the system's code where none is. */
async function identityOf(path: string): Promise<string> {
  return stat(path).then(({ dev, ino }) => `${dev} ${ino}`, codeOf);
}

/** What a link leads to: a file as it is, or which folder. */
async function linkStamp(link: string): Promise<string> {
  return stat(link).then(
    (found) => (found.isDirectory() ? `${found.dev} ${found.ino}` : String(stampOf(found))),
    codeOf,
  );
}
