import { splitContext } from './context-list.js';

const DASHES = /[\u2010-\u2015\u2212]/g;

const SIMPLE = /^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/;

/** A name in the form in which spellings meet: case, accents, dashes and spacing don't matter. */
export function foldName(name: string): string {
  if (SIMPLE.test(name)) return name.toLowerCase();
  const bare = name.normalize('NFKD').replace(/\p{M}/gu, '').replace(DASHES, '-');
  return bare.toLowerCase().replace(/\s+/g, ' ').trim();
}

/**
 * The names a folder of events is sure of, its stories and topics. They decide where a context list is cut; so only
 * names with a comma are kept.
 */
export class KnownTerms {
  readonly #names = new Set<string>();
  readonly #lists = new Map<string, readonly string[]>();

  add(name: string): void {
    if (!name.includes(',')) return;
    this.#names.add(foldName(name));
    this.#lists.clear();
  }

  has(name: string): boolean {
    return this.#names.has(foldName(name));
  }

  /** The names in a context list, see `splitContext`. The same list comes with many links: it is split once. */
  namesIn(list: string): readonly string[] {
    const known = this.#lists.get(list);
    if (known !== undefined) return known;
    const names = splitContext(list, this);
    this.#lists.set(list, names);
    return names;
  }
}
