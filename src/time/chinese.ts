import { dateParts } from '../events/calendar-date.js';
import type { DateSpan } from '../events/date-span.js';
import { chineseNumber } from './chinese-numbers.js';
import { chineseRelative } from './chinese-relative.js';
import { easter } from './easter.js';
import { lunarHoliday } from './lunar-holidays.js';
import {
  fixed,
  inYear,
  mapped,
  meaningOn,
  type NamedTime,
  type Rule,
  relative,
  yearless,
} from './named-time.js';
import type { Scan } from './scan.js';
import { halfOfSpan, nthOf, thirdOf } from './span-parts.js';
import {
  dayOf,
  daySpan,
  halfOf,
  monthOf,
  quarterOf,
  type Season,
  seasonOf,
  shiftDays,
  spanOf,
  yearOf,
  yearsFrom,
} from './spans.js';

/** Times in Chinese, simplified and traditional: 2016年4月8日, 去年, 四月上旬, 2016年第二季度, 2016年以前. */

const N = '[0-9]{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九]';
const YEAR = /([12][0-9]{3}|[〇零○一二三四五六七八九]{4}) ?年|(今|去|前|明)年/y;
const MONTH = new RegExp(`(${N}) ?月(?:份)?`, 'y');
const DAY = new RegExp(`(${N}) ?[日号號](?:(?:星期|周|週|礼拜|禮拜)[一二三四五六日天])?`, 'y');
const DAYS = new RegExp(`(${N})[日号號]?(?:至|到|[-–—~～])(${N})[日号號]`, 'y');
const MONTH_PART = /(上旬|中旬|下旬|上半月|下半月|初|中(?!国|國)|底|末)/y;
const MONTH_WEEK = /(?:的)?第([一二三四五1-5])(?:个|個)?(?:周|週|星期|礼拜|禮拜)/y;
const YEAR_PART = /(?:的)?(上半年|下半年|年?初|年?中(?!国|國)|年?底|年?末)/y;
const QUARTER = /(?:的)?第?([一二三四1-4])季度?/y;
const SEASON = /(?:的)?(春|夏|秋|冬)(?:天|季)/y;
const DECADE = /(?:(\d\d|二十|十九)世纪|(\d\d|二十|十九)世紀)?(\d0)年代/y;
const HOLIDAY =
  /(?:的)?(元旦|春节|春節|劳动节|勞動節|端午节|端午節|中秋节|中秋節|国庆节|國慶節|万圣节|萬聖節|平安夜|圣诞节|聖誕節|圣诞|除夕|复活节|復活節)/y;
const AFTER = /(?:及)?(?:以前|之前|以来|以來|至今|以后|以後|之后|之後|前(?!总|總|首|主|任))/y;

const seasons: Readonly<Record<string, Season>> = { 春: 'spring', 夏: 'summer', 秋: 'autumn', 冬: 'winter' };
const yearSteps: Readonly<Record<string, number>> = { 今: 0, 去: -1, 前: -2, 明: 1 };

const ended = (scan: Scan, match: RegExpExecArray) => scan.indexAt(match.index + match[0].length);

interface Year {
  readonly year: number;
  readonly end: number;
  readonly relative: boolean;
}

function yearAt(scan: Scan, i: number): Year | null {
  const match = scan.match(i, YEAR);
  if (!match) return null;
  const step = match[2] === undefined ? undefined : yearSteps[match[2]];
  const now = dateParts(scan.today).year;
  const year = step === undefined ? chineseNumber(match[1] ?? '') : now + step;
  return { year, end: ended(scan, match), relative: step !== undefined };
}

/** 4月, 4月8日, 4月1日至15日, 4月上旬, 4月第一周: a month or what is in it. */
const inMonth: Rule = (scan, i) => {
  const match = scan.match(i, MONTH);
  if (!match) return null;
  const month = chineseNumber(match[1] ?? '');
  const end = ended(scan, match);
  const days = scan.match(end, DAYS);
  if (days) {
    const [first, last] = [chineseNumber(days[1] ?? ''), chineseNumber(days[2] ?? '')];
    return yearless(ended(scan, days), (year) => {
      const [from, to] = [dayOf(year, month, first), dayOf(year, month, last)];
      return from && to ? spanOf(from.from, to.to) : null;
    });
  }
  const day = scan.match(end, DAY);
  if (day) return yearless(ended(scan, day), (year) => dayOf(year, month, chineseNumber(day[1] ?? '')));
  const whole = (year: number) => monthOf(year, month);
  const week = scan.match(end, MONTH_WEEK);
  if (week)
    return part(ended(scan, week), whole, (span) => nthOf(span, chineseNumber(week[1] ?? ''), 'week'));
  const named = scan.match(end, MONTH_PART)?.[1];
  if (named === undefined) return yearless(end, whole);
  return part(scan.indexAt((scan.tokens[end]?.start ?? 0) + named.length), whole, (span) =>
    partNamed(span, named),
  );
};

/** 上半年, 第二季度, 春天, 圣诞节, 年底: what is in a year. */
const inYearPart: Rule = (scan, i) => {
  const quarter = scan.match(i, QUARTER);
  if (quarter)
    return yearless(ended(scan, quarter), (year) => quarterOf(year, chineseNumber(quarter[1] ?? '')));
  const season = scan.match(i, SEASON);
  const named = season && seasons[season[1] ?? ''];
  if (season && named) return yearless(ended(scan, season), (year) => seasonOf(year, named));
  const holiday = scan.match(i, HOLIDAY);
  if (holiday) return yearless(ended(scan, holiday), (year) => holidayOf(holiday[1] ?? '', year));
  const piece = scan.match(i, YEAR_PART);
  const name = piece?.[1] ?? '';
  if (!piece) return null;
  if (name.endsWith('半年'))
    return yearless(ended(scan, piece), (year) => halfOf(year, name.startsWith('上') ? 1 : 2));
  return part(ended(scan, piece), yearOf, (span) => partNamed(span, name));
};

function part(
  end: number,
  whole: (year: number) => DateSpan | null,
  change: (span: DateSpan) => DateSpan | null,
): NamedTime {
  return yearless(end, (year) => {
    const span = whole(year);
    return span && change(span);
  });
}

function partNamed(span: DateSpan, name: string): DateSpan | null {
  if (name.endsWith('半月')) return halfOfSpan(span, name.startsWith('上') ? 1 : 2);
  if (/[上初]/.test(name)) return thirdOf(span, 'early');
  return thirdOf(span, name.includes('中') ? 'mid' : 'late');
}

function holidayOf(name: string, year: number): DateSpan | null {
  if (name === '元旦') return dayOf(year, 1, 1);
  if (/^[劳勞]/.test(name)) return dayOf(year, 5, 1);
  if (/^[国國]/.test(name)) return dayOf(year, 10, 1);
  if (/^[万萬]/.test(name)) return dayOf(year, 10, 31);
  if (name === '平安夜') return dayOf(year, 12, 24);
  if (/^[圣聖]/.test(name)) return dayOf(year, 12, 25);
  if (name.startsWith('端午')) return lunarHoliday(year, 'dragon boat festival');
  if (name.startsWith('中秋')) return lunarHoliday(year, 'mid-autumn festival');
  if (/^[复復]/.test(name)) {
    const sunday = easter(year);
    return sunday && daySpan(sunday);
  }
  const newYear = lunarHoliday(year, 'chinese new year');
  if (name !== '除夕') return newYear;
  const eve = newYear?.from ? shiftDays(newYear.from, -1) : null;
  return eve && daySpan(eve);
}

/** A year, with what is in it behind it; or what is in a year that isn't said. */
const dated: Rule = (scan, i) => {
  const decade = scan.match(i, DECADE);
  if (decade) {
    const century = chineseNumber(decade[1] ?? decade[2] ?? '20');
    const start = (century - 1) * 100 + Number(decade[3]);
    return fixed(ended(scan, decade), yearsFrom(start, start + 9));
  }
  const year = yearAt(scan, i);
  const inside = year ? (inMonth(scan, year.end) ?? inYearPart(scan, year.end)) : inMonth(scan, i);
  if (!year) return inside ?? holidayAlone(scan, i);
  if (inside) return inYear(inside, year.year, inside.end, year.relative);
  return year.relative ? relative(year.end, yearOf(year.year)) : fixed(year.end, yearOf(year.year));
};

const holidayAlone: Rule = (scan, i) => (scan.match(i, HOLIDAY) ? inYearPart(scan, i) : null);

/** 2016年以前, 2017年3月以来: a time with an open side. */
const open: Rule = (scan, i) => {
  const start = ['自', '从', '從'].includes(scan.word(i)) ? i + 1 : i;
  const time = dated(scan, start);
  const match = time && scan.match(time.end, AFTER);
  if (!time || !match) return null;
  const known = { ...time, needsYear: false, in: () => meaningOn(time, scan.today) };
  const isRelative = time.relative || time.needsYear;
  return mapped(known, ended(scan, match), (span) => opened(span, match[0], scan.today), isRelative);
};

function opened({ from, to }: DateSpan, word: string, today: Scan['today']): DateSpan | null {
  if (word.endsWith('前')) return from && spanOf(null, shiftDays(from, -1));
  if (/[后後]$/.test(word)) return to && spanOf(shiftDays(to, 1), null);
  return from && spanOf(from, from <= today ? today : null);
}

/** A rule that reads nothing where nothing is Chinese. */
const inChinese =
  (rule: Rule): Rule =>
  (scan, i) =>
    scan.chinese ? rule(scan, i) : null;

export const chineseRules: readonly Rule[] = [dated, open, chineseRelative].map(inChinese);
