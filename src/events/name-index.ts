import type { FileReading } from './event-draft.js';

/** The files of a folder by the names that wikilinks call them: a file's own, and its aliases. Case doesn't matter. */
export class NameIndex {
  readonly #paths = new Map<string, string[]>();

  constructor(files: ReadonlyMap<string, FileReading>) {
    for (const [path, reading] of files) {
      this.#add(path.slice(path.lastIndexOf('/') + 1).replace(/\.(?:md|markdown)$/i, ''), path);
      if (reading.kind === 'event') for (const alias of reading.draft.aliases) this.#add(alias, path);
    }
  }

  #add(name: string, path: string): void {
    const key = name.toLowerCase();
    const paths = this.#paths.get(key);
    if (paths) paths.push(path);
    else this.#paths.set(key, [path]);
  }

  /** The file of a name: of several the one in the same folder, then the one nearest to the root. */
  find(name: string, from: string): string | undefined {
    const last = name.slice(name.lastIndexOf('/') + 1).replace(/\.(?:md|markdown)$/i, '');
    const folder = from.slice(0, from.lastIndexOf('/') + 1);
    const depth = (path: string) =>
      path.lastIndexOf('/') + 1 === folder.length && path.startsWith(folder) ? 0 : path.split('/').length;
    return this.#paths
      .get(last.toLowerCase())
      ?.toSorted((a, b) => depth(a) - depth(b) || (a < b ? -1 : 1))
      .at(0);
  }
}
