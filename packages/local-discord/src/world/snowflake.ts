/** The first millisecond of 2015: where Discord's ids begin to count. */
const DISCORD_EPOCH = 1_420_070_400_000n;

/** Makes ids as Discord does: milliseconds since 2015, shifted by 22 bits. Each is greater than the one before. */
export class Snowflakes {
  #last = 0n;

  next(now: number = Date.now()): string {
    const fromClock = (BigInt(now) - DISCORD_EPOCH) << 22n;
    this.#last = fromClock > this.#last ? fromClock : this.#last + 1n;
    return this.#last.toString();
  }
}

/** An id that is the same in every run: the `index`-th thing of the world at the start. */
export function fixedId(index: number): string {
  return ((BigInt(Date.UTC(2024, 0, 1)) - DISCORD_EPOCH + BigInt(index) * 1000n) << 22n).toString();
}

/** When the thing with this id was made, in milliseconds since 1970. */
export function timeOf(id: string): number {
  return Number((BigInt(id) >> 22n) + DISCORD_EPOCH);
}
