/**
 * Names the world writes in several ways, each with the one term they share. Kept to what no abbreviation learned from
 * the events and no lexicon gives reliably. Folded words; longest first within one head word.
 */
const SAME: readonly (readonly [term: string, ...spellings: string[]])[] = [
  ['usa', 'united states of america', 'united states', 'usa'],
  ['uk', 'united kingdom', 'great britain', 'uk'],
  ['un', 'united nations'],
  ['eu', 'european union'],
  ['covid19', 'coronavirus disease 2019', 'covid', 'covid19'],
];

interface Spelling {
  readonly words: readonly string[];
  readonly term: string;
}

const byHead = new Map<string, Spelling[]>();
for (const [term, ...spellings] of SAME) {
  for (const spelling of spellings) {
    const words = spelling.split(' ');
    const head = words[0] ?? '';
    byHead.set(head, [...(byHead.get(head) ?? []), { words, term }]);
  }
}

/** Whether a folded word is the first of a name that is written in several ways. */
export function beginsSharedName(word: string): boolean {
  return byHead.has(word);
}

/** The shared term of the name that begins at `words[at]`, and how many words it spans; null where none begins. */
export function sharedName(
  words: readonly { readonly word: string }[],
  at: number,
): { term: string; length: number } | null {
  const spellings = byHead.get(words[at]?.word ?? '');
  if (!spellings) return null;
  for (const { words: spelled, term } of spellings) {
    if (spelled.every((word, i) => words[at + i]?.word === word)) return { term, length: spelled.length };
  }
  return null;
}
