/** A word on the way from the end of sentences to their beginning. */
interface Node {
  readonly before: Map<string, Node>;
  /** Numbers of the sentences that begin here, read backwards: whose first word this is. */
  readonly begun: number[];
  /** The lowest number of the sentences that have this word here. */
  lowest: number;
}

const node = (lowest: number): Node => ({ before: new Map(), begun: [], lowest });

/** Sentences, numbered, by the words they end with: which of them ends another, or is ended by it, shows in one pass. */
export class EndingWords {
  readonly #end = node(0);

  /** Takes a sentence up, as its words. */
  add(words: readonly string[], number: number): void {
    let at = this.#end;
    for (let i = words.length - 1; i >= 0; i--) {
      const word = words[i] ?? '';
      let next = at.before.get(word);
      if (!next) {
        next = node(number);
        at.before.set(word, next);
      }
      next.lowest = Math.min(next.lowest, number);
      at = next;
    }
    at.begun.push(number);
  }

  /** Numbers of sentences that end with all of these words, or with which these words end, at least this many words. */
  *alike(words: readonly string[], least: number): Generator<number> {
    let at = this.#end;
    for (let i = words.length - 1; i >= 0; i--) {
      const next = at.before.get(words[i] ?? '');
      if (!next) return;
      at = next;
      if (words.length - i >= least) yield* at.begun;
    }
    if (words.length >= least) yield at.lowest;
  }
}
