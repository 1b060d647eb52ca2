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
      for (const { ids, nearness } of concept.similar) {
        const [first] = ids;
        if (first === undefined) continue;
        const rarest = Math.max(...ids.map((id) => index.rarity(id)));
        // A frequent word that stands for a rare one tells no more than a frequent word can.
        const worth = nearness === 1 ? 1 : nearness * Math.min(1, (rarest * WEIGHTS.name) / concept.weight);
        const targets = this.#targets.get(first) ?? [];
        targets.push({ concept: at, ids, nearness: worth });
        this.#targets.set(first, targets);
      }
    });
  }

  /** Looks for the question's words in an event. */
  match(event: number): ConceptMatch[] {
    const places = this.#index.places(event);
    const strengths = new Array<number>(this.#concepts.length).fill(0);
    const found: number[][] = this.#concepts.map(() => []);
    for (let place = 0; place < places.length; place++) {
      const targets = this.#targets.get(places[place] ?? 0);
      if (!targets) continue;
      const late = place > WEIGHTS.latePlace ? WEIGHTS.late : 1;
      for (const { concept, ids, nearness } of targets) {
        if (!ids.every((id, i) => places[place + i] === id)) continue;
        const strength = nearness * late;
        if (strength > (strengths[concept] ?? 0)) strengths[concept] = strength;
        found[concept]?.push(place);
      }
    }
    return this.#concepts.map((concept, i) => ({
      concept,
      strength: strengths[i] ?? 0,
      places: found[i] ?? [],
    }));
  }
}
