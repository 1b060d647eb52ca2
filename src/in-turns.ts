import { setImmediate, setTimeout } from 'node:timers/promises';

/** Milliseconds of work after which other work (a heartbeat, an acknowledgement) gets its turn of the event loop. */
const TURN_MS = 10;
/** Work that nobody waits for takes short turns with a pause behind each, so that it slows nobody down. */
const IDLE_TURN_MS = 4;
const IDLE_PAUSE_MS = 16;

/** A turn of work that takes longer than one: it goes on until `isOver`, then gives way with `next`. */
export class Turn {
  readonly #ms: number;
  readonly #giveWay: () => Promise<unknown>;
  #until: number;

  private constructor(ms: number, giveWay: () => Promise<unknown>) {
    this.#ms = ms;
    this.#giveWay = giveWay;
    this.#until = performance.now() + ms;
  }

  /** Of work that somebody waits for: some ten milliseconds, and on as soon as everything else had its turn. */
  static begin(): Turn {
    return new Turn(TURN_MS, () => setImmediate());
  }

  /** Of work that nobody waits for: it takes a fifth of the time there is, and keeps no process alive. */
  static beginIdle(): Turn {
    return new Turn(IDLE_TURN_MS, () => setTimeout(IDLE_PAUSE_MS, undefined, { ref: false }));
  }

  get isOver(): boolean {
    return performance.now() >= this.#until;
  }

  /** Lets everything else have its turn; then the next one begins. */
  async next(): Promise<void> {
    await this.#giveWay();
    this.#until = performance.now() + this.#ms;
  }
}

/** Does something with each item, giving way to other work every few milliseconds. Items may come or go meanwhile. */
export async function inTurns<T>(items: Iterable<T>, use: (item: T, i: number) => void): Promise<void> {
  const turn = Turn.begin();
  let i = 0;
  for (const item of items) {
    use(item, i++);
    if (turn.isOver) await turn.next();
  }
}

/** Does work that says by its steps where it may rest, giving way to other work every few milliseconds. */
export async function stepsInTurns<T>(work: Generator<void, T>, turn: Turn): Promise<T> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (turn.isOver) await turn.next();
  }
}

/** The same as work that nobody waits for, until all are done or it is called off. */
export async function inIdleTurns<T>(
  items: Iterable<T>,
  use: (item: T, i: number) => void,
  signal?: AbortSignal,
): Promise<void> {
  const turn = Turn.beginIdle();
  let i = 0;
  for (const item of items) {
    if (signal?.aborted) return;
    use(item, i++);
    if (turn.isOver) await turn.next();
  }
}
