import SearchableMap from 'minisearch/SearchableMap';
import type { KeptPostings } from './kept-postings.js';

/** What MiniSearch notes of a term: by field, how often each event has it. */
export type TermEvents = Map<number, Map<number, number>>;

/** The one field there is. */
const FIELD = 0;

/**
 * MiniSearch's tree of terms, which finds a term it holds without walking down from the root: nearly every term of an
 * event is one that was there before. The terms of an earlier run stay where they are kept, each until somebody asks for it:
 * putting all of them into maps is most of what a start would take.
 */
export class TermTree extends SearchableMap<TermEvents> {
  readonly #held = new Map<string, TermEvents>();
  readonly #kept: KeptPostings | null;
  readonly #numberOf: (term: string) => number | undefined;
  /** Whether a kept term is here by now. */
  readonly #isHere: Uint8Array;

  /** @param numberOf the number of a term among those kept; it may give higher ones for others. */
  constructor(
    kept: KeptPostings | null = null,
    numberOf: (term: string) => number | undefined = () => undefined,
  ) {
    super();
    this.#kept = kept;
    this.#numberOf = numberOf;
    this.#isHere = new Uint8Array(kept?.count ?? 0);
  }

  override fetch(term: string, initial: () => TermEvents): TermEvents {
    const held = this.get(term);
    if (held !== undefined) return held;
    const fetched = super.fetch(term, initial);
    this.#held.set(term, fetched);
    return fetched;
  }

  override get(term: string): TermEvents | undefined {
    const held = this.#held.get(term);
    if (held !== undefined) return held;
    const number = this.#keptNumber(term);
    return number === undefined ? undefined : this.#takeOver(number);
  }

  override delete(term: string): void {
    this.#held.delete(term);
    super.delete(term);
  }

  /** The events of a term where it is still as it was kept; undefined where it isn't. */
  asKept(term: string): Uint32Array | undefined {
    const number = this.#keptNumber(term);
    return number === undefined ? undefined : this.#kept?.of(number);
  }

  /** The terms that begin with a text. */
  *termsFrom(prefix: string): Generator<string> {
    for (const number of this.#kept?.startingWith(prefix) ?? [])
      if (this.#isHere[number] === 0) yield this.#kept?.term(number) ?? '';
    yield* super.atPrefix(prefix).keys();
  }

  override atPrefix(prefix: string): SearchableMap<TermEvents> {
    for (const number of this.#kept?.startingWith(prefix) ?? []) this.get(this.#kept?.term(number) ?? '');
    return super.atPrefix(prefix);
  }

  /** Every term with its events, one after the other: MiniSearch sweeps those that were taken out in small turns. */
  override entries(): ReturnType<SearchableMap<TermEvents>['entries']> {
    return this.#all() as unknown as ReturnType<SearchableMap<TermEvents>['entries']>;
  }

  override [Symbol.iterator](): ReturnType<SearchableMap<TermEvents>['entries']> {
    return this.entries();
  }

  *#all(): Generator<[string, TermEvents]> {
    yield* this.#held;
    for (let number = 0; number < this.#isHere.length; number++) {
      if (this.#isHere[number] === 1 || this.#kept?.length(number) === 0) continue;
      const events = this.#takeOver(number);
      if (events) yield [this.#kept?.term(number) ?? '', events];
    }
  }

  #keptNumber(term: string): number | undefined {
    const number = this.#kept === null ? undefined : this.#numberOf(term);
    const isKept = number !== undefined && this.#isHere[number] === 0 && this.#kept?.length(number) !== 0;
    return isKept ? number : undefined;
  }

  #takeOver(number: number): TermEvents | undefined {
    if (!this.#kept) return undefined;
    this.#isHere[number] = 1;
    const events = new Map<number, number>();
    for (const event of this.#kept.of(number)) events.set(event, 1);
    const term = this.#kept.term(number);
    const fields: TermEvents = new Map([[FIELD, events]]);
    super.set(term, fields);
    this.#held.set(term, fields);
    return fields;
  }
}
