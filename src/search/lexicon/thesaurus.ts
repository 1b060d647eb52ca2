import type { Similar } from '../concept.js';
import { baseForms } from './base-forms.js';
import { type Entry, NotedWords } from './noted-words.js';
import { PARTS, type PartOfSpeech, type WordNet } from './wordnet.js';

/** What a meaning's neighbours keep of its nearness, by WordNet's pointer. */
const NEIGHBOUR: Readonly<Record<string, number>> = {
  '+': 0.9, // derived form: to arrest, an arrest
  '\\': 0.9, // of or about: french, France
  '&': 0.75, // similar adjective
  $: 0.75, // verb group
  '>': 0.6, // causes
  '*': 0.5, // entails
  '%p': 0.5, // has part
  '#p': 0.5, // is part of
  '%m': 0.5, // has member
  '#m': 0.5, // is member of
  '^': 0.6, // see also
  '=': 0.5, // attribute
};
/** Other forms of the same word: these are followed a second step. */
const DERIVED: ReadonlySet<string> = new Set(['+', '\\']);
/** What a kind keeps of the nearness of what it is a kind of, by how many steps lie between. */
const KIND = [1, 0.65, 0.45, 0.38, 0.32, 0.28];
/** What the general keeps of the nearness of the particular asked about. */
const GENERAL = [1, 0.6, 0.32];
/** Meanings of a word that are looked at, and what each later one keeps: the most frequent come first. */
const MEANINGS = 6;
const ASKED_MEANING = 0.85;
const TOLD_MEANING = [1, 0.8, 0.6, 0.45, 0.35, 0.25];
/** A synonym is not quite the word itself. */
const SYNONYM = 0.9;
const LEAST = 0.2;
/** Related words used for one word. */
const MOST = 80;
/** Words noted under one meaning: what has more kinds than this (a person, a place) is told by the first ones alone. */
const NOTED = 3 * MOST;

/** A meaning that words of the events have, or kinds of which they name. */
interface Meaning {
  readonly part: PartOfSpeech;
  /** Its place in WordNet. */
  readonly offset: number;
  /** Words that mean it. */
  readonly own: NotedWords;
  /** Words that mean a kind of it. */
  readonly kinds: NotedWords;
  /** What it is a kind of, once that was asked. */
  above: readonly Meaning[] | null;
}

/** The key of a meaning: its part of speech and its place. */
const keyOf = (part: PartOfSpeech, offset: number) => offset * 4 + PARTS.indexOf(part);

/**
 * Which words of the events mean what a word means, or a kind of it: WordNet compiled to the events' vocabulary. Each word
 * of the events is noted once under its meanings and under all they are kinds of, so that a question's word needs a few
 * look-ups however many kinds it has.
 */
export class Thesaurus {
  readonly #net: WordNet;
  readonly #meanings = new Map<number, Meaning>();

  constructor(net: WordNet) {
    this.#net = net;
  }

  /** Notes a word under its meanings and what they are kinds of. */
  add(word: string, ids: readonly number[]): void {
    for (const form of word.includes(' ') ? [word] : baseForms(word)) {
      for (const part of PARTS) {
        const meanings = this.#net.meanings(part, form);
        for (let i = 0; i < Math.min(meanings.length, MEANINGS); i++)
          this.#climb(this.#meaning(part, meanings[i] ?? 0), { ids, nearness: TOLD_MEANING[i] ?? 0 });
      }
    }
  }

  #climb(meaning: Meaning, entry: Entry): void {
    meaning.own.add(entry);
    let ring: readonly Meaning[] = [meaning];
    for (let depth = 1; depth < KIND.length && ring.length > 0; depth++) {
      const nearness = entry.nearness * (KIND[depth] ?? 0);
      if (nearness < LEAST) return;
      ring = this.#above(ring);
      const further = { ids: entry.ids, nearness };
      for (const up of ring) up.kinds.add(further);
    }
  }

  /** What meanings are kinds of, each once. */
  #above(ring: readonly Meaning[]): readonly Meaning[] {
    const [only] = ring;
    // Nearly all are of one kind.
    if (ring.length === 1 && only) return this.#kindOf(only);
    return [...new Set(ring.flatMap((meaning) => this.#kindOf(meaning)))];
  }

  #kindOf(meaning: Meaning): readonly Meaning[] {
    const { part, offset } = meaning;
    meaning.above ??= this.#net.kindOf(part, offset).map((up) => this.#meaning(part, up));
    return meaning.above;
  }

  #meaning(part: PartOfSpeech, offset: number): Meaning {
    const key = keyOf(part, offset);
    const known = this.#meanings.get(key);
    if (known) return known;
    const meaning = { part, offset, own: new NotedWords(NOTED), kinds: new NotedWords(NOTED), above: null };
    this.#meanings.set(key, meaning);
    return meaning;
  }

  /** The events' words that mean something like a folded word or collocation, the nearest first. */
  similar(word: string): Similar[] {
    const nearest = new Map<number | string, Entry>();
    const take = (noted: NotedWords | undefined, factor: number) => {
      for (const { ids, nearness } of noted?.nearestFirst() ?? []) {
        const near = nearness * factor;
        if (near < LEAST) return;
        const key = ids.length === 1 ? (ids[0] ?? 0) : ids.join();
        if (near > (nearest.get(key)?.nearness ?? 0)) nearest.set(key, { ids, nearness: near });
      }
    };
    for (const form of word.includes(' ') ? [word] : baseForms(word)) {
      for (const part of PARTS) {
        this.#net
          .meanings(part, form)
          .slice(0, MEANINGS)
          .forEach((offset, i) => {
            this.#around(part, offset, SYNONYM * ASKED_MEANING ** i, take);
          });
      }
    }
    return [...nearest.values()].sort((a, b) => b.nearness - a.nearness).slice(0, MOST);
  }

  /** Hands out what means the same, its kinds, what it is a kind of, and its neighbours. */
  #around(
    part: PartOfSpeech,
    offset: number,
    nearness: number,
    take: (noted: NotedWords | undefined, factor: number) => void,
    step = 0,
  ): void {
    const meaning = this.#meanings.get(keyOf(part, offset));
    take(meaning?.own, nearness);
    take(meaning?.kinds, nearness);
    if (step === 2) return;
    for (const { symbol, part: other, offset: at } of this.#net.pointers(part, offset)) {
      const kept = step === 0 || DERIVED.has(symbol) ? NEIGHBOUR[symbol] : undefined;
      if (kept !== undefined) this.#around(other, at, nearness * kept, take, step + 1);
    }
    if (step > 0) return;
    let ring = [offset];
    for (let depth = 1; depth < GENERAL.length; depth++) {
      ring = ring.flatMap((from) => this.#net.kindOf(part, from));
      for (const up of ring) take(this.#meanings.get(keyOf(part, up))?.own, nearness * (GENERAL[depth] ?? 0));
    }
  }
}
