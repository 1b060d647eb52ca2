/**
 * The files that are in folders, or below them, of thousands of each.
 *
 * @param folders paths of folders, "/news/2016".
 * @param files paths of files.
 */
export function filesBelow(folders: readonly string[], files: readonly string[]): string[] {
  const sorted = [...files].sort();
  const found = new Set<string>();
  for (const folder of folders) {
    const prefix = folder.endsWith('/') ? folder : `${folder}/`;
    for (let at = firstFrom(sorted, prefix); sorted[at]?.startsWith(prefix); at++)
      found.add(sorted[at] ?? '');
  }
  return [...found];
}

/** The place of the first of sorted texts that is not before another one. */
function firstFrom(sorted: readonly string[], text: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < text) low = middle + 1;
    else high = middle;
  }
  return low;
}
