import MiniSearch from 'minisearch';
import type { KeptPostings, Postings } from './kept-postings.js';
import { TermTree } from './term-tree.js';

interface IndexedText {
  readonly id: number;
  /** The event's distinct terms. */
  readonly terms: readonly string[];
}

export type { Postings };

const NONE: Postings = new Uint32Array(0);

/** What an earlier run had made of terms and events. */
export interface KeptTermIndex {
  readonly postings: KeptPostings;
  /** The number of a term among those kept; higher ones stand for others. */
  readonly numberOf: (term: string) => number | undefined;
  /** How many distinct terms each event has; null where the event of a number is gone. */
  readonly lengths: readonly (number | null)[];
}

/**
 * The index of record: MiniSearch over terms that are already made, whose postings can be read without building result
 * objects. MiniSearch builds and sorts an object for every event that any word of the question matches, which is where
 * its time goes for common words; `postings` copies one term's events into an array on first use instead.
 */
export class TermIndex extends MiniSearch<IndexedText> {
  readonly #read = new Map<string, Postings>();
  #tree = new TermTree();

  constructor() {
    super({
      fields: ['terms'],
      // The list goes through MiniSearch as it is: joined and split again, every term would be a new string to look up.
      stringifyField: (terms) => terms,
      tokenize: (terms) => terms as unknown as string[],
      processTerm: (term) => term,
      // MiniSearch's own search takes one term: tests compare `postings` with it.
      searchOptions: { tokenize: (term) => [term] },
    });
    this.#plant(this.#tree);
  }

  /** Takes up an earlier run's index, while this one is empty: its events under their numbers, each term when it is asked for. */
  restore({ postings, numberOf, lengths }: KeptTermIndex): void {
    const there = lengths.flatMap((length, event) => (length === null ? [] : [event]));
    let sum = 0;
    for (const event of there) sum += lengths[event] ?? 0;
    const loaded = MiniSearch.loadJS<IndexedText>(
      {
        index: [],
        documentCount: there.length,
        nextId: lengths.length,
        documentIds: Object.fromEntries(there.map((event) => [event, event])),
        fieldIds: { terms: 0 },
        fieldLength: Object.fromEntries(there.map((event) => [event, [lengths[event] ?? 0]])),
        averageFieldLength: [sum / Math.max(1, there.length)],
        storedFields: {},
        dirtCount: lengths.length - there.length,
        serializationVersion: 2,
      },
      this._options,
    );
    Object.assign(this, loaded);
    this.#tree = new TermTree(postings, numberOf);
    this.#plant(this.#tree);
  }

  #plant(tree: TermTree): void {
    // The package declares its tree once for each of its two entries; they are the same.
    this._index = tree as unknown as typeof this._index;
  }

  /** Picks up an event under its number with its distinct terms; numbers must be given in order, from 0. */
  put(id: number, terms: readonly string[]): void {
    this.add({ id, terms });
    if (this.#read.size > 0) for (const term of terms) this.#read.delete(term);
  }

  /** Takes an event out. Its postings stay until MiniSearch sweeps them: readers skip events that are gone. */
  drop(id: number): void {
    if (this.has(id)) this.discard(id);
  }

  /** The events a term occurs in, those since taken out included. */
  postings(term: string): Postings {
    const read = this.#read.get(term) ?? this.#tree.asKept(term);
    if (read) return read;
    const found = this.#tree.get(term)?.get(0);
    if (!found) return NONE;
    const postings = Uint32Array.from(found.keys());
    this.#read.set(term, postings);
    return postings;
  }

  /** Known terms that go on from a beginning. */
  startingWith(prefix: string): Iterable<string> {
    return this.#tree.termsFrom(prefix);
  }
}
