import { inTurns } from '../in-turns.js';
import type { KeptTerms } from './kept-terms.js';

/** Words that more events have than this are counted together. */
const MANY = 1000;
/** A term capitalised more often than this inside sentences is part of names. */
const NAME = 0.7;

/** The terms of the indexed events, each with a number and what the events show of it. */
export class Vocabulary {
  readonly #ids = new Map<string, number>();
  /** Term of each number. Number 0 is the empty term: a stop word's place. */
  readonly terms: string[] = [''];
  /** A word, folded, that each term was first made of. */
  readonly words: string[] = [''];
  /** In how many events each term stands. */
  readonly #events: number[] = [0];
  /** How often each term was seen inside a sentence, and how often with a capital there. */
  readonly #inside: number[] = [0];
  readonly #capital: number[] = [0];

  /** The number of a term; undefined where no event has it. */
  id(term: string): number | undefined {
    const id = this.#ids.get(term);
    return id !== undefined && (this.#events[id] ?? 0) > 0 ? id : undefined;
  }

  get size(): number {
    return this.terms.length;
  }

  /** The number of a term, given one where it is new; `word` is what it was made of. */
  intern(term: string, word = term): number {
    const known = this.#ids.get(term);
    if (known !== undefined) return known;
    const id = this.terms.length;
    this.#ids.set(term, id);
    this.terms.push(term);
    this.words.push(word);
    this.#events.push(0);
    this.#inside.push(0);
    this.#capital.push(0);
    return id;
  }

  /** How often each term was seen inside a sentence, and how often with a capital there, by number: what `seen` counted. */
  get seenInside(): { readonly inside: readonly number[]; readonly capital: readonly number[] } {
    return { inside: this.#inside, capital: this.#capital };
  }

  /** Takes up the terms of an earlier run under their numbers, with what was seen of each; before any other. */
  restore(kept: Pick<KeptTerms, 'terms' | 'words' | 'inside' | 'capital' | 'postings'>): Promise<void> {
    return inTurns(kept.terms, (term, id) => {
      if (id === 0) return;
      this.#ids.set(term, id);
      this.terms.push(term);
      this.words.push(kept.words[id] ?? term);
      this.#events.push(kept.postings.length(id));
      this.#inside.push(kept.inside[id] ?? 0);
      this.#capital.push(kept.capital[id] ?? 0);
    });
  }

  /** The number of a term, whether an event has it still or not; undefined where none ever had. */
  numberOf(term: string): number | undefined {
    return this.#ids.get(term);
  }

  /** Counts events that have a term: 1 when one comes, -1 when it goes. */
  count(id: number, change: 1 | -1): void {
    this.#events[id] = (this.#events[id] ?? 0) + change;
  }

  seen(id: number, capital: boolean): void {
    this.#inside[id] = (this.#inside[id] ?? 0) + 1;
    if (capital) this.#capital[id] = (this.#capital[id] ?? 0) + 1;
  }

  /** In how many events a term stands. */
  eventsWith(id: number): number {
    return this.#events[id] ?? 0;
  }

  /** The words of the events, those of the most events first. */
  frequentWords(count: number): string[] {
    // Counting the words by their number of events shows which to sort: sorting all of them would block for too long.
    const having: number[] = [];
    for (const events of this.#events)
      having[Math.min(events, MANY)] = (having[Math.min(events, MANY)] ?? 0) + 1;
    let least = MANY;
    for (let words = having[least] ?? 0; least > 1 && words < count; ) words += having[--least] ?? 0;
    return [...this.words.keys()]
      .filter((id) => this.eventsWith(id) >= least)
      .sort((a, b) => this.eventsWith(b) - this.eventsWith(a))
      .slice(0, count)
      .map((id) => this.words[id] ?? '');
  }

  /** How much of a name a term is, 0 to 1: the share of its places inside sentences that are capitalised. */
  nameness(id: number): number {
    const inside = this.#inside[id] ?? 0;
    return inside === 0 ? 0 : (this.#capital[id] ?? 0) / inside;
  }

  /** Whether a term is part of names rather than a word. */
  isName(id: number): boolean {
    return this.nameness(id) > NAME;
  }
}
