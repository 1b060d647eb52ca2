/** A word that means the same as, or something near to, a word of the question. */
export interface Similar {
  /** Term numbers that must stand side by side in this order; mostly one. */
  readonly ids: readonly number[];
  /** 1 for the word itself, less for a related one. */
  readonly nearness: number;
  /** True where several words of the question together mean this ("red planet"): then one place answers them all. */
  readonly shared?: boolean;
}

/** A word that carries the question, and everything that counts as finding it. */
export interface Concept {
  /** As typed, or as mended. */
  readonly text: string;
  /** The word folded; what a misspelled one was mended to. */
  readonly word: string;
  readonly term: string;
  /** The term's number; undefined where no event has it. */
  readonly id: number | undefined;
  /** How much it matters: rarity, raised for names, lowered for words of asking. */
  readonly weight: number;
  readonly name: boolean;
  readonly number: boolean;
  readonly asking: boolean;
  /** String indices of the word in the question. */
  readonly start: number;
  readonly end: number;
  /** Place among the question's words. */
  readonly place: number;
  readonly similar: readonly Similar[];
}
