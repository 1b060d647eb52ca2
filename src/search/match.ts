import type { Concept } from './concept.js';
import type { EventIndex } from './event-index.js';
import { WEIGHTS } from './weights.js';

/** How one word of the question was found in an event. */
export interface ConceptMatch {
  readonly concept: Concept;
  /** 0 where it wasn't; 1 where the word itself occurs in the event. */
  readonly strength: number;
  /** Places of the event's terms that match, ascending. */
  readonly places: readonly number[];
}

/** A word of an event that says one of the question's. */
interface Claim {
  readonly concept: number;
  readonly place: number;
  readonly strength: number;
  /** The strength times the weight of the question's word. */
  readonly worth: number;
  readonly shared: boolean;
}

const NOWHERE: readonly number[] = [];

/** No target. */
const NONE = -1;

/**
 * What to look for in events: the question's words by the first term of each of their spellings. A question has hundreds of
 * these and looks for them at thousands of places, so they are in arrays that a hash of the term leads into.
 */
export class Matcher {
  readonly #concepts: readonly Concept[];
  readonly #index: EventIndex;
  /** How the words are found in an event that says none of them. */
  readonly #unsaid: readonly ConceptMatch[];
  /** Of each target: its first term, all of them, the concept, what saying it is worth, whether it is shared, and the next of its term. */
  readonly #first: Uint32Array;
  readonly #ids: (readonly number[])[] = [];
  readonly #concept: Uint32Array;
  readonly #nearness: Float64Array;
  readonly #shared: Uint8Array;
  readonly #next: Int32Array;
  /** The last target of a term, at the place of the term's hash or the next free one. */
  readonly #table: Int32Array;

  constructor(index: EventIndex, concepts: readonly Concept[]) {
    this.#index = index;
    this.#concepts = concepts;
    this.#unsaid = concepts.map((concept) => ({ concept, strength: 0, places: NOWHERE }));
    const most = concepts.reduce((sum, { similar }) => sum + similar.length, 0);
    this.#first = new Uint32Array(most);
    this.#concept = new Uint32Array(most);
    this.#nearness = new Float64Array(most);
    this.#shared = new Uint8Array(most);
    this.#next = new Int32Array(most);
    this.#table = new Int32Array(2 ** Math.ceil(Math.log2(2 * most + 2))).fill(NONE);
    concepts.forEach((concept, at) => {
      for (const { ids, nearness, shared = false } of concept.similar) {
        const [first] = ids;
        if (first === undefined) continue;
        const rarest = index.rarity(ids.length === 1 ? first : index.rarest(ids));
        // A frequent word that replaces a rare one says no more than a frequent word can.
        const worth = nearness === 1 ? 1 : nearness * Math.min(1, (rarest * WEIGHTS.name) / concept.weight);
        this.#add(first, ids, at, worth, shared);
      }
    });
  }

  #add(first: number, ids: readonly number[], concept: number, nearness: number, shared: boolean): void {
    const target = this.#ids.length;
    this.#ids.push(ids);
    this.#first[target] = first;
    this.#concept[target] = concept;
    this.#nearness[target] = nearness;
    this.#shared[target] = shared ? 1 : 0;
    const place = this.#placeOf(first);
    this.#next[target] = this.#table[place] ?? NONE;
    this.#table[place] = target;
  }

  /** Where a term's targets are in the table, or the free place where they would. */
  #placeOf(term: number): number {
    const table = this.#table;
    const mask = table.length - 1;
    // Knuth's multiplicative hash.
    let place = (Math.imul(term, 0x9e3779b1) >>> 12) & mask;
    for (let target = table[place] ?? NONE; target !== NONE; target = table[place] ?? NONE) {
      if (this.#first[target] === term) break;
      place = (place + 1) & mask;
    }
    return place;
  }

  /**
   * Looks for the question's words in an event. A word of the event answers one word of the question, the one it answers
   * best; a collocation's words are answered together.
   */
  match(event: number): readonly ConceptMatch[] {
    const claims = this.#claims(event);
    if (claims.length === 0) return this.#unsaid;
    if (claims.length > 1) claims.sort((a, b) => b.worth - a.worth);
    const matches = [...this.#unsaid];
    const held: Claim[] = [];
    for (const claim of claims) {
      const { concept, place, strength, shared } = claim;
      const holder = held.findLast((other) => other.place === place);
      if (holder && holder.concept !== concept && !shared) continue;
      held.push(claim);
      const match = matches[concept];
      if (!match) continue;
      matches[concept] = {
        concept: match.concept,
        strength: Math.max(match.strength, strength),
        places: [...match.places, place],
      };
    }
    return matches;
  }

  #claims(event: number): Claim[] {
    const places = this.#index.places(event);
    const claims: Claim[] = [];
    for (let place = 0; place < places.length; place++) {
      const term = places[place] ?? 0;
      if (term === 0) continue;
      let target = this.#table[this.#placeOf(term)] ?? NONE;
      for (; target !== NONE; target = this.#next[target] ?? NONE) {
        const ids = this.#ids[target] ?? [];
        if (ids.length > 1 && !ids.every((id, i) => places[place + i] === id)) continue;
        const concept = this.#concept[target] ?? 0;
        const late = place > WEIGHTS.latePlace ? WEIGHTS.late : 1;
        const strength = (this.#nearness[target] ?? 0) * late;
        const worth = strength * (this.#concepts[concept]?.weight ?? 0);
        claims.push({ concept, place, strength, worth, shared: this.#shared[target] === 1 });
      }
    }
    return claims;
  }
}
