import { type Term, termOf } from '../text/terms.js';
import type { EventIndex } from './event-index.js';
import type { Spelling } from './spellings.js';

/** Letters a word must have before it is treated as a misspelling. */
const SHORTEST = 4;
/** Letters up to which a word may be the beginning of another. */
const SHORT = 5;
/** Letters from which two edits are a misspelling; in a shorter word they make another word. */
const LONG = 7;
/** What company, frequency and each edit weigh. */
const COMPANY = 1.5;
const FREQUENCY = 0.35;
const EDIT = 2.5;
/** The cost of a word that goes on from a short one. */
const GOES_ON = 1.5;

/** Events that other, known words of a question occur in. */
export interface Company {
  /** Of each event by its number: 1 where it is one of them. */
  readonly among: Uint8Array;
  readonly size: number;
}

/** A known word that a misspelled one was read as. */
export interface Mend {
  readonly term: string;
  readonly id: number;
  /** The word it was read as, folded. */
  readonly word: string;
}

/**
 * Reads a word that no event has as one that the events know: few edits away (a swapped pair of letters is one), with the
 * g it was left without ("playin"), or, for a short word, one that goes on from it ("aus" open). Among several, the one
 * that occurs in events together with the other words of the question more often than by chance, then the nearer, then
 * the more frequent. A word in capitals is treated as a name: it is only read as another name.
 *
 * @param company - events that other, known words of the question occur in.
 */
export function mend(index: EventIndex, typed: Term, company: Company): Mend | null {
  const { word, capital } = typed;
  if (word.length < 3 || !/^\p{L}+$/u.test(word) || /\p{sc=Han}/u.test(word)) return null;
  const whole = `${word}g`;
  const wholeId = word.endsWith('in') ? index.vocabulary.id(termOf(whole)) : undefined;
  if (wholeId !== undefined) return { term: termOf(whole), id: wholeId, word: whole };
  let best: Mend | null = null;
  let bestWorth = Number.NEGATIVE_INFINITY;
  for (const { word: known, cost } of optionsFor(index, typed)) {
    const term = termOf(known);
    const id = index.vocabulary.id(term);
    if (id === undefined || (capital && !index.vocabulary.isName(id))) continue;
    let together = 0;
    for (const event of index.postings(id)) together += company.among[event] ?? 0;
    if (cost === GOES_ON && together === 0) continue;
    const having = index.vocabulary.eventsWith(id);
    const expected = (having * company.size) / Math.max(1, index.size);
    const worth =
      COMPANY * Math.log((together + 0.5) / (expected + 0.5)) +
      FREQUENCY * Math.log(1 + having) -
      EDIT * cost +
      (known.charAt(0) === word.charAt(0) ? 1 : 0);
    if (worth > bestWorth) {
      best = { term, id, word: known };
      bestWorth = worth;
    }
  }
  return best;
}

/** Known words that a typed one may mean, with what each costs in edits. */
function optionsFor(index: EventIndex, { word, capital }: Term): Spelling[] {
  const long = word.length >= LONG;
  const near = word.length < SHORTEST ? [] : index.spellings.near(word, long && !capital ? 2 : 1);
  // Names differ by a letter; few misspell how one begins.
  if (capital)
    return near.filter(({ word: known }) => word.length > SHORTEST && known.startsWith(word.charAt(0)));
  if (near.length > 0 || word.length > SHORT) return near;
  return [...index.startingWith(word)]
    .filter((known) => known.length > word.length)
    .map((known) => ({ word: known, cost: GOES_ON }));
}
