import type { DirectAnswer } from '../../src/archive/answer.js';

/** Words a line has at most beside those of the answer it is compared with. */
const MORE_WORDS = 8;

const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/(\d)[,\s](?=\d{3}\b)/g, '$1')
    .match(/[\p{L}\p{N}]+(?:\.\d+)?/gu) ?? [];

/** Whether a line says what a short answer does, and little else; a date by its day, yes and no by their word. */
export function isRightLine(answer: string, { text, value }: Pick<DirectAnswer, 'text' | 'value'>): boolean {
  if (/^\d{4}-\d\d-\d\d$/.test(answer)) return value === answer;
  const [wanted, said] = [wordsOf(answer), wordsOf(text)];
  if (said.length > wanted.length + MORE_WORDS) return false;
  const figures = wanted.filter((word) => /\d/.test(word));
  const must = figures.length > 0 ? figures : wanted;
  const found = must.filter((word) => said.includes(word)).length;
  return found >= Math.ceil(must.length / 2);
}
