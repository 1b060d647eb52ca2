import type { NewsEvent } from '../events/event.js';
import { eventPrint } from '../events/event-print.js';
import { inTurns } from '../in-turns.js';
import { bytesOf, doublesIn, readKept, type Sections } from '../kept/kept-file.js';
import { KeptTexts, TextsToKeep } from '../kept/kept-texts.js';
import { keptTerms } from '../search/kept-terms.js';
import type { KeptSearch } from '../search/search-engine.js';
import { type KeptFeatures, keptFeatures } from './story/kept-features.js';

/** The events whose indexes are kept, as sections of a file: the path of each, and what it was made of. */
export function eventsToKeep(events: readonly { readonly path: string; readonly print: number }[]): Sections {
  const texts = new TextsToKeep();
  for (const { path } of events) texts.number(path);
  return {
    ...texts.sections('events.paths'),
    'events.prints': bytesOf(Float64Array.from(events, ({ print }) => print)),
  };
}

/** An index of which less is left is made anew: it would mostly hold what is gone. */
const LEAST_LEFT = 0.25;

/** What an earlier run had made of events, matched with those there are now. */
export class KeptArchive {
  readonly #sections: Sections;
  /** The event of each kept one's number; null where it is another one now or gone. */
  readonly #still: (NewsEvent | null)[] = [];
  readonly #numbers = new Map<NewsEvent, number>();
  #isAll = true;

  private constructor(sections: Sections) {
    this.#sections = sections;
  }

  /**
   * Opens what is kept in a file.
   *
   * @param version of the program: what another one kept isn't read.
   * @returns null where nothing is kept, or nothing that can be used
   */
  static async open(
    file: string,
    version: string,
    events: readonly NewsEvent[],
  ): Promise<KeptArchive | null> {
    const sections = await readKept(file, version);
    if (!sections) return null;
    const kept = new KeptArchive(sections);
    const paths = new KeptTexts(sections, 'events.paths');
    let byPath: ReadonlyMap<string, NewsEvent> | null = null;
    /** The event of a path; where nothing changed it is at the number it had. */
    const eventOf = (path: string, number: number) => {
      const inPlace = events[number];
      if (inPlace?.path === path) return inPlace;
      byPath ??= new Map(events.map((event) => [event.path, event]));
      return byPath.get(path);
    };
    await inTurns(doublesIn(sections, 'events.prints'), (print, number) => {
      const event = eventOf(paths.text(number), number);
      const isSame = event !== undefined && eventPrint(event) === print;
      kept.#still.push(isSame ? event : null);
      if (isSame) kept.#numbers.set(event, number);
    });
    const { size } = kept.#numbers;
    if (size < LEAST_LEFT * kept.#still.length) return null;
    kept.#isAll = size === kept.#still.length && size === events.length;
    return kept;
  }

  /** Whether the events are the kept ones, no more and no fewer. */
  get isAll(): boolean {
    return this.#isAll;
  }

  /** How many kept events are the same still. */
  get size(): number {
    return this.#numbers.size;
  }

  async search(): Promise<KeptSearch> {
    // Numbers of their own: the rest of the file needn't stay.
    const signals = new Uint8Array(this.#sections['signals'] ?? new Uint8Array(0));
    return {
      terms: await keptTerms(this.#sections),
      signals: new Float32Array(signals.buffer),
      eventOf: (number) => this.#still[number] ?? null,
      isAll: this.#isAll,
    };
  }

  get features(): KeptFeatures {
    return keptFeatures(this.#sections, (event) => this.#numbers.get(event));
  }
}
