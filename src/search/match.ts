import type { Concept } from './concept.js';
import type { EventIndex } from './event-index.js';
import { WEIGHTS } from './weights.js';

/** How one word of the question was found in an event. */
export interface ConceptMatch {
  readonly concept: Concept;
  /** 0 where it wasn't; 1 where the word itself stands in the event. */
  readonly strength: number;
  /** Places of the event's terms that match, ascending. */
  readonly places: readonly number[];
}

interface Target {
  readonly concept: number;
  readonly ids: readonly number[];
  readonly nearness: number;
  readonly shared: boolean;
  /** What else the same term may say. */
  readonly other: Target | undefined;
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

/** What to look for in events: the question's words by the first term of each of their spellings. */
export class Matcher {
  readonly #targets = new Map<number, Target>();
  readonly #concepts: readonly Concept[];
  readonly #index: EventIndex;
  /** How the words are found in an event that says none of them. */
  readonly #unsaid: readonly ConceptMatch[];

  constructor(index: EventIndex, concepts: readonly Concept[]) {
    this.#index = index;
    this.#concepts = concepts;
    this.#unsaid = concepts.map((concept) => ({ concept, strength: 0, places: NOWHERE }));
    concepts.forEach((concept, at) => {
      for (const { ids, nearness, shared = false } of concept.similar) {
        const [first] = ids;
        if (first === undefined) continue;
        const rarest = index.rarity(ids.length === 1 ? first : index.rarest(ids));
        // A frequent word that stands for a rare one tells no more than a frequent word can.
        const worth = nearness === 1 ? 1 : nearness * Math.min(1, (rarest * WEIGHTS.name) / concept.weight);
        const other = this.#targets.get(first);
        this.#targets.set(first, { concept: at, ids, nearness: worth, shared, other });
      }
    });
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
      let target = this.#targets.get(places[place] ?? 0);
      if (!target) continue;
      const late = place > WEIGHTS.latePlace ? WEIGHTS.late : 1;
      for (; target; target = target.other) {
        const { concept, ids, nearness, shared } = target;
        if (ids.length > 1 && !ids.every((id, i) => places[place + i] === id)) continue;
        const strength = nearness * late;
        const worth = strength * (this.#concepts[concept]?.weight ?? 0);
        claims.push({ concept, place, strength, worth, shared });
      }
    }
    return claims;
  }
}
