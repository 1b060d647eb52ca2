import { type FSWatcher, watch } from 'node:fs';
import { lstat, readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Turn } from '../in-turns.js';
import { codeOf, isMarkdown, isPassedOver } from './content-files.js';

/** Who hears what the system reports. */
export interface FolderListener {
  /** Of each markdown file that came, changed or went, perhaps more than once, and of each folder that went. */
  readonly onPath: (path: string) => void;
  /** Of a change that doesn't say what it did: a link that came or turned, an event without a name. */
  readonly onUnsure: () => void;
  /** Once, where the system can't watch further folders. `code` is its reason, "ENOSPC". */
  readonly onLimit: (code: string) => void;
  readonly onError: (error: unknown) => void;
}

/** Watches one folder: the system's `watch`, or in a test one that has reached its limit or says nothing. */
export type SystemWatch = (
  folder: string,
  listener: (event: string, name: string | null) => void,
) => Pick<FSWatcher, 'close' | 'on'>;

/** A folder that is watched: which one it is, whatever comes under its name later, and what is watched in it. */
interface Watched {
  readonly watcher: Pick<FSWatcher, 'close'>;
  /** Empty while it is being reported. */
  identity: string;
  readonly inside: Set<string>;
}

/** Errors that say that no further watches or handles are available, or none at all. */
const LIMITS = new Set(['ENOSPC', 'EMFILE', 'ENFILE', 'ENOMEM', 'ENOSYS', 'EPERM', 'ENOTSUP']);
/** Folders behind links that are watched; more are looked through now and then. */
const MOST_LINKED = 5_000;

/**
 * Watches a folder with all its subfolders, also those that come later. One system watch a folder: libraries that watch
 * each file take half a minute, 700 MB and more watches than most systems grant for 80,000 files. Links are followed where
 * they are entered by name.
 */
export class FolderWatch {
  readonly #folders = new Map<string, Watched>();
  readonly #listener: FolderListener;
  readonly #system: SystemWatch;
  #linked = 0;
  #full = false;
  #closed = false;

  private constructor(listener: FolderListener, system: SystemWatch) {
    this.#listener = listener;
    this.#system = system;
  }

  /** Starts watching, in a fifth of the time there is; resolves when every folder is watched, or once `signal` calls it off. */
  static async start(
    dir: string,
    listener: FolderListener,
    signal?: AbortSignal,
    system: SystemWatch = watch,
  ): Promise<FolderWatch> {
    const folders = new FolderWatch(listener, system);
    signal?.addEventListener('abort', () => folders.close());
    await folders.#enter(dir, false, Turn.beginIdle());
    return folders;
  }

  close(): void {
    this.#closed = true;
    for (const { watcher } of this.#folders.values()) watcher.close();
    this.#folders.clear();
  }

  /** Watches the folder that is under a path now, one that a look found or that a link leads to. */
  async ensure(folder: string, isLink = false): Promise<void> {
    const known = this.#folders.get(folder);
    if (known) {
      const identity = await identityOf(folder).catch(() => '');
      if (known.identity === '' || identity === known.identity) return;
      this.#leave(folder);
    }
    await this.#enter(folder, false, Turn.begin(), isLink);
  }

  /** Watches a folder and what is in it. First the watch, then the look: what comes in between is seen by both. */
  async #enter(folder: string, isNew: boolean, turn: Turn, linked = false): Promise<void> {
    if (turn.isOver) await turn.next();
    if (this.#closed || this.#folders.has(folder)) return;
    if (linked && ++this.#linked > MOST_LINKED) return;
    try {
      await this.#watch(folder);
      if (this.#closed) return;
      const entries = await readdir(folder, { withFileTypes: true });
      const inside: string[] = [];
      for (const entry of entries) {
        const path = join(folder, entry.name);
        if (entry.isDirectory() && !isPassedOver(entry.name)) inside.push(path);
        else if (isNew && isMarkdown(entry.name)) this.#listener.onPath(path);
        else if (isNew && entry.isSymbolicLink()) this.#listener.onUnsure();
      }
      // One after the other: thousands at once would hold up the bot's other work.
      for (const path of inside) await this.#enter(path, isNew, turn, linked);
    } catch (error) {
      this.#leave(folder);
      if (!isGone(error)) this.#listener.onError(error);
    }
  }

  async #watch(folder: string): Promise<void> {
    if (this.#full) return;
    try {
      const watcher = this.#system(folder, (_, name) => {
        if (name === null) this.#listener.onUnsure();
        else void this.#heard(folder, name);
      });
      watcher.on('error', () => this.#leave(folder));
      const watched: Watched = { watcher, identity: '', inside: new Set() };
      this.#folders.set(folder, watched);
      this.#folders.get(dirname(folder))?.inside.add(folder);
      watched.identity = await identityOf(folder);
    } catch (error) {
      if (!LIMITS.has(codeOf(error))) throw error;
      this.#full = true;
      this.#listener.onLimit(codeOf(error));
    }
  }

  async #heard(folder: string, name: string): Promise<void> {
    if (this.#closed) return;
    if (isPassedOver(name)) {
      // A mounted ConfigMap turns its link `..data` to the folder of the new version.
      if (name.startsWith('..')) this.#listener.onUnsure();
      return;
    }
    const path = join(folder, name);
    if (isMarkdown(name)) this.#listener.onPath(path);
    try {
      const found = await lstat(path);
      if (found.isSymbolicLink()) {
        this.#leave(path);
        this.#listener.onUnsure();
      } else if (found.isDirectory()) await this.#stood(path);
      else if (this.#folders.has(path)) this.#went(path);
    } catch (error) {
      if (!isGone(error)) this.#listener.onError(error);
      else if (this.#folders.has(path) || this.#full) this.#went(path);
      // A folder behind a link is in nobody's list.
      else if (!isMarkdown(name)) this.#listener.onUnsure();
    }
  }

  /** A folder is under a path: the one that was there, a new one, or another in its place. */
  async #stood(path: string): Promise<void> {
    const known = this.#folders.get(path);
    if (known && (known.identity === '' || known.identity === (await identityOf(path)))) return;
    if (known) this.#went(path);
    await this.#enter(path, true, Turn.begin());
  }

  #went(path: string): void {
    this.#leave(path);
    this.#listener.onPath(path);
  }

  /** Ends the watch over a folder that went, with all that was in it. */
  #leave(folder: string): void {
    const known = this.#folders.get(folder);
    if (!known) return;
    known.watcher.close();
    this.#folders.delete(folder);
    this.#folders.get(dirname(folder))?.inside.delete(folder);
    for (const inner of known.inside) this.#leave(inner);
  }
}

async function identityOf(folder: string): Promise<string> {
  const { dev, ino } = await stat(folder);
  return `${dev} ${ino}`;
}

function isGone(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes(codeOf(error));
}
