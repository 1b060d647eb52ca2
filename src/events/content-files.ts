import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ContentProblem } from './problem.js';

/** A markdown file of the folder: where it lies, and its path in the tree ("/news/2016/04/8/slug.md"). */
export interface ContentFile {
  readonly file: string;
  readonly path: string;
}

/** What was found in a folder of events. */
export interface ContentListing {
  readonly files: readonly ContentFile[];
  readonly problems: readonly ContentProblem[];
}

const MARKDOWN = /\.(?:md|markdown)$/i;

/** Whether a name is markdown; other files are none of our concern. */
export function isMarkdown(name: string): boolean {
  return MARKDOWN.test(name);
}

/** Whether a folder is left alone: hidden ones (.git, .obsidian) and installed packages. */
export function isPassedOver(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}

/**
 * Finds the markdown files of a folder and its subfolders, in the order of their paths. Links to folders are followed
 * once. What can't be listed is reported. Throws only when `dir` itself can't be listed.
 */
export async function findContentFiles(dir: string): Promise<ContentListing> {
  const files: ContentFile[] = [];
  const problems: ContentProblem[] = [];
  const root = await realpath(dir);
  const visited = new Set([root]);
  const skip = (path: string, problem: string) =>
    problems.push({ path, line: 1, problem, severity: 'skipped' });

  /** `real` is where the folder lies when no link is followed. */
  async function walk(folder: string, path: string, real: string): Promise<void> {
    const entries = await readdir(folder, { withFileTypes: true });
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries)
      await take(entry, join(folder, entry.name), `${path}/${entry.name.normalize('NFC')}`, real);
  }

  async function take(entry: Dirent, file: string, path: string, above: string): Promise<void> {
    if (isPassedOver(entry.name)) return;
    if (entry.isDirectory()) return enter(file, path, join(above, entry.name));
    if (entry.isFile()) {
      if (isMarkdown(entry.name)) files.push({ file, path });
    } else if (entry.isSymbolicLink()) await follow(file, path);
    else if (isMarkdown(entry.name)) skip(path, 'It is not a regular file.');
  }

  async function follow(file: string, path: string): Promise<void> {
    const target = await stat(file).catch(() => null);
    if (target?.isDirectory()) return enter(file, path, null);
    if (!isMarkdown(path)) return;
    if (target?.isFile()) files.push({ file, path });
    else skip(path, target ? 'It is not a regular file.' : 'It is a link that leads nowhere.');
  }

  /** Lists a folder under another one, or one that a link leads to (`within` is null). */
  async function enter(folder: string, path: string, within: string | null): Promise<void> {
    try {
      const real = within ?? (await realpath(folder));
      if (within === null && visited.has(real))
        return void skip(path, 'It is a link to a folder that is read already.');
      visited.add(real);
      await walk(folder, path, real);
    } catch (error) {
      skip(path, `The folder can't be listed (${codeOf(error)}).`);
    }
  }

  await walk(dir, '', root);
  return { files, problems };
}

/** The system's code of an error ("EACCES"), for a report. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
