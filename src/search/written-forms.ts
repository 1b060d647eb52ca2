import type { Term } from '../text/terms.js';
import { termOf } from '../text/terms.js';
import type { Similar } from './concept.js';
import type { EventIndex } from './event-index.js';

/** The highest number that is looked for in Roman numerals. */
const ROMAN_UP_TO = 99;
const ROMAN = /^(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})$/;
const ROMAN_NUMERALS: readonly (readonly [string, number])[] = [
  ['xc', 90],
  ['l', 50],
  ['xl', 40],
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
];
/** Letters of a word that may be two words written as one. */
const SHORTEST_PART = 3;

/**
 * Other ways the events may write the words of a question: a number in Roman numerals and the other way round, a code without
 * its letters ("AB1234": 1234), two words as one and one as two. By the place of the word among the question's terms.
 */
export function writtenForms(index: EventIndex, terms: readonly Term[]): Map<number, Similar[]> {
  const found = new Map<number, Similar[]>();
  const add = (place: number, similar: Similar) => {
    const others = found.get(place);
    if (others) others.push(similar);
    else found.set(place, [similar]);
  };
  const idOf = (word: string) => index.vocabulary.id(termOf(word));
  terms.forEach(({ term, word, end }, place) => {
    if (term === '') return;
    for (const form of [otherNumeral(word), digitsOf(word)]) {
      const id = form === null ? undefined : idOf(form);
      if (id !== undefined) add(place, { ids: [id], nearness: 0.9 });
    }
    const next = terms[place + 1];
    if (next && next.term !== '' && next.start - end === 1 && isWord(word) && isWord(next.word)) {
      const id = idOf(word + next.word);
      if (id !== undefined)
        for (const at of [place, place + 1]) add(at, { ids: [id], nearness: 1, shared: true });
    }
    if (index.vocabulary.id(term) !== undefined || !isWord(word)) return;
    for (let at = SHORTEST_PART; at <= word.length - SHORTEST_PART; at++) {
      const ids = [idOf(word.slice(0, at)), idOf(word.slice(at))];
      if (ids[0] !== undefined && ids[1] !== undefined) add(place, { ids: [ids[0], ids[1]], nearness: 0.9 });
    }
  });
  return found;
}

const isWord = (word: string) => /^\p{L}{2,}$/u.test(word);

/** "42" for "xlii", "xlii" for "42"; null where a word is neither. */
function otherNumeral(word: string): string | null {
  if (/^[1-9]\d?$/.test(word)) return romanOf(Number(word));
  if (word.length < 2 || !ROMAN.test(word)) return null;
  for (let number = 2; number <= ROMAN_UP_TO; number++) if (romanOf(number) === word) return String(number);
  return null;
}

function romanOf(number: number): string | null {
  if (number < 2) return null;
  let left = number;
  let roman = '';
  for (const [letters, worth] of ROMAN_NUMERALS)
    while (left >= worth) {
      roman += letters;
      left -= worth;
    }
  return roman;
}

/** The figures of a code such as a flight's. */
function digitsOf(word: string): string | null {
  return /^\p{L}{1,3}(\d{3,5})$/u.exec(word)?.[1] ?? null;
}
