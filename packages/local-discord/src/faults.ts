/** Something that goes wrong with requests, for tests of what a bot does then. */
export interface Fault {
  /** Matched against "POST /channels/1/messages"; every request where left out. */
  readonly on?: RegExp;
  /** Of those matched, how many are hit; all where left out. */
  readonly times?: number;
  /** Of those matched, the share that is hit (0 to 1). */
  readonly chance?: number;
  /** How long the answer takes, in milliseconds. */
  readonly delayMs?: number;
  /** An HTTP status to answer with: 429, 500, 502, … */
  readonly status?: number;
  /** Discord's own error code in the answer's body; its status is then 403 where none is given. */
  readonly code?: number;
  /** The message that goes with it. */
  readonly message?: string;
  /** Answers with a page instead of JSON, as a proxy does; with status 200 where none is given. */
  readonly html?: string;
  /** Seconds to wait, with status 429. */
  readonly retryAfter?: number;
  /** Cuts the connection instead of answering. */
  readonly cut?: boolean;
  /** Does what was asked before it fails: the bot can't tell whether its message was sent. */
  readonly afterwards?: boolean;
}

/** The faults injected into a local Discord's REST API. */
export class Faults {
  readonly #faults = new Map<Fault, number>();
  readonly #random: () => number;
  #hits = 0;

  /** @param random gives numbers from 0 to 1, for `chance` */
  constructor(random: () => number) {
    this.#random = random;
  }

  /** How many requests were hit. */
  get hits(): number {
    return this.#hits;
  }

  /** Injects a fault; the function given back takes it away. */
  inject(fault: Fault): () => void {
    this.#faults.set(fault, fault.times ?? Number.POSITIVE_INFINITY);
    return () => this.#faults.delete(fault);
  }

  clear(): void {
    this.#faults.clear();
  }

  /** The fault that hits a request, counted down, or undefined. */
  hit(method: string, path: string): Fault | undefined {
    for (const [fault, left] of this.#faults) {
      if (left <= 0 || (fault.on && !fault.on.test(`${method} ${path}`))) continue;
      if (fault.chance !== undefined && this.#random() >= fault.chance) continue;
      this.#faults.set(fault, left - 1);
      this.#hits += 1;
      return fault;
    }
    return undefined;
  }
}
