import type { DirectAnswer } from '../read/answer-line.js';
import type { Wanted } from '../read/rules/wanted.js';

/**
 * Whether a line is of the kind a question asks for, as far as yes and no go: "did she resign" is answered by yes or no, and
 * "who resigned" by neither. Of 18 other lines for 697 questions of yes and no none was right.
 */
export function fitsAsking(wanted: Wanted, { text }: DirectAnswer): boolean {
  const decides = text === 'Yes' || text === 'No';
  return wanted === 'anything' || decides === (wanted === 'yes-no');
}
