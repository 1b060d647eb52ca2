import { type FSWatcher, watch } from 'chokidar';
import { isMarkdown } from './content-files.js';

/** Quiet time after a change before it is taken up: an importer or a copy writes many files in a row. */
const QUIET_MS = 300;
/** A change is taken up after so long even while others keep coming. */
const LONGEST_WAIT_MS = 1_000;

/**
 * Watches a folder of events and tells of markdown files that came, changed or went: in batches, one at a time, the
 * next only when the last has been dealt with.
 */
export class ContentWatcher {
  readonly #watcher: FSWatcher;
  readonly #onFiles: (files: readonly string[]) => Promise<void>;
  readonly #waiting = new Set<string>();
  #timer: NodeJS.Timeout | null = null;
  #since = 0;
  #busy: Promise<void> = Promise.resolve();

  private constructor(watcher: FSWatcher, onFiles: (files: readonly string[]) => Promise<void>) {
    this.#watcher = watcher;
    this.#onFiles = onFiles;
  }

  /**
   * Starts watching; resolves when every change from here on will be seen.
   *
   * @param onFiles is given paths in the file system. What it throws goes to `onError`, and watching goes on.
   */
  static async start(
    dir: string,
    onFiles: (files: readonly string[]) => Promise<void>,
    onError: (error: unknown) => void,
  ): Promise<ContentWatcher> {
    const chokidar = watch(dir, {
      ignoreInitial: true,
      // A link that leads back up would be followed for ever.
      followSymlinks: false,
      ignored: (path, stats) => stats?.isFile() === true && !isMarkdown(path),
    });
    const watcher = new ContentWatcher(chokidar, (files) => onFiles(files).catch(onError));
    for (const kind of ['add', 'change', 'unlink'] as const) {
      chokidar.on(kind, (path) => watcher.#note(path));
    }
    chokidar.on('error', onError);
    await new Promise<void>((resolve) => chokidar.once('ready', resolve));
    return watcher;
  }

  /** Stops watching; what was noted before is still dealt with. */
  async stop(): Promise<void> {
    await this.#watcher.close();
    this.#flush();
    await this.#busy;
  }

  #note(path: string): void {
    if (!isMarkdown(path)) return;
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
