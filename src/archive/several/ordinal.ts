import type { Question } from '../../search/question.js';
import { findNumbers } from '../../search/read/rules/numbers.js';
import { type Token, tagText } from '../../search/read/rules/tagged-text.js';
import { termOf } from '../../text/terms.js';
import type { Candidate } from './pool.js';
import type { Several } from './several.js';

/** The best events of a list, which are looked at for a number of their own, and how far below the best they may score. */
const LOOKED_AT = 40;
const WITHIN = 3;
/** How many items may be missing for an ordinal to be of the same things. */
const FEWER = 3;
/** A greater number counts years or days, not happenings of one kind. */
const MOST = 30;
/** How many words behind an ordinal what it counts may stand: "her third individual world title". */
const REACH = 4;
const WORDS = 'first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth'.split('|');

/**
 * The greatest ordinal that the best events give for what is counted ("his eighth title", "the sixth test"): a word of the
 * question stands right behind it, and all names of the question in its event. Null where none does, or where far fewer items
 * were found than it says.
 *
 * @param best candidates of the list, best first.
 */
export function ordinalOf(
  question: Question,
  best: readonly Candidate[],
  counted: number,
): Several['ordinal'] {
  const asked = question.concepts.filter(({ asking, number }) => !asking && !number);
  const things = new Set(asked.filter(({ name }) => !name).map(({ term }) => term));
  const names = asked.filter(({ name }) => name).map(({ term }) => term);
  const least = (best[0]?.score ?? 0) - WITHIN;
  let found: Several['ordinal'] = null;
  for (const { event, score } of best.slice(0, LOOKED_AT)) {
    if (score < least) break;
    const tokens = tagText(event.sentence);
    const terms = new Set(tagText(event.headline).map(({ lower }) => termOf(lower)));
    if (!names.every((name) => terms.has(name))) continue;
    for (const { value, at } of ordinalsIn(tokens)) {
      const behind = tokens.slice(at + 1, at + 1 + REACH);
      const counts = behind.some(({ lower }) => things.has(termOf(lower)) || names.includes(termOf(lower)));
      if (counts && value > Math.max(1, found?.value ?? 0) && value <= MOST) found = { value, event };
    }
  }
  return found && counted >= found.value - FEWER ? found : null;
}

function ordinalsIn(tokens: readonly Token[]): { value: number; at: number }[] {
  const ranks = findNumbers(tokens)
    .filter(({ measure }) => measure === 'rank')
    .map(({ from }) => ({ value: Number.parseInt(tokens[from]?.text ?? '', 10), at: from }));
  const words = tokens.map(({ lower }, at) => ({ value: WORDS.indexOf(lower) + 1, at }));
  return [...ranks, ...words].filter(({ value }) => value > 0);
}
