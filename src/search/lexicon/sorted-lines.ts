const NEWLINE = 10;
const SPACE = 32;

/**
 * The line of a sorted text that begins with an entry and a space, found by binary search; null where there is none. A
 * text read in place costs nothing to load and lies outside the heap.
 */
export function lineOf(index: Buffer | undefined, entry: string): string | null {
  if (!index) return null;
  let low = 0;
  let high = index.length;
  while (low < high) {
    let start = (low + high) >> 1;
    while (start > low && index[start - 1] !== NEWLINE) start -= 1;
    const order = compare(index, start, entry);
    if (order === 0) return index.toString('latin1', start, index.indexOf(NEWLINE, start));
    if (order > 0) high = start;
    else low = index.indexOf(NEWLINE, start) + 1;
  }
  return null;
}

/** Compares the word that begins at a byte with an entry: below 0 where it comes before it, above where after. */
function compare(index: Buffer, start: number, entry: string): number {
  for (let i = 0; i < entry.length; i++) {
    const difference = (index[start + i] ?? 0) - entry.charCodeAt(i);
    if (difference !== 0) return difference;
  }
  return index[start + entry.length] === SPACE ? 0 : 1;
}
