import { memoize } from '../../../text/memoize.js';
import { WordNet } from '../../lexicon/wordnet.js';

/** What sort of thing a noun names: WordNet's lexicographer files (lexnames(5WN)), those that matter here. */
export type NounKind =
  | 'act'
  | 'animal'
  | 'artifact'
  | 'body'
  | 'communication'
  | 'event'
  | 'food'
  | 'group'
  | 'location'
  | 'object'
  | 'person'
  | 'plant'
  | 'possession'
  | 'quantity'
  | 'state'
  | 'substance'
  | 'time'
  | 'other';

const KINDS: Readonly<Record<string, NounKind>> = {
  '04': 'act',
  '05': 'animal',
  '06': 'artifact',
  '08': 'body',
  '10': 'communication',
  '11': 'event',
  '13': 'food',
  '14': 'group',
  '15': 'location',
  '17': 'object',
  '18': 'person',
  '20': 'plant',
  '21': 'possession',
  '23': 'quantity',
  '26': 'state',
  '27': 'substance',
  '28': 'time',
};

/** Lemmas of which something is kept. */
const KEPT = 20_000;

/** What sort of thing a meaning of a noun is. File 03 holds the words that the other files are named for: "person", "group". */
function kindOf(meaning: number): NounKind {
  const net = WordNet.opened();
  const sort = net.sort('n', meaning);
  const named = sort === '03' ? net.words('n', meaning) : [];
  return Object.values(KINDS).find((kind) => named.includes(kind)) ?? KINDS[sort] ?? 'other';
}

/** Whether WordNet has the lemma as a noun. */
export function isNoun(lemma: string): boolean {
  return WordNet.opened().has('n', lemma.toLowerCase());
}

/** Whether WordNet has the lemma as a verb. */
export function isVerb(lemma: string): boolean {
  return WordNet.opened().has('v', lemma.toLowerCase());
}

/** Whether some sense writes the noun small: "party", but not "lisbon". */
export const isCommonNoun = memoize(KEPT, (lemma): boolean => {
  const net = WordNet.opened();
  const small = lemma.toLowerCase();
  return net.meanings('n', small).some((meaning) => net.words('n', meaning).includes(small));
});

/** The sorts of its first, of its first two senses and so on, each sort once. */
const kindsByCount = memoize(KEPT, (lemma): (readonly NounKind[])[] => {
  const kinds = WordNet.opened().meanings('n', lemma.toLowerCase()).slice(0, 3).map(kindOf);
  return [1, 2, 3].map((count) => [...new Set(kinds.slice(0, count))]);
});

/** The sorts of thing a noun names in its most frequent senses, the most frequent first; empty where it is unknown. */
export function nounKinds(lemma: string, senses: 1 | 2 | 3 = 3): readonly NounKind[] {
  return kindsByCount(lemma)[senses - 1] ?? [];
}

const generalOf = new Map<number, (lemma: string) => ReadonlySet<string>>();

/** Words that name what a noun is a kind (or an instance) of, itself included: "mp" -> legislator, politician, person. */
export function moreGeneral(lemma: string, senses = 3): ReadonlySet<string> {
  let general = generalOf.get(senses);
  if (!general) {
    general = memoize(KEPT, (word) => climb(word, senses));
    generalOf.set(senses, general);
  }
  return general(lemma);
}

function climb(lemma: string, senses: number): ReadonlySet<string> {
  const net = WordNet.opened();
  const words = new Set<string>([lemma]);
  // What is met on the way is climbed from in its turn.
  const met = new Set(net.meanings('n', lemma.toLowerCase()).slice(0, senses));
  for (const meaning of met) {
    for (const word of net.words('n', meaning)) words.add(word.toLowerCase());
    for (const up of net.kindOf('n', meaning)) met.add(up);
  }
  return words;
}

/** How near a word is that shares a meaning, is derived from one, or is wider, narrower or similar. */
export const NEARNESS = { synonym: 0.8, derived: 0.7, wider: 0.6 } as const;

/** By WordNet's pointers (wninput(5WN)). */
const KIN: Readonly<Record<string, number>> = {
  '@': NEARNESS.wider,
  '~': NEARNESS.wider,
  '+': NEARNESS.derived,
  '&': NEARNESS.wider,
  $: NEARNESS.wider,
};

/** Neighbours looked at for one meaning, and words of each: the bound on what a word with hundreds of kinds may cost. */
const MOST_KIN = 80;
const MOST_WORDS = 6;

/** Words one step away from a lemma, with how near they are (`NEARNESS`). */
export function kinWords(lemma: string, part: 'n' | 'v' | 'a', senses = 4): ReadonlyMap<string, number> {
  const net = WordNet.opened();
  const found = new Map<string, number>();
  const put = (words: readonly string[], near: number) => {
    for (const word of words) {
      const plain = word.toLowerCase();
      found.set(plain, Math.max(near, found.get(plain) ?? 0));
    }
  };
  for (const meaning of net.meanings(part, lemma.toLowerCase()).slice(0, senses)) {
    put(net.words(part, meaning), NEARNESS.synonym);
    for (const { symbol, part: other, offset } of net.pointers(part, meaning).slice(0, MOST_KIN)) {
      const near = KIN[symbol];
      if (near && other !== 'r') put(net.words(other, offset, MOST_WORDS), near);
    }
  }
  return found;
}

const causing = memoize(KEPT, (pair): boolean => {
  const net = WordNet.opened();
  const [verb = '', effect = ''] = pair.split('>');
  const wanted = net.meanings('v', effect).slice(0, EVIDENT_SENSES);
  const met = new Set(net.meanings('v', verb).slice(0, EVIDENT_SENSES));
  let found = false;
  for (const meaning of met) {
    for (const { symbol, part, offset } of net.pointers('v', meaning)) {
      if (symbol === '>' && wanted.includes(offset)) found = true;
      if (symbol === '@' && part === 'v') met.add(offset);
    }
  }
  return found;
});

/** The senses of a verb that people think of first. */
const EVIDENT_SENSES = 2;

/** Whether what one verb tells brings about what another tells: who is murdered, killed or drowned dies. */
export const causes = (verb: string, effect: string): boolean =>
  causing(`${verb.toLowerCase()}>${effect.toLowerCase()}`);

/** The land an adjective of origin belongs to: "Spanish" -> "Spain"; null for other words. */
export function landOf(adjective: string): string | null {
  const net = WordNet.opened();
  for (const meaning of net.meanings('a', adjective.toLowerCase())) {
    for (const { symbol, part, offset } of net.pointers('a', meaning)) {
      if (symbol !== '\\' || part !== 'n' || kindOf(offset) !== 'location') continue;
      const [name] = net.words('n', offset, 1);
      if (name) return name;
    }
  }
  return null;
}
