import type { NewsEvent } from '../../events/event.js';
import type { SearchEngine } from '../../search/search-engine.js';
import type { Story } from '../story/story.js';
import type { AskedBefore } from './asked-before.js';

/** What was said before a question. */
export interface Said {
  /** What the last question asked; after a date page, a list or a topic what its event goes by stands for it. */
  readonly before: AskedBefore;
  /** The event the last answer rests on. */
  readonly event: NewsEvent | null;
  /** Its story. */
  readonly story: Story | null;
  /** The events found for the last question, best first. */
  readonly found: readonly NewsEvent[];
}

/** How close an event is to what was spoken of. */
export interface Closeness {
  readonly isSpokenOf: boolean;
  /** Its place among the events found for the last question, from 0; null where it isn't one of them. */
  readonly place: number | null;
  /** 1 for an event of the story, less where it is only loosely tied, 0 for another. */
  readonly ofStory: number;
  /** The cosine to the event spoken of, and the greatest to one found before; NaN without vectors. */
  readonly alike: number;
  readonly alikeFound: number;
  /** Days after the event spoken of, negative before it; NaN where there is none. */
  readonly days: number;
  readonly sameTitle: boolean;
  /** The share, by rarity, of the names of the event spoken of that this one has, too. */
  readonly sharedNames: number;
}

/** A loosely tied event of a story. */
const LOOSE = 0.3;

/** The events of a conversation so far, by number, with how close any other is to them. */
export class SpokenContext {
  readonly #engine: SearchEngine;
  readonly #event: number | undefined;
  readonly #found: readonly number[];
  readonly #story: ReadonlyMap<number, number>;
  readonly #names: ReadonlyMap<number, number>;
  readonly #title: string | null;

  constructor(engine: SearchEngine, { event, story, found }: Said) {
    const { index } = engine;
    this.#engine = engine;
    this.#event = event ? index.numberOf(event.path) : undefined;
    this.#found = found.flatMap(({ path }) => index.numberOf(path) ?? []);
    this.#story = new Map(
      (story?.events ?? []).flatMap(({ event, loose }): [number, number][] => {
        const number = index.numberOf(event.path);
        return number === undefined ? [] : [[number, loose ? LOOSE : 1]];
      }),
    );
    this.#names = new Map(this.#event === undefined ? [] : namesOf(engine, this.#event));
    this.#title = event?.story ?? null;
  }

  /** The event spoken of, the others found with it, and those of its story. */
  get numbers(): readonly number[] {
    return [
      ...new Set([
        ...(this.#event === undefined ? [] : [this.#event]),
        ...this.#found,
        ...this.#story.keys(),
      ]),
    ];
  }

  closenessOf(number: number): Closeness {
    const { index } = this.#engine;
    const place = this.#found.indexOf(number);
    const alikes = this.#found.map((other) =>
      other === number ? 1 : this.#engine.similarity(other, number),
    );
    const own = this.#event;
    return {
      isSpokenOf: number === own,
      place: place < 0 ? null : place,
      ofStory: this.#story.get(number) ?? 0,
      alike: own === undefined ? Number.NaN : own === number ? 1 : this.#engine.similarity(own, number),
      alikeFound: alikes.length === 0 ? Number.NaN : Math.max(...alikes),
      days: own === undefined ? Number.NaN : index.day(number) - index.day(own),
      sameTitle: this.#title !== null && index.event(number)?.story === this.#title,
      sharedNames: this.#sharedNames(number),
    };
  }

  #sharedNames(number: number): number {
    let all = 0;
    let shared = 0;
    const has = new Set(this.#engine.index.places(number));
    for (const [id, weight] of this.#names) {
      all += weight;
      if (has.has(id)) shared += weight;
    }
    return all === 0 ? 0 : shared / all;
  }
}

/** The names of an event with how rare each is. */
function namesOf({ index }: SearchEngine, number: number): [number, number][] {
  const ids = [...new Set(index.places(number))];
  return ids.flatMap((id): [number, number][] =>
    id !== 0 && index.vocabulary.isName(id) ? [[id, index.rarity(id)]] : [],
  );
}
