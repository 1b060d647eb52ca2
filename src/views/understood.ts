import type { Understood } from '../archive/answer.js';
import type { CalendarDate } from '../events/calendar-date.js';
import { clip } from './clip.js';
import type { Sentences } from './sentences/sentences.js';
import { spanText } from './span-text.js';

/**
 * What was changed in a question, as small print for a footer: what "it" refers to, the time that was read, the words
 * that were corrected. Unescaped, as footers show no markup. Empty where the question was taken as it is.
 *
 * @param shown the day and the event that the message shows anyway: they are not repeated.
 */
export function smallPrint(
  understood: Understood,
  say: Sentences,
  shown: { readonly date?: CalendarDate; readonly event?: string; readonly time?: boolean } = {},
): string {
  const { about, span } = understood;
  const isShown = shown.time || (span !== null && span.from === span.to && span.from === shown.date);
  return [
    about && about.id !== shown.event && say.understood.about(clip(about.sentence, 80)),
    span && !isShown && spanText(span, say),
    ...understood.mended.slice(0, 5).map(({ from, to }) => say.understood.corrected(clip(from, 40), clip(to, 40))),
  ]
    .filter((part) => part !== null && part !== undefined && part !== false && part !== '')
    .join(' · ');
}
