import type { NewsEvent } from '../../events/event.js';
import { type Aligned, align } from './aligned.js';
import type { DirectAnswer } from '../read/answer-line.js';
import type { Asking } from './asking.js';
import { type Candidate, likeliest } from './candidate.js';
import { chineseCandidates } from './chinese/chinese-candidates.js';
import { isChinese } from './chinese/chinese-text.js';
import { dateCandidates } from './date-answer.js';
import { gistCandidates } from './gist.js';
import type { Similarity } from './likeness.js';
import { nameCandidates, placeCandidates } from './name-answer.js';
import { OFFICE } from './name-asked.js';
import { numberCandidates } from './number-answer.js';
import { officeCandidates } from './offices.js';
import { reasonCandidates } from './reason-answer.js';

/** How likely an answer must be to be said. */
const SAID_FROM = 0.4;
const LONGEST = 120;

/** The answer an event gives to a question, in a few words; null where it holds none that can be told with confidence. */
export function directAnswer(asking: Asking, event: NewsEvent, similar?: Similarity): DirectAnswer | null {
  const aligned = align(asking, event.sentence, similar);
  const found = likeliest(candidatesOf(aligned, event, similar));
  if (!found || found.probability < SAID_FROM) return null;
  const { best } = found;
  const { tokens } = aligned;
  const [first, last] = [tokens[best.from], tokens[best.to - 1]];
  const end = last ? wordEnd(event.sentence, last.end) : 0;
  const rests = first && last && best.to > best.from ? [[first.start, end] as const] : [];
  const words = best.text ?? (first && last ? event.sentence.slice(first.start, end) : '');
  const text = `${best.lead ?? ''}${words}`;
  return text.length > 0 && text.length <= LONGEST ? { text, value: best.value ?? null, event, rests } : null;
}

/** Where the word ends that a token ends in: the tagger parts a word at some letters ("Ni" + "š"). */
function wordEnd(sentence: string, tokenEnd: number): number {
  if (isChinese(sentence)) return tokenEnd;
  return tokenEnd + (/^[\p{L}\p{M}]*/u.exec(sentence.slice(tokenEnd))?.[0].length ?? 0);
}

/** Everything in an event that may answer the question it is laid against. */
export function candidatesOf(aligned: Aligned, event: NewsEvent, similar?: Similarity): Candidate[] {
  if (isChinese(event.sentence)) return chineseCandidates(aligned, event);
  switch (aligned.asking.wanted) {
    case 'date':
      return dateCandidates(aligned, event);
    case 'number':
      return numberCandidates(aligned, similar);
    case 'place':
      return placeCandidates(aligned, similar);
    case 'name':
      return OFFICE.test(aligned.asking.head ?? '')
        ? officeCandidates(aligned)
        : nameCandidates(aligned, similar);
    case 'reason':
      return reasonCandidates(aligned);
    case 'yes-no':
    case 'what-happened':
    case 'anything':
      return gistCandidates(aligned);
    case 'what-next':
      return [];
  }
}
