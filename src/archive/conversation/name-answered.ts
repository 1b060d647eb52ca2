import type { NewsEvent } from '../../events/event.js';
import { tagText } from '../../search/read/rules/tagged-text.js';
import type { AskedBefore } from './asked-before.js';

/** The name that answered the last question; null where a date, a number or nothing did. */
export function nameAnswered(event: NewsEvent, { answer }: AskedBefore): string | null {
  if (!answer || answer.event !== event.id || answer.to <= answer.from) return null;
  const text = event.sentence.slice(answer.from, answer.to);
  const names = tagText(text).filter(({ capital }) => capital);
  const [first, last] = [names[0], names.at(-1)];
  return first && last && !/\d/.test(text) ? text.slice(first.start, last.end) : null;
}
