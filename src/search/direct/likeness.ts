import { LRUCache } from 'lru-cache';
import { isChinese } from './chinese/chinese-text.js';
import type { Token } from './tagged-text.js';
import { wordKin } from './word-kin.js';
import { landOf } from './wordnet.js';

/** How alike in meaning two lower-case words are, 0 to 1: from a lexicon or learned from the events. */
export type Similarity = (a: string, b: string) => number;

/** How well one word of meaning stands for another, 0 to 1: its forms, its land or origin, a misspelling, a similar meaning. */
export function likeness(a: Token, b: Token, similar?: Similarity): number {
  if (a.stem === b.stem || a.lemma === b.lemma) return 1;
  if (/\d/.test(a.lower) || /\d/.test(b.lower)) return 0;
  if (isChinese(a.lower) || isChinese(b.lower)) {
    // "英国" and "英国政府": without spaces a longer word holds the shorter.
    const [short, long] = a.lower.length < b.lower.length ? [a.lower, b.lower] : [b.lower, a.lower];
    return short.length >= 2 && long.includes(short) ? 0.8 : 0;
  }
  const [x, y] = [a.plain, b.plain];
  if (x === y) return 1;
  if (a.capital !== b.capital || a.capital) {
    const lands = [landName(a), landName(b)];
    if (lands[0] && lands[0] === lands[1]) return 0.9;
  }
  if (inCompound(x, y) || inCompound(y, x)) return 0.8;
  const shorter = Math.min(x.length, y.length);
  if (
    shorter >= 5 &&
    x.slice(0, shorter - 1) === y.slice(0, shorter - 1) &&
    Math.abs(x.length - y.length) <= 4
  )
    return 0.8;
  if (shorter >= 5 && withinEdits(x, y, shorter >= 8 ? 2 : 1)) return 0.7;
  const lexical = a.capital || b.capital ? 0 : wordKin(a, b);
  return Math.max(lexical, similar?.(a.lemma, b.lemma) ?? 0);
}

const inCompound = (compound: string, word: string) =>
  compound.includes('-') && compound.split('-').includes(word);

const lands = new LRUCache<string, { readonly name: string | null }>({ max: 10_000 });

function landName(token: Token): string | null {
  const known = lands.get(token.lower);
  if (known) return known.name;
  const name = landOf(token.lower)?.toLowerCase() ?? (token.capital ? token.lower : null);
  lands.set(token.lower, { name });
  return name;
}

/** Whether two words differ by at most so many inserted, dropped, changed or swapped letters; the first must agree. */
function withinEdits(a: string, b: string, limit: number): boolean {
  if (Math.abs(a.length - b.length) > limit || a[0] !== b[0]) return false;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    before = last;
    last = row;
  }
  return (last[b.length] ?? limit + 1) <= limit;
}
