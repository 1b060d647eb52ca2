import MiniSearch from 'minisearch';

interface IndexedText {
  readonly id: number;
  /** The event's terms, parted by line breaks. */
  readonly terms: string;
}

/** The events a term stands in, ascending. */
export type Postings = Uint32Array;

const NONE: Postings = new Uint32Array(0);

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
      tokenize: (terms) => (terms === '' ? [] : terms.split('\n')),
      processTerm: (term) => term,
    });
  }

  /** Takes up an event under its number; numbers must be given in order, from 0. */
  put(id: number, terms: readonly string[]): void {
    this.add({ id, terms: terms.join('\n') });
    if (this.#read.size > 0) for (const term of terms) this.#read.delete(term);
  }

  /** Takes an event out. Its postings stay until MiniSearch sweeps them: readers skip events that are gone. */
  drop(id: number): void {
    if (this.has(id)) this.discard(id);
  }

  /** The events a term stands in, those since taken out included. */
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
