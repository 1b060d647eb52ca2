import { LRUCache } from 'lru-cache';

/**
 * How many questions a person may ask in how many milliseconds. Discord lets a bot write some five messages in five
 * seconds into a channel: who asks no faster than that holds up nobody, and nobody in a conversation does.
 */
const MOST = 10;
const WITHIN_MS = 10_000;
/** Who asks faster is held back for this long. */
const HELD_MS = 10_000;
/** People remembered at once. */
const PEOPLE = 10_000;

/** What becomes of a question: it is answered; its person is asked to wait this many seconds; it is ignored. */
export type Allowance =
  | { readonly kind: 'answer' }
  | { readonly kind: 'hold'; readonly seconds: number }
  | { readonly kind: 'pass-over' };

/** What is remembered of a person. */
interface Asked {
  /** When they asked what was answered, lately. */
  readonly at: number[];
  /** Until when they are held back. */
  heldUntil: number;
}

/** Keeps one person from flooding the bot with questions. */
export class Cooldown {
  readonly #people = new LRUCache<string, Asked>({ max: PEOPLE });
  readonly #now: () => number;

  /** @param now milliseconds of a clock that never goes back. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /**
   * Takes note of a question. Who asks too fast is asked once to wait, and answered again after that time: what they
   * ask meanwhile does not make it longer.
   */
  take(person: string): Allowance {
    const now = this.#now();
    const { at, heldUntil } = this.#people.get(person) ?? { at: [], heldUntil: 0 };
    if (now < heldUntil) return { kind: 'pass-over' };
    const recent = at.filter((then) => now - then < WITHIN_MS);
    if (recent.length < MOST) {
      this.#people.set(person, { at: [...recent, now], heldUntil: 0 });
      return { kind: 'answer' };
    }
    this.#people.set(person, { at: [], heldUntil: now + HELD_MS });
    return { kind: 'hold', seconds: HELD_MS / 1000 };
  }
}
