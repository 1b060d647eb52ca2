import type { DateSpan } from '../events/date-span.js';
import { easter } from './easter.js';
import { type LunarHoliday, lunarHoliday } from './lunar-holidays.js';
import { type Rule, yearless } from './named-time.js';
import { nthWeekday } from './span-parts.js';
import { dayOf, daySpan, monthOf, shiftDays } from './spans.js';

/** Holidays whose date is fixed or can be computed. */

type Meaning = (year: number) => DateSpan | null;
const on =
  (month: number, day: number): Meaning =>
  (year) =>
    dayOf(year, month, day);
const nth =
  (month: number, count: number, weekday: number, shift = 0): Meaning =>
  (year) => {
    const span = monthOf(year, month);
    const day = span && nthWeekday(span, count, weekday)?.from;
    const shifted = day ? shiftDays(day, shift) : null;
    return shifted && daySpan(shifted);
  };
const fromEaster =
  (shift: number): Meaning =>
  (year) => {
    const sunday = easter(year);
    const date = sunday && shiftDays(sunday, shift);
    return date && daySpan(date);
  };
const lunar =
  (holiday: LunarHoliday): Meaning =>
  (year) =>
    lunarHoliday(year, holiday);

const holidays: Readonly<Record<string, Meaning>> = {
  'new year': on(1, 1),
  'new years': on(1, 1),
  'new years day': on(1, 1),
  'new year day': on(1, 1),
  'new years eve': on(12, 31),
  'new year eve': on(12, 31),
  hogmanay: on(12, 31),
  epiphany: on(1, 6),
  'groundhog day': on(2, 2),
  'valentines day': on(2, 14),
  'valentine day': on(2, 14),
  'leap day': on(2, 29),
  'international womens day': on(3, 8),
  'womens day': on(3, 8),
  'pi day': on(3, 14),
  'saint patricks day': on(3, 17),
  'st patricks day': on(3, 17),
  'april fools day': on(4, 1),
  'april fools': on(4, 1),
  'earth day': on(4, 22),
  'may day': on(5, 1),
  juneteenth: on(6, 19),
  'canada day': on(7, 1),
  'fourth of july': on(7, 4),
  'us independence day': on(7, 4),
  'bastille day': on(7, 14),
  'german unity day': on(10, 3),
  halloween: on(10, 31),
  'all saints day': on(11, 1),
  'guy fawkes night': on(11, 5),
  'bonfire night': on(11, 5),
  'armistice day': on(11, 11),
  'remembrance day': on(11, 11),
  'veterans day': on(11, 11),
  'christmas eve': on(12, 24),
  'christmas day': on(12, 25),
  christmas: on(12, 25),
  xmas: on(12, 25),
  'boxing day': on(12, 26),
  'martin luther king day': nth(1, 3, 1),
  'mlk day': nth(1, 3, 1),
  'presidents day': nth(2, 3, 1),
  'memorial day': nth(5, -1, 1),
  'labor day': nth(9, 1, 1),
  'columbus day': nth(10, 2, 1),
  thanksgiving: nth(11, 4, 4),
  'thanksgiving day': nth(11, 4, 4),
  'black friday': nth(11, 4, 4, 1),
  'ash wednesday': fromEaster(-46),
  'palm sunday': fromEaster(-7),
  'maundy thursday': fromEaster(-3),
  'good friday': fromEaster(-2),
  'holy saturday': fromEaster(-1),
  'easter sunday': fromEaster(0),
  'easter monday': fromEaster(1),
  easter: fromEaster(0),
  'ascension day': fromEaster(39),
  pentecost: fromEaster(49),
  'whit sunday': fromEaster(49),
  'whit monday': fromEaster(50),
  'corpus christi': fromEaster(60),
  'chinese new year': lunar('chinese new year'),
  'lunar new year': lunar('chinese new year'),
  'dragon boat festival': lunar('dragon boat festival'),
  'mid autumn festival': lunar('mid-autumn festival'),
  'rosh hashanah': lunar('rosh hashanah'),
  'yom kippur': lunar('yom kippur'),
  passover: lunar('passover'),
};
const MOST_WORDS = 4;
const firstWords = new Set(Object.keys(holidays).map((name) => name.split(' ')[0]));

/** Whether a lower-case word, without its apostrophes, is the first of a holiday's name. */
export const beginsHoliday = (word: string) => firstWords.has(word.replace(/['’]/g, ''));

/** "Christmas", "New Year's Eve", "Easter Monday", "Thanksgiving". */
export const holiday: Rule = (scan, i) => {
  let name = '';
  let best: { meaning: Meaning; end: number } | null = null;
  let at = i;
  for (let words = 0; words < MOST_WORDS && at < scan.tokens.length; words++) {
    const token = scan.tokens[at];
    if (!token || !/^\p{L}/u.test(token.word)) break;
    const written = scan.text.slice(token.start, token.end).toLowerCase().replace(/['’]/g, '');
    if (words === 0 && !beginsHoliday(written)) return null;
    name = words === 0 ? written : `${name} ${written}`;
    at++;
    if (Object.hasOwn(holidays, name)) {
      const meaning = holidays[name];
      if (meaning) best = { meaning, end: at };
    }
    if (/^['’-]$/.test(scan.word(at))) at++;
    if (/^['’.]$/.test(scan.word(at))) at++;
  }
  if (!best) return null;
  const { meaning } = best;
  return yearless(best.end, (year) => meaning(year), 'word');
};
