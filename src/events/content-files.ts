import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { ContentProblem } from './problem.js';

/** A markdown file of the folder: where it is, and its path in the tree ("/news/2016/04/8/slug.md"). */
export interface ContentFile {
  readonly file: string;
  readonly path: string;
}

/** A markdown file that nobody is meant to see, by its place. */
export interface UnseenFile {
  readonly path: string;
  readonly why: 'drafts-folder' | 'hidden';
}

/** What was found in a folder of events. */
export interface ContentListing {
  readonly files: readonly ContentFile[];
  readonly unseen: readonly UnseenFile[];
  /** Links of the folder that were followed, to files and to folders: what they lead to may change without a word. */
  readonly links: readonly string[];
  readonly problems: readonly ContentProblem[];
  /** Paths of folders that are there and could not be listed now. */
  readonly unlisted: readonly string[];
}

const MARKDOWN = /\.(?:md|markdown)$/i;
/** Jekyll's folder of drafts. */
const DRAFTS = /^_drafts$/i;
/** Folders that hold no texts of the folder’s owner; `..data` is how a mounted ConfigMap keeps its versions. */
const NOT_TEXTS = /^(?:node_modules|\.git|\.obsidian|\.\..*)$/;
/** Folders of the system, in which every process is a folder that changes. */
const SYSTEM = /^\/(?:proc|sys|dev)(?:\/|$)/;
/** Folders within folders that are looked into. */
const DEEPEST = 60;
/** Entries looked at behind links that lead out of the folder, all together. */
const MOST_OUTSIDE = 200_000;
/** Unseen files that are counted. */
const MOST_UNSEEN = 10_000;

/** Whether a name is markdown; other files are none of our concern. */
export function isMarkdown(name: string): boolean {
  return MARKDOWN.test(name);
}

/** Whether a folder is ignored: hidden ones (.git, .obsidian), Jekyll's drafts and installed packages. */
export function isPassedOver(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules' || DRAFTS.test(name);
}

/**
 * Finds the markdown files of a folder and its subfolders, in the order of their paths. Links to folders are followed
 * once, and within bounds where they lead out of it. What can't be listed is reported. Throws only when `dir` itself can't
 * be listed.
 */
export async function findContentFiles(dir: string): Promise<ContentListing> {
  const walk = new Walk(await realpath(dir));
  await walk.list(dir);
  return walk.listing();
}

/** A folder being listed. `real` is where it is when no link is followed. */
interface Place {
  readonly folder: string;
  readonly path: string;
  readonly real: string;
  readonly depth: number;
  /** Whether a link led out of the folder of events. */
  readonly outside: boolean;
}

class Walk {
  readonly #root: string;
  readonly #files: ContentFile[] = [];
  readonly #unseen: UnseenFile[] = [];
  readonly #links: string[] = [];
  readonly #problems: ContentProblem[] = [];
  readonly #unlisted: string[] = [];
  readonly #visited: Set<string>;
  /** Links to folders wait until all folders that lie here themselves are read. */
  readonly #waiting: Place[] = [];
  #outside = 0;

  constructor(root: string) {
    this.#root = root;
    this.#visited = new Set([root]);
  }

  listing(): ContentListing {
    this.#files.sort((a, b) => (a.path < b.path ? -1 : 1));
    return {
      files: this.#files,
      unseen: this.#unseen,
      links: this.#links,
      problems: this.#problems,
      unlisted: this.#unlisted,
    };
  }

  async list(dir: string): Promise<void> {
    await this.#walk({ folder: dir, path: '', real: this.#root, depth: 0, outside: false });
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) {
      if (this.#visited.has(next.real))
        this.#skip(next.path, 'It is a link to a folder that is read already.');
      else await this.#enter(next);
    }
  }

  #skip(path: string, problem: string) {
    this.#problems.push({ path, line: 1, problem, severity: 'skipped' });
  }

  async #walk(place: Place): Promise<void> {
    const entries = await readdir(place.folder, { withFileTypes: true });
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      if (place.outside && ++this.#outside > MOST_OUTSIDE) {
        if (this.#outside === MOST_OUTSIDE + 1)
          this.#skip(
            place.path,
            `Links out of the folder lead to more than ${MOST_OUTSIDE} files; the rest is left out.`,
          );
        return;
      }
      await this.#take(entry, place);
    }
  }

  async #take(entry: Dirent, place: Place): Promise<void> {
    const { name } = entry;
    const file = join(place.folder, name);
    const path = `${place.path}/${name.normalize('NFC')}`;
    const real = join(place.real, name);
    if (isPassedOver(name))
      return this.#count(entry, file, path, DRAFTS.test(name) ? 'drafts-folder' : 'hidden');
    if (entry.isDirectory())
      return this.#enter({ ...place, folder: file, path, real, depth: place.depth + 1 });
    if (entry.isFile()) {
      if (isMarkdown(name)) this.#files.push({ file, path });
    } else if (entry.isSymbolicLink()) await this.#follow(file, path, place);
    else if (isMarkdown(name)) this.#skip(path, 'It is not a regular file.');
  }

  async #follow(file: string, path: string, place: Place): Promise<void> {
    const target = await stat(file).catch(() => null);
    if (target?.isDirectory()) {
      const real = await realpath(file).catch(() => null);
      const problem = real === null ? 'It is a link that leads nowhere.' : this.#bound(real, place);
      if (real === null || problem !== null) return void this.#skip(path, problem ?? '');
      this.#links.push(file);
      const outside = !`${real}${sep}`.startsWith(`${this.#root}${sep}`);
      this.#waiting.push({ folder: file, path, real, depth: place.depth + 1, outside });
      return;
    }
    if (!isMarkdown(path)) return;
    // What it leads to may come later.
    this.#links.push(file);
    if (target?.isFile()) this.#files.push({ file, path });
    else this.#skip(path, target ? 'It is not a regular file.' : 'It is a link that leads nowhere.');
  }

  /** Why a link to a folder is not followed; null where it is. */
  #bound(real: string, place: Place): string | null {
    if (this.#visited.has(real)) return 'It is a link to a folder that is read already.';
    if (SYSTEM.test(real)) return 'It is a link to a folder of the system, which holds no events.';
    if (`${this.#root}${sep}`.startsWith(real.endsWith(sep) ? real : `${real}${sep}`))
      return 'It is a link to a folder that holds this one.';
    return place.outside
      ? 'It is a link within a folder that a link led to; it is not followed any further.'
      : null;
  }

  async #enter(place: Place): Promise<void> {
    if (place.depth > DEEPEST)
      return void this.#skip(place.path, 'It lies in too many folders; it is left out.');
    // A linked folder may hold one that was read already, under its own name.
    if (place.outside && this.#visited.has(place.real)) return;
    this.#visited.add(place.real);
    try {
      await this.#walk(place);
    } catch (error) {
      const code = codeOf(error);
      this.#skip(place.path, `The folder can't be listed (${code}).`);
      if (code !== 'ENOENT' && code !== 'ENOTDIR') this.#unlisted.push(place.path);
    }
  }

  /** Counts the markdown that nobody is meant to see. */
  async #count(entry: Dirent, file: string, path: string, why: UnseenFile['why'], depth = 0): Promise<void> {
    if (NOT_TEXTS.test(entry.name) || this.#unseen.length >= MOST_UNSEEN) return;
    if (entry.isFile() && isMarkdown(entry.name)) this.#unseen.push({ path, why });
    if (!entry.isDirectory() || depth > DEEPEST) return;
    for (const inner of await readdir(file, { withFileTypes: true }).catch(() => []))
      await this.#count(
        inner,
        join(file, inner.name),
        `${path}/${inner.name.normalize('NFC')}`,
        why,
        depth + 1,
      );
  }
}

/** The system's code of an error ("EACCES"), for a report. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
