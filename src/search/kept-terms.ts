import { inTurns } from '../in-turns.js';
import { bytesOf, numbersIn, type Sections } from '../kept/kept-file.js';
import { KeptTexts, TextsToKeep } from '../kept/kept-texts.js';
import { KeptPostings, postingsToKeep } from './kept-postings.js';

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
  /** How many places of each event belong to the story its headline leads with, and how many distinct terms each has. */
  readonly leads: Uint32Array;
  readonly distinct: Uint32Array;
  /** The events of each term. */
  readonly postings: KeptPostings;
}

/** What is kept of an index of events, by their numbers. */
export interface IndexToKeep {
  readonly vocabulary: {
    readonly terms: readonly string[];
    readonly words: readonly string[];
    readonly seenInside: { readonly inside: readonly number[]; readonly capital: readonly number[] };
  };
  /** The folded words of all events. */
  readonly words: Iterable<string>;
  /** How many terms an event has, which, and how many of them belong to the story that leads its headline. */
  length(event: number): number;
  places(event: number): ArrayLike<number>;
  leadLength(event: number): number;
}

/**
 * An index as sections of a file, while nothing else is to do.
 *
 * @param numbers the events to keep, in order; they get the numbers from 0.
 * @returns null where it was called off
 */
export async function termsToKeep(
  index: IndexToKeep,
  numbers: readonly number[],
  signal?: AbortSignal,
): Promise<Sections | null> {
  const { vocabulary } = index;
  // Terms of events that come meanwhile are for the next time.
  const terms = [...vocabulary.terms];
  const postings = await postingsToKeep(terms, numbers.length, (i) => index.places(numbers[i] ?? 0), signal);
  if (!postings) return null;
  const texts = new TextsToKeep();
  const ids = (words: Iterable<string>) => Uint32Array.from(words, (word) => texts.number(word));
  const { inside, capital } = vocabulary.seenInside;
  const starts = new Uint32Array(numbers.length + 1);
  for (const [i, number] of numbers.entries()) starts[i + 1] = (starts[i] ?? 0) + index.length(number);
  const places = new Uint32Array(starts.at(-1) ?? 0);
  for (const [i, number] of numbers.entries()) places.set(index.places(number), starts[i]);
  const numbered = {
    terms: ids(terms),
    words: ids(vocabulary.words.slice(0, terms.length)),
    spelled: ids(index.words),
    inside: Uint32Array.from(inside),
    capital: Uint32Array.from(capital),
    places,
    starts,
    leads: Uint32Array.from(numbers, (number) => index.leadLength(number)),
    distinct: postings.distinct,
  };
  const sections = Object.entries(numbered).map(([name, list]) => [`terms.${name}`, bytesOf(list)]);
  return { ...texts.sections('terms.texts'), ...Object.fromEntries(sections), ...postings.sections };
}

/** What `termsToKeep` made sections of. */
export async function keptTerms(sections: Sections): Promise<KeptTerms> {
  const texts = new KeptTexts(sections, 'terms.texts');
  const numbers = (name: string) => numbersIn(sections, `terms.${name}`);
  const words = async (name: string) => {
    const made: string[] = [];
    await inTurns(numbers(name), (number) => made.push(texts.text(number)));
    return made;
  };
  const terms = await words('terms');
  return {
    terms,
    words: await words('words'),
    spelled: await words('spelled'),
    inside: numbers('inside'),
    capital: numbers('capital'),
    places: numbers('places'),
    starts: numbers('starts'),
    leads: numbers('leads'),
    distinct: numbers('distinct'),
    postings: new KeptPostings(sections, terms),
  };
}
