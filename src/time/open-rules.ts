import type { DateSpan } from '../events/date-span.js';
import { mapped, meaningOn, type NamedTime, type Rule } from './named-time.js';
import { shiftDays, spanOf } from './spans.js';

/** Times with an open side: "before 2003", "since March 2017", "2010 onwards". */

type Side = 'before' | 'until' | 'since' | 'after' | 'from';

const words: readonly (readonly [string, Side])[] = [
  ['before', 'before'],
  ['prior to', 'before'],
  ['earlier than', 'before'],
  ['ahead of', 'before'],
  ['until', 'until'],
  ['till', 'until'],
  ['up to', 'until'],
  ['up until', 'until'],
  ['through', 'until'],
  ['no later than', 'until'],
  ['by', 'until'],
  ['ever since', 'since'],
  ['since', 'since'],
  ['after', 'after'],
  ['following', 'after'],
  ['later than', 'after'],
  ['from', 'from'],
  ['as of', 'from'],
  ['starting in', 'from'],
  ['starting', 'from'],
];
/** Words that also stand before other things than times, so that they count only where the whole text is a time. */
const WEAK = new Set(['by', 'through', 'following', 'as of', 'starting', 'ahead of']);

/** A time with an open side, given the rule that reads the time. */
export const open =
  (time: Rule): Rule =>
  (scan, i): NamedTime | null => {
    for (const [phrase, side] of words) {
      const after = scan.phrase(i, phrase);
      if (after === null || (WEAK.has(phrase) && !scan.whole)) continue;
      const named = time(scan, scan.skip(after, 'the'));
      if (!named) continue;
      const onwards = onwardsAt(scan, named.end);
      if (side === 'from' && phrase === 'from' && onwards === null && !scan.whole) continue;
      const known = { ...named, needsYear: false, in: () => meaningOn(named, scan.today) };
      const isRelative = named.relative || named.needsYear;
      return mapped(known, onwards ?? named.end, (span) => opened(span, side, scan.today), isRelative);
    }
    return null;
  };

/** "2010 onwards", "March 2017 and later", given the rule that reads the time. */
export const onwards =
  (time: Rule): Rule =>
  (scan, i): NamedTime | null => {
    const named = time(scan, i);
    if (!named) return null;
    const later = onwardsAt(scan, named.end);
    const earlier = scan.phrase(named.end, 'and before') ?? scan.phrase(named.end, 'or earlier');
    const end = later ?? earlier;
    if (end === null) return null;
    const side = later === null ? 'until' : 'from';
    const known = { ...named, needsYear: false, in: () => meaningOn(named, scan.today) };
    return mapped(known, end, (span) => opened(span, side, scan.today), named.relative || named.needsYear);
  };

function onwardsAt(scan: Parameters<Rule>[0], i: number): number | null {
  for (const phrase of [
    'onwards',
    'onward',
    'on',
    'and later',
    'or later',
    'and after',
    'forward',
    'to today',
    'to now',
  ]) {
    const end = scan.phrase(i, phrase);
    // Inside a sentence "on" may go on with what follows: "from 2014 on land".
    if (end !== null && (phrase !== 'on' || scan.whole || /^[?!.,]?$/.test(scan.word(end)))) return end;
  }
  return null;
}

/** "since" ends today (or is open when it begins later); "after" and "from … on" are open. */
function opened({ from, to }: DateSpan, side: Side, today: Parameters<typeof shiftDays>[0]): DateSpan | null {
  if (side === 'before') return from && spanOf(null, shiftDays(from, -1));
  if (side === 'until') return to && spanOf(null, to);
  if (side === 'after') return to && spanOf(shiftDays(to, 1), null);
  if (side === 'since' && from && from <= today) return spanOf(from, today);
  return from && spanOf(from, null);
}
