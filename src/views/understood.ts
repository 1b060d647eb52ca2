import type { Understood } from '../archive/answer.js';
import type { NewsEvent } from '../events/event.js';
import { clip } from './clip.js';
import type { Sentences } from './sentences/sentences.js';
import { spanText } from './span-text.js';

/** What a message shows anyway. */
interface Shown {
  readonly events?: readonly NewsEvent[];
  /** Whether it names the time that was read. */
  readonly time?: boolean;
}

/**
 * What was changed in a question, as small print for a footer: what "it" refers to, the time that was read, the words
 * that were corrected. Unescaped, as footers show no markup. Empty where the question was left as it is.
 *
 * @param shown the days, events and time that the message shows anyway: they are not repeated.
 */
export function smallPrint(understood: Understood, say: Sentences, shown: Shown = {}): string {
  const { about, span, rewritten } = understood;
  const { events = [] } = shown;
  const day = span?.from === span?.to ? span?.from : null;
  const isShown = shown.time || events.some(({ date }) => date === day);
  return [
    rewritten !== undefined && say.understood.rewritten(clip(rewritten, 120)),
    rewritten === undefined &&
      about &&
      !events.some(({ id }) => id === about.id) &&
      say.understood.about(clip(about.sentence, 80)),
    span && !isShown && spanText(span, say),
    ...understood.mended
      .slice(0, 5)
      .map(({ from, to }) => say.understood.corrected(clip(from, 40), clip(to, 40))),
  ]
    .filter((part) => part !== null && part !== undefined && part !== false && part !== '')
    .join(' · ');
}
