import type { DirectAnswer } from '../src/search/read/answer-line.js';
import { fold } from '../src/text/fold.js';

/** A line longer than this is not what was asked for. */
const LONGEST = 160;

/** Whether a line gives an answer: the day, yes or no, the number, or three fifths of the words. */
export function isRight(line: DirectAnswer | null, answer: string | null): boolean {
  if (!line || answer === null) return false;
  if (/^(?:yes|no)$/i.test(answer)) return line.text.toLowerCase().startsWith(answer.toLowerCase());
  if (/^\d{4}-\d\d-\d\d$/.test(answer)) return line.value === answer;
  const said = new Set(wordsOf(line.text));
  const wanted = wordsOf(answer).filter((word) => word.length > 2 || /\d/.test(word));
  return (
    line.text.length <= LONGEST &&
    wanted.length > 0 &&
    wanted.filter((word) => said.has(word)).length >= Math.ceil(0.6 * wanted.length)
  );
}

const wordsOf = (text: string) =>
  fold(text)
    .replace(/(\d)[ ,](?=\d{3})/g, '$1')
    .split(/[^\p{L}\p{N}.]+/u)
    .filter(Boolean);
