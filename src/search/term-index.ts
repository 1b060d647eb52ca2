import MiniSearch from 'minisearch';
import SearchableMap from 'minisearch/SearchableMap';

interface IndexedText {
  readonly id: number;
  /** The event's distinct terms. */
  readonly terms: readonly string[];
}

/** The events a term occurs in, ascending. */
export type Postings = Uint32Array;

const NONE: Postings = new Uint32Array(0);

/**
 * MiniSearch's tree of terms, which finds a term it holds without walking down from the root: nearly every term of an
 * event is one that was there before.
 */
class TermTree<T> extends SearchableMap<T> {
  readonly #held = new Map<string, T>();

  override fetch(term: string, initial: () => T): T {
    const held = this.#held.get(term);
    if (held !== undefined) return held;
    const fetched = super.fetch(term, initial);
    this.#held.set(term, fetched);
    return fetched;
  }

  override get(term: string): T | undefined {
    return this.#held.get(term);
  }

  override delete(term: string): void {
    this.#held.delete(term);
    super.delete(term);
  }
}

/**
 * The index of record: MiniSearch over terms that are already made, whose postings can be read without building result
 * objects. MiniSearch builds and sorts an object for every event that any word of the question matches, which is where
 * its time goes for common words; `postings` copies one term's events into an array on first use instead.
 */
export class TermIndex extends MiniSearch<IndexedText> {
  readonly #read = new Map<string, Postings>();

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
    // The package declares its tree once for each of its two entries; they are the same.
    this._index = new TermTree() as unknown as typeof this._index;
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
    const read = this.#read.get(term);
    if (read) return read;
    const found = this._index.get(term)?.get(0);
    if (!found) return NONE;
    const postings = Uint32Array.from(found.keys());
    this.#read.set(term, postings);
    return postings;
  }

  /** Known terms that go on from a beginning. */
  startingWith(prefix: string): Iterable<string> {
    return this._index.atPrefix(prefix).keys();
  }
}
