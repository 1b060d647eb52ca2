import { type FSWatcher, watch } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { Turn } from '../in-turns.js';
import { isMarkdown, isPassedOver } from './content-files.js';

/**
 * Watches a folder with all its subfolders, also those that come later. One system watch a folder: libraries that watch
 * each file take half a minute, 700 MB and more watches than most systems grant for 80,000 files. Links are not followed.
 */
export class FolderWatch {
  readonly #folders = new Map<string, FSWatcher>();
  readonly #onPath: (path: string) => void;
  readonly #onError: (error: unknown) => void;
  #closed = false;

  private constructor(onPath: (path: string) => void, onError: (error: unknown) => void) {
    this.#onPath = onPath;
    this.#onError = onError;
  }

  /**
   * Starts watching, in a fifth of the time there is; resolves when every folder is watched, or once `signal` calls it off.
   *
   * @param onPath is told of each markdown file that came, changed or went, perhaps more than once, and of each folder
   *   that went.
   */
  static async start(
    dir: string,
    onPath: (path: string) => void,
    onError: (error: unknown) => void,
    signal?: AbortSignal,
  ): Promise<FolderWatch> {
    const folders = new FolderWatch(onPath, onError);
    signal?.addEventListener('abort', () => folders.close());
    await folders.#enter(dir, false, Turn.beginIdle());
    return folders;
  }

  close(): void {
    this.#closed = true;
    for (const watcher of this.#folders.values()) watcher.close();
    this.#folders.clear();
  }

  /** Watches a folder and what is in it. First the watch, then the look: what comes in between is seen by both. */
  async #enter(folder: string, isNew: boolean, turn: Turn): Promise<void> {
    if (turn.isOver) await turn.next();
    if (this.#closed || this.#folders.has(folder)) return;
    try {
      const watcher = watch(folder, (_, name) => void (name === null || this.#heard(folder, name)));
      watcher.on('error', () => this.#leave(folder));
      this.#folders.set(folder, watcher);
      const entries = await readdir(folder, { withFileTypes: true });
      const inside: string[] = [];
      for (const entry of entries) {
        const path = join(folder, entry.name);
        if (entry.isDirectory() && !isPassedOver(entry.name)) inside.push(path);
        else if (isNew && isMarkdown(entry.name)) this.#onPath(path);
      }
      // One after the other: thousands at once would hold up the bot's other work.
      for (const path of inside) await this.#enter(path, isNew, turn);
    } catch (error) {
      this.#leave(folder);
      if (!isGone(error)) this.#onError(error);
    }
  }

  async #heard(folder: string, name: string): Promise<void> {
    if (this.#closed || isPassedOver(name)) return;
    const path = join(folder, name);
    if (isMarkdown(name)) this.#onPath(path);
    try {
      const found = await lstat(path);
      if (found.isDirectory()) await this.#enter(path, true, Turn.begin());
    } catch (error) {
      if (!isGone(error)) this.#onError(error);
      else if (this.#folders.has(path)) {
        this.#leave(path);
        this.#onPath(path);
      }
    }
  }

  /** Ends the watch over a folder that went, with all that was in it. */
  #leave(folder: string): void {
    for (const [path, watcher] of this.#folders) {
      if (path !== folder && !path.startsWith(folder + sep)) continue;
      watcher.close();
      this.#folders.delete(path);
    }
  }
}

function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}
