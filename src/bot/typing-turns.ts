/** What one person's latest keystroke asks for. */
interface Keystroke {
  begin(): void;
  passOver(): void;
}

/**
 * Looks up what people are typing, one keystroke at a time, each in a separate turn of the event loop and each person in turn. Of
 * what one person typed while others were served only the latest is looked up: Discord shows nothing else any more, and
 * somebody who types fast, or a program that does, holds up nobody.
 */
export class TypingTurns {
  readonly #waiting = new Map<string, Keystroke>();

  /**
   * Does the work for a person's keystroke when the person's turn comes.
   *
   * @returns what came of it; null where the person has typed on meanwhile, and nothing was done
   */
  take<T>(person: string, work: () => Promise<T>): Promise<T | null> {
    return new Promise<T | null>((resolve, reject) => {
      const before = this.#waiting.get(person);
      // The person keeps the place in the queue.
      this.#waiting.set(person, {
        begin: () => work().then(resolve, reject),
        passOver: () => resolve(null),
      });
      if (before) before.passOver();
      else if (this.#waiting.size === 1) setImmediate(() => this.#next());
    });
  }

  #next(): void {
    for (const [person, keystroke] of this.#waiting) {
      this.#waiting.delete(person);
      if (this.#waiting.size > 0) setImmediate(() => this.#next());
      keystroke.begin();
      return;
    }
  }
}
