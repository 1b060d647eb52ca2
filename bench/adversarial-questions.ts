import type { NewsEvent } from '../src/events/event.js';

const LENGTH = 500;

type Random = () => number;

/** A question made to be slow, and what kind of slow. */
export interface AdversarialQuestion {
  readonly kind: string;
  readonly text: string;
}

const pick = <T>(from: readonly T[], random: Random): T => from[Math.floor(random() * from.length)] as T;

/** As many pieces as fit into a question. */
function filled(piece: (n: number) => string, between = ' '): string {
  let text = '';
  for (let n = 0; text.length < LENGTH; n++) text += (n === 0 ? '' : between) + piece(n);
  return [...text.slice(0, LENGTH)].join('');
}

const letters = (random: Random, count: number, from = 'abcdefghijklmnopqrstuvwxyz') =>
  Array.from({ length: count }, () => pick([...from], random)).join('');

/** A word with two letters swapped and one lost, which only a look through the known words can mend. */
function misspelt(word: string, random: Random): string {
  const at = 1 + Math.floor(random() * Math.max(1, word.length - 3));
  return word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2, -1);
}

/** Seeded questions of five hundred characters, each kind in turn: what is slow to read, to look up, to rank or to answer. */
export function adversarialQuestions(
  events: readonly NewsEvent[],
  count: number,
  random: Random,
): AdversarialQuestion[] {
  const counts = new Map<string, number>();
  for (const { headline } of events)
    for (const word of headline.match(/\p{L}{3,}/gu) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  const byCount = [...counts].sort((a, b) => b[1] - a[1]).map(([word]) => word);
  const common = byCount.slice(0, 400);
  const names = byCount.filter((word) => /^\p{Lu}\p{Ll}{3,}$/u.test(word)).slice(0, 3000);
  const rare = byCount.slice(-20_000);
  const sentence = () => pick(events, random).sentence;
  const kinds: Readonly<Record<string, () => string>> = {
    'frequent words': () => filled(() => pick(common, random)),
    'frequent names': () => filled(() => pick(names.slice(0, 100), random)),
    names: () => filled(() => pick(names, random)),
    'rare words': () => filled(() => pick(rare, random)),
    'misspelt words': () => filled(() => misspelt(pick(byCount.slice(0, 5000), random), random)),
    'misspelt names': () => filled(() => misspelt(pick(names, random), random)),
    'words that begin others': () => filled(() => pick(common, random).slice(0, 3).toLowerCase()),
    sentences: () => filled(sentence),
    'short words': () => filled(() => letters(random, 2)),
    'made-up words': () => filled(() => letters(random, 4 + Math.floor(random() * 9))),
    'one long word': () => letters(random, LENGTH),
    'question words': () =>
      filled(() => pick(['who', 'what', 'when', 'where', 'why', 'how many', 'did'], random)),
    'dates in a row': () =>
      filled(
        () =>
          `${1 + Math.floor(random() * 28)}/${1 + Math.floor(random() * 12)}/${2000 + Math.floor(random() * 20)}`,
      ),
    'words for times': () =>
      filled(() =>
        pick(
          ['last', 'first', 'week', 'of', 'may', 'monday', 'the', 'days', 'after', 'before', '2016', 'early'],
          random,
        ),
      ),
    'numbers and names': () => filled(() => `${Math.floor(random() * 3000)} ${pick(names, random)}`),
    'marks and blanks': () => filled(() => pick(['?', '!', '.', ' ', '  '], random), ' '),
    brackets: () => filled(() => pick(['(', '[', '{', '[[', '(('], random), ''),
    quotes: () => filled(() => pick(['"', "'", '“', '‘', "'s"], random), pick([' ', ''], random)),
    'underscores and figures': () => filled(() => '_0', ''),
    'points between letters': () => filled(() => letters(random, 1), '.'),
    'hyphens between words': () => filled(() => pick(common, random), '-'),
    capitals: () => filled(() => letters(random, 3, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ')),
    'Han characters': () => filled(() => String.fromCharCode(0x4e00 + Math.floor(random() * 0x5000)), ''),
    'one Han character': () => filled(() => '的', ''),
    Thai: () => filled(() => pick(['กา', 'เรือ', 'น้ำ', 'ที่', '์'], random), ''),
    Arabic: () => filled(() => `وال${letters(random, 4, 'ابتثجحخدذرزسشصضطظعغفقكلمنهوي')}`),
    'marks on letters': () => filled(() => `a${'\u0301'.repeat(8)}`),
    emoji: () => filled(() => pick(['👩‍👩‍👧‍👦', '🏳️‍🌈', '💥', '🇩🇪'], random), ''),
    addresses: () => filled(() => `https://${letters(random, 5)}.example/${letters(random, 9)}`),
    'everything at once': () =>
      filled(() =>
        pick([sentence(), misspelt(pick(names, random), random), '12 May 2015', '的', '?'], random),
      ),
  };
  const all = Object.entries(kinds);
  return Array.from({ length: count }, (_, n) => {
    const [kind, make] = all[n % all.length] as (typeof all)[number];
    return { kind, text: make() };
  });
}
