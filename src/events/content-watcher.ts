import { FolderWatch } from './folder-watch.js';

/** Quiet time after a change before it is taken up: an importer or a copy writes many files in a row. */
const QUIET_MS = 300;
/** A change is taken up after so long even while others keep coming. */
const LONGEST_WAIT_MS = 1_000;

/**
 * Watches a folder of events and tells of markdown files that came, changed or went: in batches, one at a time, the
 * next only when the last has been dealt with.
 */
export class ContentWatcher {
  #folders: FolderWatch | null = null;
  readonly #onFiles: (files: readonly string[]) => Promise<void>;
  readonly #waiting = new Set<string>();
  #timer: NodeJS.Timeout | null = null;
  #since = 0;
  #stopped = false;
  #busy: Promise<void> = Promise.resolve();

  private constructor(onFiles: (files: readonly string[]) => Promise<void>) {
    this.#onFiles = onFiles;
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
    signal?: AbortSignal,
  ): Promise<ContentWatcher> {
    const watcher = new ContentWatcher((files) => onFiles(files).catch(onError));
    watcher.#folders = await FolderWatch.start(dir, (path) => watcher.note(path), onError, signal);
    return watcher;
  }

  /** Stops watching; what was noted before is still dealt with. */
  async stop(): Promise<void> {
    this.#folders?.close();
    this.#flush();
    this.#stopped = true;
    await this.#busy;
  }

  /** Takes a path in as if its change had been seen. */
  note(path: string): void {
    if (this.#stopped) return;
    const now = performance.now();
    if (this.#waiting.size === 0) this.#since = now;
    this.#waiting.add(path);
    if (this.#timer) clearTimeout(this.#timer);
    const left = this.#since + LONGEST_WAIT_MS - now;
    this.#timer = setTimeout(() => this.#flush(), Math.max(0, Math.min(QUIET_MS, left)));
  }

  #flush(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#waiting.size === 0) return;
    const files = [...this.#waiting];
    this.#waiting.clear();
    this.#busy = this.#busy.then(() => this.#onFiles(files));
  }
}
