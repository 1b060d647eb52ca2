import type { NewsEvent } from '../events/event.js';
import { inTurns } from '../in-turns.js';
import { bytesOf, doublesIn, readKept, type Sections } from '../kept/kept-file.js';
import { KeptTexts, TextsToKeep } from '../kept/kept-texts.js';
import { eventPrint } from '../search/event-print.js';
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

/** What an earlier run had made of events, matched with those there are now. */
export class KeptArchive {
  readonly #sections: Sections;
  /** The event of each kept one's number; null where it is another one now or gone. */
  readonly #still: (NewsEvent | null)[] = [];
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
    const prints = doublesIn(sections, 'events.prints');
    const now = new Map(events.map((event) => [event.path, event]));
    await inTurns(prints, (print, number) => {
      const event = now.get(paths.text(number));
      kept.#still.push(event && eventPrint(event) === print ? event : null);
    });
    kept.#isAll = now.size === kept.#still.length && kept.#still.every((event) => event !== null);
    return kept;
  }

  /** The kept events that are the same still, under their numbers. */
  *events(): Generator<readonly [number: number, event: NewsEvent]> {
    for (const [number, event] of this.#still.entries()) if (event) yield [number, event];
  }

  get search(): KeptSearch {
    const signals = this.#sections['signals'] ?? new Uint8Array(0);
    const own = Uint8Array.from(signals);
    return {
      terms: keptTerms(this.#sections),
      signals: new Float32Array(own.buffer),
      eventOf: (number) => this.#still[number] ?? null,
      isAll: this.#isAll,
    };
  }

  get features(): KeptFeatures {
    return keptFeatures(this.#sections);
  }
}
