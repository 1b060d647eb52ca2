import type { Concept } from '../concept.js';
import type { EventIndex } from '../event-index.js';
import { TopEvents } from '../top-events.js';
import { WEIGHTS } from '../weights.js';

/** Postings read for the words related to one word of a question, the nearest words first. */
const RELATED_READ = 6000;
/** Events that are looked at more closely for one question. */
const CANDIDATES = 200;
/** What an event's salience can add to its share of the question: it decides between events that share as much. */
const SALIENCE_SHARE = 0.06;

/** An event that shares words with a question, and the share of the question's weight that those make. */
export interface Sharing {
  readonly event: number;
  readonly share: number;
}

/** Finds the events that share the most of a question's weight, from the postings alone. Keeps its arrays between questions. */
export class LexicalCandidates {
  #shared = new Float32Array(0);
  #lastWord = new Uint32Array(0);
  #words = 0;
  #touched = new Uint32Array(0);

  /**
   * The events that share the most with a question, best first. Every posting of every word counts, however frequent the word;
   * equal shares are decided by salience, never by age.
   *
   * @param factor what an event keeps of its share for its day, 0 to 1.
   * @param salience how prominent an event is, 0 to 1.
   */
  choose(
    index: EventIndex,
    concepts: readonly Concept[],
    factor: (event: number) => number,
    salience: (event: number) => number,
    count: number = CANDIDATES,
  ): number[] {
    this.#makeRoom(index.end);
    const shared = this.#shared;
    let touched = 0;
    const carrying = concepts.filter(({ asking }) => !asking);
    const total = concepts.reduce((sum, { weight }) => sum + weight, 0);
    for (const concept of carrying.length > 0 ? carrying : concepts) {
      const word = this.#nextWord();
      for (const { term, worth } of worthReading(index, concept)) {
        const postings = index.postings(term);
        for (let i = 0; i < postings.length; i++) {
          const event = postings[i] ?? 0;
          if (this.#lastWord[event] === word) continue;
          this.#lastWord[event] = word;
          if (shared[event] === 0) this.#touched[touched++] = event;
          shared[event] = (shared[event] ?? 0) + worth;
        }
      }
    }
    const chosen = new TopEvents(count);
    const lift = SALIENCE_SHARE * total;
    for (let i = 0; i < touched; i++) {
      const event = this.#touched[i] ?? 0;
      const sum = shared[event] ?? 0;
      shared[event] = 0;
      if (sum + lift <= chosen.least || !index.event(event)) continue;
      chosen.offer(event, (sum + lift * salience(event)) * factor(event));
    }
    return chosen.best();
  }

  /** Every event that has words of a question itself (related ones don't count), best first, the newer of equals first. */
  sharing(index: EventIndex, concepts: readonly Concept[]): Sharing[] {
    this.#makeRoom(index.end);
    const shared = this.#shared;
    let touched = 0;
    let total = 0;
    for (const { id, weight } of concepts) {
      total += weight;
      for (const event of id === undefined ? [] : index.postings(id)) {
        if (shared[event] === 0) this.#touched[touched++] = event;
        shared[event] = (shared[event] ?? 0) + weight;
      }
    }
    const found: Sharing[] = [];
    for (const event of this.#touched.subarray(0, touched)) {
      if (index.event(event)) found.push({ event, share: (shared[event] ?? 0) / total });
      shared[event] = 0;
    }
    return found.sort((a, b) => b.share - a.share || index.day(b.event) - index.day(a.event));
  }

  #makeRoom(events: number): void {
    if (events <= this.#shared.length) return;
    const room = events + (events >> 2) + 64;
    this.#shared = new Float32Array(room);
    this.#lastWord = new Uint32Array(room);
    this.#touched = new Uint32Array(room);
  }

  #nextWord(): number {
    this.#words += 1;
    if (this.#words > 0xffff_fff0) {
      this.#lastWord.fill(0);
      this.#words = 1;
    }
    return this.#words;
  }
}

/** The terms whose postings are read for a word and what each is worth, best first, within the bound on related words. */
function worthReading(
  index: EventIndex,
  concept: Concept,
): { readonly term: number; readonly worth: number }[] {
  const found: { term: number; worth: number }[] = [];
  let read = 0;
  for (const { ids, nearness } of concept.similar) {
    const term = ids.length === 1 ? (ids[0] ?? 0) : index.rarest(ids);
    read += nearness === 1 ? 0 : index.vocabulary.eventsWith(term);
    if (read > RELATED_READ) break;
    const worth = nearness * Math.min(concept.weight, index.rarity(term) * WEIGHTS.name);
    if (worth > 0) found.push({ term, worth });
  }
  return found.sort((a, b) => b.worth - a.worth);
}
