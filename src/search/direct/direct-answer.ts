import type { DirectAnswer } from '../../archive/answer.js';
import type { NewsEvent } from '../../events/event.js';
import { align } from './aligned.js';
import type { Asking } from './asking.js';
import { type Candidate, weight } from './candidate.js';
import { dateCandidates } from './date-answer.js';
import type { Similarity } from './likeness.js';
import { nameCandidates, placeCandidates } from './name-answer.js';
import { numberCandidates } from './number-answer.js';
import { reasonCandidates } from './reason-answer.js';

/** What a candidate must weigh to be said. */
const SAID_FROM = 1;
const LONGEST = 120;

/** The answer an event gives to a question, in a few words; null where it holds none that can be told with confidence. */
export function directAnswer(asking: Asking, event: NewsEvent, similar?: Similarity): DirectAnswer | null {
  const aligned = align(asking, event.sentence, similar);
  const [best] = candidates(asking, event).sort((a, b) => weight(b) - weight(a));
  if (!best || weight(best) < SAID_FROM) return null;
  const [first, last] = [aligned.tokens[best.from], aligned.tokens[best.to - 1]];
  const rests = first && last && best.to > best.from ? [[first.start, last.end] as const] : [];
  const text = best.text ?? (first && last ? event.sentence.slice(first.start, last.end) : '');
  return text.length > 0 && text.length <= LONGEST ? { text, value: best.value ?? null, event, rests } : null;

  function candidates({ wanted }: Asking, about: NewsEvent): Candidate[] {
    if (wanted === 'date') return dateCandidates(aligned, about);
    if (wanted === 'number') return numberCandidates(aligned, similar);
    if (wanted === 'place') return placeCandidates(aligned, similar);
    if (wanted === 'name') return nameCandidates(aligned, similar);
    if (wanted === 'reason') return reasonCandidates(aligned);
    return [];
  }
}
