import type { EventRecord } from '../record.js';
import { namesIn } from './names.js';

/**
 * The terms of events: topics, wiki links and names, by number, each once an event; and for each term the events that
 * have it. Flat arrays of numbers: there are a dozen terms an event, and all of them are looked at for each event.
 */
export class EventTerms {
  /** How each term was first written. */
  readonly labels: string[] = [];
  /** From `starts[event]` to `starts[event + 1]` in `terms`: the event's terms, its topics first. */
  readonly starts: Int32Array;
  readonly terms: Int32Array;
  /** How many of an event's terms are topics. */
  readonly topics: Int32Array;
  /** From `postings[term]` to `postings[term + 1]` in `posted`: the events that have the term, in order. */
  readonly postings: Int32Array;
  readonly posted: Int32Array;
  /** Whether the term is a topic of the event posted, 1 or 0. */
  readonly postedTopic: Uint8Array;
  /** Where each entry of `terms` is in `posted`. */
  readonly places: Int32Array;
  readonly #ids = new Map<string, number>();

  constructor(events: readonly EventRecord[]) {
    const terms: number[] = [];
    // By term: the last event that has it, so that it counts once for each.
    const lastOf: number[] = [];
    this.starts = new Int32Array(events.length + 1);
    this.topics = new Int32Array(events.length);
    events.forEach((event, index) => {
      const add = (label: string) => {
        const term = this.#idOf(label);
        if (lastOf[term] !== index) terms.push(term);
        lastOf[term] = index;
      };
      event.topics.forEach(add);
      this.topics[index] = terms.length - (this.starts[index] ?? 0);
      for (const link of event.links) add(withoutQualifier(link));
      namesIn(event.text).forEach(add);
      this.starts[index + 1] = terms.length;
    });
    this.terms = Int32Array.from(terms);
    this.postings = new Int32Array(this.labels.length + 1);
    this.posted = new Int32Array(terms.length);
    this.postedTopic = new Uint8Array(terms.length);
    this.places = new Int32Array(terms.length);
    this.#post();
  }

  /** How many events have a term. */
  countOf(term: number): number {
    return (this.postings[term + 1] ?? 0) - (this.postings[term] ?? 0);
  }

  #post(): void {
    const { starts, terms, topics, postings, posted, postedTopic, places } = this;
    for (const term of terms) postings[term + 1] = (postings[term + 1] ?? 0) + 1;
    for (let term = 1; term < postings.length; term += 1)
      postings[term] = (postings[term] ?? 0) + (postings[term - 1] ?? 0);
    const next = postings.slice();
    for (let event = 0; event < topics.length; event += 1) {
      const start = starts[event] ?? 0;
      const end = starts[event + 1] ?? 0;
      for (let at = start; at < end; at += 1) {
        const term = terms[at] ?? 0;
        const place = next[term] ?? 0;
        next[term] = place + 1;
        posted[place] = event;
        postedTopic[place] = at - start < (topics[event] ?? 0) ? 1 : 0;
        places[at] = place;
      }
    }
  }

  /** Capitals make no other term. A spelling seen before is found without the detour over small letters. */
  #idOf(label: string): number {
    const known = this.#ids.get(label);
    if (known !== undefined) return known;
    const key = label.toLowerCase();
    const id = this.#ids.get(key) ?? this.labels.push(label) - 1;
    this.#ids.set(key, id).set(label, id);
    return id;
  }
}

/** "Mercury (planet)" is a name in common with "Mercury". */
function withoutQualifier(title: string): string {
  return title.endsWith(')') ? title.replace(/ \([^()]*\)$/, '') : title;
}
