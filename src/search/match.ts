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
}

interface Claim {
  readonly concept: number;
  readonly place: number;
  readonly strength: number;
  readonly shared: boolean;
}

/** What to look for in events: the question's words by the first term of each of their spellings. */
export class Matcher {
  readonly #targets = new Map<number, Target[]>();
  readonly #concepts: readonly Concept[];
  readonly #index: EventIndex;

  constructor(index: EventIndex, concepts: readonly Concept[]) {
    this.#index = index;
    this.#concepts = concepts;
    concepts.forEach((concept, at) => {
      for (const { ids, nearness, shared = false } of concept.similar) {
        const [first] = ids;
        if (first === undefined) continue;
        const rarest = index.rarity(ids.length === 1 ? first : index.rarest(ids));
        // A frequent word that stands for a rare one tells no more than a frequent word can.
        const worth = nearness === 1 ? 1 : nearness * Math.min(1, (rarest * WEIGHTS.name) / concept.weight);
        const target = { concept: at, ids, nearness: worth, shared };
        const targets = this.#targets.get(first);
        if (targets) targets.push(target);
        else this.#targets.set(first, [target]);
      }
    });
  }

  /**
   * Looks for the question's words in an event. A word of the event answers one word of the question, the one it answers
   * best; a collocation's words are answered together.
   */
  match(event: number): ConceptMatch[] {
    const claims = this.#claims(event);
    claims.sort((a, b) => b.strength * this.#weight(b) - a.strength * this.#weight(a));
    const strengths = new Array<number>(this.#concepts.length).fill(0);
    const found: number[][] = this.#concepts.map(() => []);
    const owner = new Map<number, number>();
    for (const { concept, place, strength, shared } of claims) {
      const owned = owner.get(place);
      if (owned !== undefined && owned !== concept && !shared) continue;
      owner.set(place, concept);
      if (strength > (strengths[concept] ?? 0)) strengths[concept] = strength;
      found[concept]?.push(place);
    }
    return this.#concepts.map((concept, i) => ({
      concept,
      strength: strengths[i] ?? 0,
      places: found[i] ?? [],
    }));
  }

  #weight({ concept }: Claim): number {
    return this.#concepts[concept]?.weight ?? 0;
  }

  #claims(event: number): Claim[] {
    const places = this.#index.places(event);
    const claims: Claim[] = [];
    for (let place = 0; place < places.length; place++) {
      const targets = this.#targets.get(places[place] ?? 0);
      if (!targets) continue;
      const late = place > WEIGHTS.latePlace ? WEIGHTS.late : 1;
      for (const { concept, ids, nearness, shared } of targets) {
        if (ids.length > 1 && !ids.every((id, i) => places[place + i] === id)) continue;
        claims.push({ concept, place, strength: nearness * late, shared });
      }
    }
    return claims;
  }
}
