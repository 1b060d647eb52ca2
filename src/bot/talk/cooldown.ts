import { LRUCache } from 'lru-cache';

/** So many questions a person may ask… */
const MOST = 5;
/** …in so many milliseconds. */
const WITHIN_MS = 10_000;
/** People remembered at once. */
const PEOPLE = 10_000;

/** What becomes of a question: it is answered, it is answered with a plea to slow down, or passed over. */
export type Allowance = 'answer' | 'plead' | 'pass over';

/** Keeps one person from flooding the bot with questions. */
export class Cooldown {
  readonly #asked = new LRUCache<string, number[]>({ max: PEOPLE });
  readonly #now: () => number;

  /** @param now milliseconds of a clock that never goes back. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Takes note of a question. The plea comes once, until the person has slowed down. */
  take(person: string): Allowance {
    const now = this.#now();
    const recent = (this.#asked.get(person) ?? []).filter((at) => now - at < WITHIN_MS);
    recent.push(now);
    this.#asked.set(person, recent.slice(-(MOST + 2)));
    if (recent.length <= MOST) return 'answer';
    return recent.length === MOST + 1 ? 'plead' : 'pass over';
  }
}
