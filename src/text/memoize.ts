/**
 * A reading of words whose results are kept, for questions and events say the same words over and over. When `most` are
 * kept, all are dropped and collected again: that is rare, and cheaper than knowing which was used last.
 */
export function memoize<T>(most: number, read: (word: string) => T): (word: string) => T {
  const kept = new Map<string, T>();
  return (word) => {
    const known = kept.get(word);
    if (known !== undefined) return known;
    const now = read(word);
    if (kept.size >= most) kept.clear();
    kept.set(word, now);
    return now;
  };
}
