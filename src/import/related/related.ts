import { type CalendarDate, dayNumber } from '../../events/calendar-date.js';
import type { EventRecord } from '../record.js';
import { EventTerms } from './event-terms.js';

/** Most related events a file lists. */
const MOST_RELATED = 10;
/** Most terms that say what an event is about, and what two have in common. */
const MOST_CONTEXT = 12;
const MOST_SHARED = 8;
/** Neighbours in time that are looked at on either side, for each term. */
const REACH = 32;
/** A topic in common says more than a link or a name in common. */
const TOPIC_WEIGHT = 3;
/** Least score: a topic in common, one rare name, or several common ones. */
const LEAST_SCORE = 2.5;

/** An event that takes part, with its date. */
export interface RelatedInput {
  readonly date: CalendarDate;
  readonly event: EventRecord;
}

/** What an event is related to: a position in the list handed in, and the terms shared, the weightiest first. */
export interface Relation {
  readonly to: number;
  readonly shared: readonly number[];
}

/**
 * Works out related events by what they share: topics, wiki links and names, each weighed by its rarity. A term links
 * an event to its nearest neighbours in time, so that the work stays in proportion to the number of events and an
 * import of today leaves the lists of years ago as they are; a term's weight goes by the power of two of its count for
 * the same reason. Terms are numbers; `labels` has their words.
 */
export class Related {
  readonly #index: EventTerms;
  readonly #days: Int32Array;
  readonly #weights: Float64Array;
  /** The terms of each event as in the index, but the weightiest first. */
  readonly #weighty: Int32Array;
  /** Scratch of one event, each left as zeros: the scores of the others, and whether a term is its own. */
  readonly #scores: Float64Array;
  readonly #own: Uint8Array;
  readonly #touched: Int32Array;

  /** @param events By date. */
  constructor(events: readonly RelatedInput[]) {
    this.#index = new EventTerms(events.map(({ event }) => event));
    this.#days = Int32Array.from(events, ({ date }) => dayNumber(date));
    this.#weights = Float64Array.from(this.labels, (_, term) => weightOf(this.#index.countOf(term)));
    this.#weighty = this.#byWeight();
    this.#scores = new Float64Array(events.length);
    this.#own = new Uint8Array(this.labels.length);
    this.#touched = new Int32Array(events.length);
  }

  /** The words of each term. */
  get labels(): readonly string[] {
    return this.#index.labels;
  }

  /** What an event is about: its terms that other events share, the weightiest first. */
  context(event: number): number[] {
    const { starts } = this.#index;
    const terms = this.#weighty.subarray(starts[event], starts[event + 1]);
    return Array.from(terms.filter((term) => this.#index.countOf(term) > 1).subarray(0, MOST_CONTEXT));
  }

  /** The events most related to one, the most related first; nearer in time first where they are equal. */
  of(event: number): Relation[] {
    const found = this.#score(event);
    const best = this.#best(event, found);
    for (let at = 0; at < found; at += 1) this.#scores[this.#touched[at] ?? 0] = 0;
    this.#mark(event, 1);
    const relations = best.map((to) => ({ to, shared: this.#shared(to) }));
    this.#mark(event, 0);
    return relations;
  }

  /** Adds up the scores of the others. @returns how many there are in `#touched`. */
  #score(event: number): number {
    const { starts, terms, topics, postings, posted, postedTopic, places } = this.#index;
    const scores = this.#scores;
    const touched = this.#touched;
    let found = 0;
    const start = starts[event] ?? 0;
    const end = starts[event + 1] ?? 0;
    for (let at = start; at < end; at += 1) {
      const term = terms[at] ?? 0;
      const place = places[at] ?? 0;
      const weight = this.#weights[term] ?? 0;
      const topicWeight =
        at - start < (topics[event] ?? 0) ? Math.max(LEAST_SCORE, weight * TOPIC_WEIGHT) : weight;
      const last = Math.min(postings[term + 1] ?? 0, place + REACH + 1);
      for (let near = Math.max(postings[term] ?? 0, place - REACH); near < last; near += 1) {
        const other = posted[near] ?? 0;
        if (near === place) continue;
        const score = scores[other] ?? 0;
        if (score === 0) {
          touched[found] = other;
          found += 1;
        }
        scores[other] = score + (postedTopic[near] === 1 ? topicWeight : weight);
      }
    }
    return found;
  }

  #best(event: number, found: number): number[] {
    const scores = this.#scores;
    const touched = this.#touched;
    const best: number[] = [];
    let least = LEAST_SCORE;
    for (let next = 0; next < found; next += 1) {
      const other = touched[next] ?? 0;
      if ((scores[other] ?? 0) < least) continue;
      const full = best.length === MOST_RELATED;
      if (full && !this.#isBefore(event, other, best[MOST_RELATED - 1] ?? 0)) continue;
      let at = full ? MOST_RELATED - 1 : best.length;
      for (; at > 0 && this.#isBefore(event, other, best[at - 1] ?? 0); at -= 1) best[at] = best[at - 1] ?? 0;
      best[at] = other;
      if (best.length === MOST_RELATED) least = scores[best[MOST_RELATED - 1] ?? 0] ?? 0;
    }
    return best;
  }

  /** Whether `a` is listed before `b`. */
  #isBefore(event: number, a: number, b: number): boolean {
    const difference = (this.#scores[a] ?? 0) - (this.#scores[b] ?? 0);
    if (difference !== 0) return difference > 0;
    const day = this.#days[event] ?? 0;
    const nearer = Math.abs((this.#days[a] ?? 0) - day) - Math.abs((this.#days[b] ?? 0) - day);
    return nearer !== 0 ? nearer < 0 : a < b;
  }

  #mark(event: number, own: 0 | 1): void {
    const { starts, terms } = this.#index;
    const end = starts[event + 1] ?? 0;
    for (let at = starts[event] ?? 0; at < end; at += 1) this.#own[terms[at] ?? 0] = own;
  }

  /** The terms of an event that are marked. */
  #shared(event: number): number[] {
    const { starts } = this.#index;
    const shared: number[] = [];
    const end = starts[event + 1] ?? 0;
    for (let at = starts[event] ?? 0; at < end && shared.length < MOST_SHARED; at += 1) {
      const term = this.#weighty[at] ?? 0;
      if (this.#own[term] === 1) shared.push(term);
    }
    return shared;
  }

  /** Every term has a rank, the weightiest the first one: numbers sort faster than what they mean. */
  #byWeight(): Int32Array {
    const { starts, terms } = this.#index;
    const weights = this.#weights;
    const ranked = Array.from(weights.keys()).sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b);
    const ranks = new Int32Array(ranked.length);
    ranked.forEach((term, rank) => {
      ranks[term] = rank;
    });
    const weighty = terms.map((term) => ranks[term] ?? 0);
    for (let event = 0; event + 1 < starts.length; event += 1)
      weighty.subarray(starts[event], starts[event + 1]).sort();
    return weighty.map((rank) => ranked[rank] ?? 0);
  }
}

/** The weight of a term: from 4, where two events share it, down towards 0 as it grows common. */
function weightOf(count: number): number {
  return 8 / (1 + Math.floor(Math.log2(count)));
}
