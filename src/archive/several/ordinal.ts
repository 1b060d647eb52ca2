import { findNumbers } from '../../search/read/rules/numbers.js';
import { tagText } from '../../search/read/rules/tagged-text.js';
import type { Candidate } from './pool.js';
import type { Several } from './several.js';

/** The best events of a list, which are looked at for a number of their own. */
const LOOKED_AT = 3;
/** How far the number of items found may be off for an ordinal to be of the same things. */
const FEWER = 2;
const MORE = 3;
/** A greater number counts years or days, not happenings of one kind. */
const MOST = 30;
const WORDS = 'first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth'.split('|');

/**
 * The greatest ordinal that the best events give ("his eighth title", "the sixth test"), where about as many were found; else
 * null: an ordinal of something else is as likely.
 */
export function ordinalOf(best: readonly Candidate[], counted: number): Several['ordinal'] {
  let found: Several['ordinal'] = null;
  for (const { event } of best.slice(0, LOOKED_AT)) {
    const tokens = tagText(event.sentence);
    const ranks = findNumbers(tokens)
      .filter(({ measure }) => measure === 'rank')
      .map(({ from }) => Number.parseInt(tokens[from]?.text ?? '', 10));
    const words = tokens.map(({ lower }) => WORDS.indexOf(lower) + 1);
    for (const value of [...ranks, ...words])
      if (value > Math.max(1, found?.value ?? 0) && value <= MOST) found = { value, event };
  }
  return found && counted >= found.value - FEWER && counted <= found.value + MORE ? found : null;
}
