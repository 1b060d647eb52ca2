import { bytesOf, numbersIn, type Sections } from '../kept/kept-file.js';
import { KeptTexts, TextsToKeep } from '../kept/kept-texts.js';
import type { Vocabulary } from './vocabulary.js';

/** What the index of events is made of, apart from the events themselves. */
export interface KeptTerms {
  /** Term of each number, and a word each was first made of; number 0 is a stop word's. */
  readonly terms: readonly string[];
  readonly words: readonly string[];
  /** How often each term was seen inside a sentence, and how often with a capital there. */
  readonly inside: Uint32Array;
  readonly capital: Uint32Array;
  /** The folded words of all events. */
  readonly spelled: readonly string[];
  /** The terms of all events in order, event after event, and where each event's begin. */
  readonly places: Uint32Array;
  readonly starts: Uint32Array;
  /** How many places of each event belong to the story its headline leads with. */
  readonly leads: Uint32Array;
}

/** What is kept of an index of events, by their numbers. */
export interface IndexToKeep {
  readonly vocabulary: Pick<Vocabulary, 'terms' | 'words' | 'seenInside'>;
  /** The folded words of all events. */
  readonly words: Iterable<string>;
  /** How many terms an event has, which, and how many of them belong to the story that leads its headline. */
  length(event: number): number;
  places(event: number): ArrayLike<number>;
  leadLength(event: number): number;
}

/** An index as sections of a file; `numbers` are the events to keep, in order. */
export function termsToKeep(index: IndexToKeep, numbers: readonly number[]): Sections {
  const { vocabulary } = index;
  const texts = new TextsToKeep();
  const ids = (words: Iterable<string>) => Uint32Array.from(words, (word) => texts.number(word));
  const { inside, capital } = vocabulary.seenInside;
  const starts = new Uint32Array(numbers.length + 1);
  for (const [i, number] of numbers.entries()) starts[i + 1] = (starts[i] ?? 0) + index.length(number);
  const places = new Uint32Array(starts.at(-1) ?? 0);
  for (const [i, number] of numbers.entries()) places.set(index.places(number), starts[i]);
  const numbered = {
    terms: ids(vocabulary.terms),
    words: ids(vocabulary.words),
    spelled: ids(index.words),
    inside: Uint32Array.from(inside),
    capital: Uint32Array.from(capital),
    places,
    starts,
    leads: Uint32Array.from(numbers, (number) => index.leadLength(number)),
  };
  const sections = Object.entries(numbered).map(([name, list]) => [`terms.${name}`, bytesOf(list)]);
  return { ...texts.sections('terms.texts'), ...Object.fromEntries(sections) };
}

/** What `termsToKeep` made sections of. */
export function keptTerms(sections: Sections): KeptTerms {
  const texts = new KeptTexts(sections, 'terms.texts');
  const numbers = (name: string) => numbersIn(sections, `terms.${name}`);
  const words = (name: string) => Array.from(numbers(name), (number) => texts.text(number));
  return {
    terms: words('terms'),
    words: words('words'),
    spelled: words('spelled'),
    inside: numbers('inside'),
    capital: numbers('capital'),
    places: numbers('places'),
    starts: numbers('starts'),
    leads: numbers('leads'),
  };
}
