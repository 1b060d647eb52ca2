/** How an answer ended: with what was asked for, with a sentence instead, with an error, or when nobody waited any more. */
export type AnswerOutcome = 'answered' | 'told' | 'failed' | 'too late';

/** Called for each answer, with the milliseconds it took. */
export type AnswerListener = (what: string, outcome: AnswerOutcome, ms: number) => void;

/** Counts what was done, by name: "ask", "press search", "ask failed". */
export class Counts {
  readonly #counts = new Map<string, number>();
  readonly #listener: AnswerListener;

  constructor(listener: AnswerListener = () => undefined) {
    this.#listener = listener;
  }

  add(name: string): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }

  /** Counts an answer that has ended. @param began by `performance.now()` */
  ended(what: string, outcome: AnswerOutcome, began: number): void {
    const isFailure = outcome === 'failed' || outcome === 'too late';
    this.add(isFailure ? `${what} failed` : what);
    this.#listener(what, outcome, performance.now() - began);
  }

  /** All counts, as a plain object. */
  all(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#counts);
  }
}
