import type { Concept } from './concept.js';
import type { EventIndex } from './event-index.js';
import { TopEvents } from './top-events.js';
import { CHOSEN, COMMON_SHARE, WEIGHTS } from './weights.js';

/** Events read for the words related to one word of a question, the nearest words first: the bound on what it may cost. */
const RELATED_READ = 1500;

/** An event that shares words with a question, and the share of the question's weight that those make. */
export interface Sharing {
  readonly event: number;
  readonly share: number;
}

/** The highest number up to which a place of 32 bits holds every whole number. */
const MOST_WORDS = 2 ** 24;

/** Finds the events that share words with a question from the words' postings alone. Keeps its arrays between questions. */
export class Candidates {
  /**
   * Of each event, side by side so that both are read at one go: the weight of the words it shares, 0 where it shares none, and
   * the number of the word last added to it.
   */
  #shared = new Float32Array(0);
  /** How many words were ever added. */
  #words = 0;
  /** The events that share words, and how many they are. */
  #touched = new Uint32Array(0);
  #many = 0;

  /**
   * The events that share the weightiest words with a question, best first. Words that stand in a large share of all
   * events choose no candidates as long as rarer ones do (`prune`).
   */
  choose(
    index: EventIndex,
    concepts: readonly Concept[],
    factor: (event: number) => number,
    { count = CHOSEN, prune = true } = {},
  ): number[] {
    this.#makeRoom(index);
    const common = prune ? Math.max(50, index.size * COMMON_SHARE) : Number.POSITIVE_INFINITY;
    // The weightiest word comes first: once what is left can lift no further event among the best, none is taken up any more.
    // Words of asking stand in many events and say little of any: they choose none as long as others do.
    const carrying = concepts.filter(({ asking }) => !asking).sort((a, b) => b.weight - a.weight);
    let left = carrying.reduce((sum, { weight }) => sum + weight, 0);
    let added = 0;
    let closed = false;
    for (const concept of carrying) {
      closed ||= this.#many >= count && left <= added && left <= this.#least(index, count, factor);
      this.#add(index, concept, 0, common, closed);
      left -= concept.weight;
      added += concept.weight;
    }
    if (this.#many < count) {
      for (const concept of concepts) {
        if (concept.asking) this.#add(index, concept, 0, common);
        this.#add(index, concept, common, Number.POSITIVE_INFINITY);
      }
    }
    const chosen = new TopEvents(count);
    // Most events reached have too little to be among the best whatever their time: they are passed over first.
    const shared = this.#shared;
    const touched = this.#touched;
    let { least } = chosen;
    for (let i = 0; i < this.#many; i++) {
      const event = touched[i] ?? 0;
      const sum = shared[2 * event] ?? 0;
      shared[2 * event] = 0;
      if (sum <= least || !index.event(event)) continue;
      chosen.offer(event, sum * factor(event));
      least = chosen.least;
    }
    this.#many = 0;
    return chosen.best();
  }

  /** Every event that has words of a question itself (related ones don't count), best first. */
  sharing(index: EventIndex, concepts: readonly Concept[]): Sharing[] {
    this.#makeRoom(index);
    let all = 0;
    for (const concept of concepts) {
      all += concept.weight;
      const itself = concept.similar.filter(({ nearness }) => nearness === 1);
      this.#add(index, { ...concept, similar: itself }, 0, Number.POSITIVE_INFINITY);
    }
    const found: Sharing[] = [];
    for (const event of this.#touched.subarray(0, this.#many)) {
      if (index.event(event)) found.push({ event, share: (this.#shared[2 * event] ?? 0) / all });
      this.#shared[2 * event] = 0;
    }
    this.#many = 0;
    return found.sort((a, b) => b.share - a.share || index.day(b.event) - index.day(a.event));
  }

  /** What the last of the best so many events has, as far as words are added. */
  #least(index: EventIndex, count: number, factor: (event: number) => number): number {
    const best = new TopEvents(count);
    let { least } = best;
    for (let i = 0; i < this.#many; i++) {
      const event = this.#touched[i] ?? 0;
      const sum = this.#shared[2 * event] ?? 0;
      if (sum <= least || !index.event(event)) continue;
      best.offer(event, sum * factor(event));
      least = best.least;
    }
    return least;
  }

  #makeRoom(index: EventIndex): void {
    if (this.#touched.length >= index.end) return;
    const room = index.end * 2;
    this.#shared = new Float32Array(2 * room);
    this.#touched = new Uint32Array(room);
  }

  /**
   * Adds one word's weight to the events that have it or a related word: the one worth most counts. Only terms that stand
   * in more than `above` and at most `most` events are read, and once it is `closed` only events reached before are added to.
   */
  #add(index: EventIndex, concept: Concept, above: number, most: number, closed = false): void {
    const shared = this.#shared;
    if (this.#words === MOST_WORDS) {
      // The weights stay: they are of the question at hand.
      for (let i = 1; i < shared.length; i += 2) shared[i] = 0;
      this.#words = 0;
    }
    const word = ++this.#words;
    for (const { term, worth } of worthReading(index, concept, above, most)) {
      const postings = index.postings(term);
      for (let i = 0; i < postings.length; i++) {
        const event = postings[i] ?? 0;
        if (shared[2 * event + 1] === word) continue;
        const sum = shared[2 * event] ?? 0;
        if (sum === 0) {
          if (closed) continue;
          this.#touched[this.#many++] = event;
        }
        shared[2 * event] = sum + worth;
        shared[2 * event + 1] = word;
      }
    }
  }
}

/** The terms whose events are read for a word, as far as its bound goes, and what each is worth, the best first. */
function worthReading(
  index: EventIndex,
  concept: Concept,
  above: number,
  most: number,
): { readonly term: number; readonly worth: number }[] {
  const found: { term: number; worth: number }[] = [];
  let read = 0;
  for (const { ids, nearness } of concept.similar) {
    const term = ids.length === 1 ? (ids[0] ?? 0) : index.rarest(ids);
    const having = index.vocabulary.eventsWith(term);
    if (having > most || having <= above) continue;
    read += nearness === 1 ? 0 : having;
    if (read > RELATED_READ) break;
    const worth = nearness * Math.min(concept.weight, index.rarity(term) * WEIGHTS.name);
    if (worth > 0) found.push({ term, worth });
  }
  return found.sort((a, b) => b.worth - a.worth);
}
