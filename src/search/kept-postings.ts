import { inIdleTurns } from '../in-turns.js';
import { bytesOf, numbersIn, type Sections } from '../kept/kept-file.js';

/** The events a term stands in, ascending. */
export type Postings = Uint32Array;

const NAME = 'postings';
/** Terms that begin with the same characters, this many, are sorted in one go. */
const BEGINNING = 2;

/**
 * The events of every term as sections of a file, while nothing else is to do.
 *
 * @param terms by their numbers
 * @param placesOf the terms of each event to keep, as numbers: 0 for none, one as often as it stands there.
 * @returns the sections, and how many distinct terms each event has; null where it was called off
 */
export async function postingsToKeep(
  terms: readonly string[],
  events: number,
  placesOf: (event: number) => ArrayLike<number>,
  signal?: AbortSignal,
): Promise<{ readonly sections: Sections; readonly distinct: Uint32Array } | null> {
  const all = Array.from({ length: events }, (_, event) => event);
  const lastIn = new Int32Array(terms.length).fill(-1);
  /** Calls back with each term of each event once. */
  const each = (use: (term: number, event: number) => void) => {
    lastIn.fill(-1);
    return inIdleTurns(
      all,
      (event) => {
        const places = placesOf(event);
        for (let i = 0; i < places.length; i++) {
          const term = places[i] ?? 0;
          if (term === 0 || lastIn[term] === event) continue;
          lastIn[term] = event;
          use(term, event);
        }
      },
      signal,
    );
  };
  const starts = new Uint32Array(terms.length + 1);
  const distinct = new Uint32Array(events);
  await each((term, event) => {
    distinct[event] = (distinct[event] ?? 0) + 1;
    starts[term + 1] = (starts[term + 1] ?? 0) + 1;
  });
  for (let term = 0; term < terms.length; term++)
    starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
  const ends = starts.slice();
  const postings = new Uint32Array(starts.at(-1) ?? 0);
  await each((term, event) => {
    postings[ends[term] ?? 0] = event;
    ends[term] = (ends[term] ?? 0) + 1;
  });
  const sorted = await sortedAsTexts(terms, signal);
  if (signal?.aborted) return null;
  const sections = {
    [`${NAME}.starts`]: bytesOf(starts),
    [`${NAME}.events`]: bytesOf(postings),
    [`${NAME}.sorted`]: bytesOf(sorted),
  };
  return { sections, distinct };
}

/** The numbers of texts in the order of the texts: those that begin alike at a time, since all at once would block. */
async function sortedAsTexts(texts: readonly string[], signal?: AbortSignal): Promise<Uint32Array> {
  const alike = new Map<string, number[]>();
  await inIdleTurns(
    texts,
    (text, number) => {
      const beginning = text.slice(0, BEGINNING);
      const known = alike.get(beginning);
      if (known) known.push(number);
      else alike.set(beginning, [number]);
    },
    signal,
  );
  const sorted = new Uint32Array(texts.length);
  let end = 0;
  await inIdleTurns(
    [...alike.keys()].sort(),
    (beginning) => {
      const numbers = alike.get(beginning) ?? [];
      sorted.set(
        numbers.sort((a, b) => ((texts[a] ?? '') < (texts[b] ?? '') ? -1 : 1)),
        end,
      );
      end += numbers.length;
    },
    signal,
  );
  return sorted;
}

/** The events of the terms of an earlier run, read where they lie in the file. */
export class KeptPostings {
  readonly #terms: readonly string[];
  readonly #starts: Uint32Array;
  readonly #events: Uint32Array;
  readonly #sorted: Uint32Array;

  constructor(sections: Sections, terms: readonly string[]) {
    this.#terms = terms;
    this.#starts = numbersIn(sections, `${NAME}.starts`);
    this.#events = numbersIn(sections, `${NAME}.events`);
    this.#sorted = numbersIn(sections, `${NAME}.sorted`);
  }

  /** How many terms there are. */
  get count(): number {
    return this.#terms.length;
  }

  term(number: number): string {
    return this.#terms[number] ?? '';
  }

  /** In how many events a term stands. */
  length(number: number): number {
    return (this.#starts[number + 1] ?? 0) - (this.#starts[number] ?? 0);
  }

  /** The events of a term by its number: a view, not a copy. */
  of(number: number): Postings {
    return this.#events.subarray(this.#starts[number], this.#starts[number + 1]);
  }

  /** The terms that begin with a text, by their numbers. */
  *startingWith(prefix: string): Generator<number> {
    let [low, high] = [0, this.#sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.term(this.#sorted[middle] ?? 0) < prefix) low = middle + 1;
      else high = middle;
    }
    for (let at = low; at < this.#sorted.length; at++) {
      const number = this.#sorted[at] ?? 0;
      if (!this.term(number).startsWith(prefix)) return;
      if (this.length(number) > 0) yield number;
    }
  }
}
