import { isChinese } from '../chinese/chinese-text.js';
import type { EventIndex } from '../event-index.js';
import type { Ranked } from '../rank/ranked.js';
import { otherLanguage } from './asked-language.js';

/** Characters of an event's sentence that tell its writing. */
const LOOKED_AT = 40;
/** How many of the events found for a question are checked for their language. */
const FIRST = 3;

/** Whether some events are in Chinese. */
export function hasChinese(index: EventIndex): boolean {
  for (const [, { sentence }] of index.events()) if (isChinese(sentence.slice(0, LOOKED_AT))) return true;
  return false;
}

/** Whether what a question finds is in a language: then it can be answered in it. */
export function isFoundIn(language: string, index: EventIndex, found: readonly Ranked[]): boolean {
  return found
    .slice(0, FIRST)
    .some(({ event }) => otherLanguage(index.event(event)?.sentence ?? '', () => false) === language);
}
