import type { Understood } from '../archive/answer.js';
import { clip } from './clip.js';
import type { Sentences } from './sentences/sentences.js';
import { spanText } from './span-text.js';

/** A word longer than this says no more. */
const LONGEST_TERM = 40;

/**
 * What was made of a question, as small print for a footer: "April 2016 · NATO, Russia · dodick → Dodik". Unescaped, as
 * footers show no markup. Empty where nothing was made of it.
 */
export function smallPrint(understood: Understood, say: Sentences, relaxed = false): string {
  const span = understood.span && spanText(understood.span, say);
  const { about } = understood;
  return [
    about && say.understood.about(say.date(about.date), clip(about.sentence, 80)),
    span && (relaxed ? say.understood.relaxed(span) : span),
    understood.terms
      .slice(0, 12)
      .map((term) => clip(term, LONGEST_TERM))
      .join(', '),
    ...understood.mended.slice(0, 5).map(({ from, to }) => `${from} → ${to}`),
  ]
    .filter((part) => part !== null && part !== undefined && part !== '')
    .join(' · ');
}
