const DASHES = /[\u2010-\u2015\u2212]/g;

/** A name in the form in which spellings meet: case, accents, dashes and spacing don't matter. */
export function foldName(name: string): string {
  const plain = /^[\x20-\x7e]*$/.test(name)
    ? name
    : name.normalize('NFKD').replace(/\p{M}/gu, '').replace(DASHES, '-');
  return plain.toLowerCase().replace(/\s+/g, ' ').trim();
}

/** The names that a folder of events is sure of: its stories, topics and contexts that stand alone. */
export class KnownTerms {
  readonly #names = new Set<string>();

  add(name: string): void {
    this.#names.add(foldName(name));
  }

  has(name: string): boolean {
    return this.#names.has(foldName(name));
  }
}
