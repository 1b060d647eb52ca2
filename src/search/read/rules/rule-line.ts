import type { NewsEvent } from '../../../events/event.js';
import { isChinese } from '../../chinese/chinese-text.js';
import type { DirectAnswer } from '../answer-line.js';
import { type Aligned, align } from './aligned.js';
import type { Asking } from './asking.js';
import { type Candidate, likeliest } from './candidate.js';
import { dateCandidates } from './date-answer.js';
import { nameCandidates, placeCandidates } from './name-answer.js';
import { OFFICE } from './name-asked.js';
import { numberCandidates } from './number-answer.js';
import { officeCandidates } from './offices.js';
import { reasonCandidates } from './reason-answer.js';

const LONGEST = 120;

/** A line found by grammar, and how likely it is among those of its event. */
export interface RuleLine {
  readonly line: DirectAnswer;
  readonly probability: number;
}

/**
 * The line that an event gives to a question by its grammar: dates, numbers with their units, names with what they are in
 * apposition to. Null where it holds none of the kind asked for.
 */
export function ruleLine(asking: Asking, event: NewsEvent): RuleLine | null {
  if (isChinese(event.sentence)) return null;
  const aligned = align(asking, event.sentence);
  const found = likeliest(candidatesOf(aligned, event));
  if (!found) return null;
  const { best, probability } = found;
  const [first, last] = [aligned.tokens[best.from], aligned.tokens[best.to - 1]];
  const end = last ? wordEnd(event.sentence, last.end) : 0;
  const rests = first && last && best.to > best.from ? [[first.start, end] as const] : [];
  const words = best.text ?? (first && last ? event.sentence.slice(first.start, end) : '');
  const text = `${best.lead ?? ''}${words}`;
  if (text.length === 0 || text.length > LONGEST) return null;
  return { line: { text, value: best.value ?? null, event, rests }, probability };
}

/** Where the word ends that a token ends in: the tagger splits a word at some letters ("Ni" + "š"). */
function wordEnd(sentence: string, tokenEnd: number): number {
  return tokenEnd + (/^[\p{L}\p{M}]*/u.exec(sentence.slice(tokenEnd))?.[0].length ?? 0);
}

/** Everything in an event that may answer the question it is laid against. */
function candidatesOf(aligned: Aligned, event: NewsEvent): Candidate[] {
  switch (aligned.asking.wanted) {
    case 'date':
      return dateCandidates(aligned, event);
    case 'number':
      return numberCandidates(aligned);
    case 'place':
      return placeCandidates(aligned);
    case 'name':
      return OFFICE.test(aligned.asking.head ?? '') ? officeCandidates(aligned) : nameCandidates(aligned);
    case 'reason':
      return reasonCandidates(aligned);
    default:
      return [];
  }
}
