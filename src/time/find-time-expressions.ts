import type { CalendarDate } from '../events/calendar-date.js';
import type { DateSpan } from '../events/date-span.js';
import { expression } from './grammar.js';
import { mayNameTime } from './may-name-time.js';
import { meaningOn, type NamedTime } from './named-time.js';
import { Scan } from './scan.js';

/** A time named inside a text. */
export interface TimeExpression {
  readonly span: DateSpan;
  /** Characters `[start, end)` of the text, without the "in" or "on" before it. */
  readonly range: readonly [start: number, end: number];
  readonly text: string;
  /**
   * True where the words say when ("in March 2017", "last week", "zika in Singapore, 2016"). False where the time may be
   * part of a name or of something else the text speaks of ("the 2018 World Cup", "the coup of July 2016", "in May"): a
   * hint then, no condition.
   */
  readonly certain: boolean;
}

const TIME_PREPOSITIONS = new Set([
  ...[
    'in',
    'on',
    'during',
    'throughout',
    'within',
    'since',
    'until',
    'till',
    'by',
    'before',
    'after',
    'between',
  ],
  ...['from', 'over', 'around', 'for', 'circa', 'about', 'into', 'early', 'late', 'mid', 'to', 'and'],
]);
const COUNTING_WORDS = new Set([
  'about',
  'over',
  'nearly',
  'almost',
  'some',
  'than',
  'least',
  'around',
  'roughly',
  'to',
]);
const COUNTED_THINGS =
  /^(people|persons?|men|women|children|troops?|soldiers|civilians|dead|deaths|casualties|jobs|workers|refugees|migrants|tons?|tonnes|km|kilometres|kilometers|miles|met(re|er)s|feet|dollars|euros|pounds|homes|houses|cases|times|years|days|others|victims|demonstrators|protesters|passengers|members|staff|employees|students|votes|points|square|mw|megawatts)$/;

/**
 * The times that a question names, in the order of its words. Words that only look like a time ("may", "march on",
 * "2000 people") are left out, and so is a time named by another event ("two days after X became president").
 */
export function findTimeExpressions(text: string, today: CalendarDate): TimeExpression[] {
  const scan = new Scan(text, today, false);
  if (!mayNameTime(scan)) return [];
  const found: TimeExpression[] = [];
  let i = 0;
  while (i < scan.tokens.length) {
    const named = scan.word(i) === 'the' || isNow(scan, i) ? null : expression(scan, i);
    const span = named && isMeant(scan, i, named) ? meaningOn(named, today)[0] : undefined;
    const [start, end] = [scan.tokens[i]?.start ?? 0, scan.tokens[(named?.end ?? 0) - 1]?.end ?? 0];
    if (named && span) {
      const certain = isCertain(scan, i, named);
      found.push({ span, range: [start, end], text: text.slice(start, end), certain });
      i = named.end;
    } else i++;
  }
  return found;
}

/** In a question "now" asks for how things are as far as is known, and not for what happened on that day. */
const isNow = (scan: Scan, i: number) => scan.word(i) === 'now' || scan.phrase(i, 'right now') !== null;

/** Whether the words mean a time at all. */
function isMeant(scan: Scan, i: number, { end, needsYear, weak }: NamedTime): boolean {
  const [before, after] = [scan.word(i - 1), scan.word(end)];
  if (weak === 'number') {
    const year = scan.number(end - 1) ?? 0;
    if (/^[$€£#]$/.test(before) || COUNTED_THINGS.test(after) || /^[%$€£]$/.test(after)) return false;
    return (
      year >= 1500 &&
      year <= 2100 &&
      !(COUNTING_WORDS.has(before) && /^\p{Ll}/u.test(scan.text.slice(scan.tokens[end]?.start)))
    );
  }
  if (weak === 'word' && needsYear) {
    const at = before === 'the' ? scan.word(i - 2) : before;
    return (
      ['in', 'during', 'since', 'until', 'by', 'on', 'at', 'over', 'before', 'after'].includes(at) &&
      after !== 'of' &&
      !isName(scan, end)
    );
  }
  if (weak === 'word') return before === 'on' || before === 'since' || before === 'until';
  return true;
}

/** Whether the token is a word that begins with a capital: "by April Jones". */
function isName(scan: Scan, i: number): boolean {
  const token = scan.tokens[i];
  return token !== undefined && /^\p{Lu}/u.test(scan.text.slice(token.start));
}

/** What is said about a time rather than named after it. */
const TOLD_OF_A_TIME = new Set(['news', 'events', 'stories', 'headlines', 'happenings']);

/** Whether they say when what the text asks about happened. */
function isCertain(scan: Scan, i: number, { end, needsYear, weak, relative }: NamedTime): boolean {
  if (needsYear || weak === 'word') return false;
  if (relative) return true;
  const article = scan.word(i - 1) === 'the';
  const [before, next] = [scan.word(article ? i - 2 : i - 1), scan.tokens[end]];
  const atEnd = !next || /^[?.!,;:)]$/.test(next.word);
  const nextIsName = isName(scan, end);
  const afterName = isName(scan, i - 1);
  // "News of 2017"; "the coup of July 2016" is a name.
  if (before === 'of' && atEnd && TOLD_OF_A_TIME.has(scan.word(article ? i - 3 : i - 2))) return true;
  if (weak === 'number') {
    if (TIME_PREPOSITIONS.has(before)) return !article && !(nextIsName && isEventName(scan, end));
    if (i === 0) return atEnd || before === ',';
    return atEnd && !afterName && before !== 'of';
  }
  if (before === 'of') return false;
  if (TIME_PREPOSITIONS.has(before) || i === 0 || TIME_PREPOSITIONS.has(scan.word(i))) return true;
  return atEnd || before === ',' || before === '(';
}

const EVENT_NAMES =
  /\b(cup|games|olympics?|paralympics|championships?|elections?|prix|league|open|expo|summit|awards?|festival|tour|series|super|referendum)\b/i;

/** Whether a name that begins at a token is that of something held once a year or every four. */
function isEventName(scan: Scan, i: number): boolean {
  const start = scan.tokens[i]?.start ?? 0;
  return EVENT_NAMES.test(scan.text.slice(start, start + 40));
}
