import { TopEvents } from '../top-events.js';

/** The numbers of a vector. The encoder's output is rotated so that the first ones alone already tell much. */
const DIMENSIONS = 256;
/** The first dimensions, by which all events are compared… */
const FIRST = 24;
/** How many of them are added up in one pass over the events. */
const TOGETHER = 8;
/** What 1 is in the whole numbers that a question's vector is multiplied in. */
const WHOLE = 4096;
/** …and those by which the nearest of them are compared. */
const LEADING = 64;
/** What 1 is kept as: the numbers of a unit vector of this length hardly reach a half. */
const SCALE = 254;
/** How many times the number wanted is kept of the nearest by fewer dimensions and compared by more: 99.6 % of the 80 nearest are found. */
const BY_LEADING = 70;
const IN_FULL = 8;
/** A cosine below which an event has nothing to do with a question. */
const LEAST = 0.2;
/** Steps that scores are sorted into. */
const STEPS = 1024;
/** The least number of events that the search is sized for. */
const LEAST_WANTED = 75;

/** The vectors of the indexed events by number, one byte a dimension. */
export class EventVectors {
  #full = new Int8Array(0);
  /** The first dimensions, one after the other over all events: a dimension has a place for each event there is room for. */
  #first = new Int8Array(0);
  #sums = new Int32Array(0);
  #has = new Uint8Array(0);
  #end = 0;
  #count = 0;

  /** How many events have a vector. */
  get count(): number {
    return this.#count;
  }

  /** Takes the vector of an event in its kept form (`compress`). */
  put(event: number, kept: Int8Array): void {
    this.#makeRoom(event + 1);
    this.#full.set(kept, event * DIMENSIONS);
    const room = this.#has.length;
    for (let i = 0; i < FIRST; i++) this.#first[i * room + event] = kept[i] ?? 0;
    if (this.#has[event] === 0) this.#count += 1;
    this.#has[event] = 1;
    this.#end = Math.max(this.#end, event + 1);
  }

  /** Forgets the vector of an event that was taken out. */
  remove(event: number): void {
    if (event >= this.#end || this.#has[event] === 0) return;
    this.#has[event] = 0;
    this.#count -= 1;
  }

  has(event: number): boolean {
    return this.#has[event] === 1;
  }

  /** The cosine of an event's vector with a unit vector; NaN where the event has none. */
  cosine(event: number, vector: Float32Array): number {
    return this.has(event) ? this.#dot(event, vector, DIMENSIONS) : Number.NaN;
  }

  /** The vector of an event, of unit length; null where it has none. */
  vector(event: number): Float32Array | null {
    if (!this.has(event)) return null;
    const at = event * DIMENSIONS;
    return Float32Array.from(this.#full.subarray(at, at + DIMENSIONS), (part) => part / SCALE);
  }

  /** The cosine of two events' vectors; NaN where one has none. */
  between(one: number, other: number): number {
    if (!this.has(one) || !this.has(other)) return Number.NaN;
    let sum = 0;
    for (let i = 0; i < DIMENSIONS; i++)
      sum += (this.#full[one * DIMENSIONS + i] ?? 0) * (this.#full[other * DIMENSIONS + i] ?? 0);
    return sum / (SCALE * SCALE);
  }

  /**
   * The events nearest to a unit vector, best first.
   *
   * @param factor what an event keeps of its nearness, 0 to 1.
   */
  nearest(vector: Float32Array, count: number, factor: (event: number) => number): number[] {
    const nearest = new TopEvents(count);
    const sums = this.#byFirst(vector);
    const byFirst = new Float32Array(this.#end);
    for (let event = 0; event < this.#end; event++) {
      const sum = sums[event] ?? 0;
      if (sum > 0 && this.#has[event] === 1) byFirst[event] = (sum / (SCALE * WHOLE)) * factor(event);
    }
    const some = highest(byFirst, Math.max(BY_LEADING * LEAST_WANTED, BY_LEADING * count));
    const byLeading = Float32Array.from(some, (event) => this.#dot(event, vector, LEADING) * factor(event));
    const few = highest(byLeading, Math.max(IN_FULL * LEAST_WANTED, IN_FULL * count));
    for (const place of few) {
      const event = some[place] ?? 0;
      const cosine = this.cosine(event, vector);
      if (cosine > LEAST) nearest.offer(event, cosine * factor(event));
    }
    return nearest.best();
  }

  /** The product of a vector with each event's by the first dimensions, times SCALE and WHOLE. */
  #byFirst(vector: Float32Array): Int32Array {
    const { length: room } = this.#has;
    const end = this.#end;
    const [sums, first] = [this.#sums, this.#first];
    const whole = Int32Array.from(vector.subarray(0, FIRST), (part) => Math.round(part * WHOLE));
    sums.fill(0, 0, end);
    for (let i = 0; i < FIRST; i += TOGETHER) {
      // Column by column in whole numbers takes half the time of event by event. Written out, since a loop would take it back.
      const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = whole.subarray(i, i + TOGETHER);
      const at = i * room;
      for (let event = 0, place = at; event < end; event++, place++)
        sums[event] =
          (sums[event] ?? 0) +
          Math.imul(first[place] ?? 0, a) +
          Math.imul(first[place + room] ?? 0, b) +
          Math.imul(first[place + 2 * room] ?? 0, c) +
          Math.imul(first[place + 3 * room] ?? 0, d) +
          Math.imul(first[place + 4 * room] ?? 0, e) +
          Math.imul(first[place + 5 * room] ?? 0, f) +
          Math.imul(first[place + 6 * room] ?? 0, g) +
          Math.imul(first[place + 7 * room] ?? 0, h);
    }
    return sums;
  }

  #dot(event: number, vector: Float32Array, dimensions: number): number {
    const at = event * DIMENSIONS;
    let sum = 0;
    for (let i = 0; i < dimensions; i++) sum += (this.#full[at + i] ?? 0) * (vector[i] ?? 0);
    return sum / SCALE;
  }

  #makeRoom(events: number): void {
    if (events <= this.#has.length) return;
    const room = events + (events >> 1) + 256;
    this.#full = grown(this.#full, room * DIMENSIONS);
    const first = new Int8Array(room * FIRST);
    const before = this.#has.length;
    for (let i = 0; i < FIRST; i++) first.set(this.#first.subarray(i * before, (i + 1) * before), i * room);
    this.#first = first;
    this.#sums = new Int32Array(room);
    const has = new Uint8Array(room);
    has.set(this.#has);
    this.#has = has;
  }
}

/** The places of about as many of the highest scores, 0 to 1, as are wanted; more where several are on one step. None that are 0. */
function highest(scores: Float32Array, wanted: number): number[] {
  const onStep = new Uint32Array(STEPS);
  const stepOf = (score: number) =>
    score > 0 ? Math.min(STEPS - 1, 1 + Math.floor(score * (STEPS - 1))) : 0;
  for (let i = 0; i < scores.length; i++) {
    const step = stepOf(scores[i] ?? 0);
    onStep[step] = (onStep[step] ?? 0) + 1;
  }
  let lowest = STEPS;
  for (let many = 0; lowest > 1 && many < wanted; ) many += onStep[--lowest] ?? 0;
  const found: number[] = [];
  const least = (lowest - 1) / (STEPS - 1);
  for (let i = 0; i < scores.length; i++) {
    const score = scores[i] ?? 0;
    if (score >= least && stepOf(score) >= lowest) found.push(i);
  }
  return found;
}

function grown(bytes: Int8Array, room: number): Int8Array<ArrayBuffer> {
  const larger = new Int8Array(room);
  larger.set(bytes);
  return larger;
}

/** Bytes that a vector is kept in. */
export const KEPT_BYTES = DIMENSIONS;

/** A unit vector in the form it is kept in: one byte a dimension. */
export function compress(vector: Float32Array): Int8Array {
  return Int8Array.from(vector, (part) => Math.max(-127, Math.min(127, Math.round(part * SCALE))));
}
