import { weekday } from '../events/calendar-date.js';
import { chineseNumber } from './chinese-numbers.js';
import { type Rule, relative } from './named-time.js';
import { rollingSpan, type Unit, unitFromToday } from './relative-units.js';
import { daySpan, shiftDays } from './spans.js';

/** Times named from today in Chinese: 昨天, 上周二, 过去7天, 三个月前. */

const days: Readonly<Record<string, number>> = {
  今天: 0,
  今日: 0,
  昨天: -1,
  昨日: -1,
  昨晚: -1,
  前天: -2,
  明天: 1,
  明日: 1,
  后天: 2,
  後天: 2,
};
const N = '[0-9]{1,3}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九两兩]';
const DAY = /[今昨明前后後][天日晚]/y;
const WEEK = /(上|本|这|這|下)?(?:个|個|一)?(?:周|週|星期|礼拜|禮拜)([一二三四五六日天末])?/y;
const STEP = /(上|本|这|這|下)(?:个|個)?(月|季度)/y;
const ROLLING = new RegExp(`(?:过去|過去|最近|近)(?:的)?(${N})?(?:个|個)?(天|日|周|週|星期|月|年)`, 'y');
const AGO = new RegExp(`(${N})(?:个|個)?(天|日|周|週|星期|月|年)(?:以)?前`, 'y');

const steps: Readonly<Record<string, number>> = { 上: -1, 下: 1 };
const units: Readonly<Record<string, Unit>> = {
  天: 'day',
  日: 'day',
  周: 'week',
  週: 'week',
  星期: 'week',
  月: 'month',
  季度: 'quarter',
  年: 'year',
};

export const chineseRelative: Rule = (scan, i) => {
  const end = (match: RegExpExecArray) => scan.indexAt(match.index + match[0].length);
  const day = scan.match(i, DAY);
  const shift = day && days[day[0]];
  if (day && shift != null) return relative(end(day), unitFromToday(scan.today, 'day', shift));
  const ago = scan.match(i, AGO);
  const agoUnit = ago && units[ago[2] ?? ''];
  if (ago && agoUnit)
    return relative(end(ago), unitFromToday(scan.today, agoUnit, -chineseNumber(ago[1] ?? '')));
  const rolling = scan.match(i, ROLLING);
  const rollingUnit = rolling && units[rolling[2] ?? ''];
  if (rolling && rollingUnit)
    return relative(
      end(rolling),
      rollingSpan(scan.today, chineseNumber(rolling[1] ?? '1'), rollingUnit, false),
    );
  const step = scan.match(i, STEP);
  const stepUnit = step && units[step[2] ?? ''];
  if (step && stepUnit)
    return relative(end(step), unitFromToday(scan.today, stepUnit, steps[step[1] ?? ''] ?? 0));
  const week = scan.match(i, WEEK);
  return week && weekNamed(week);

  function weekNamed(match: RegExpExecArray) {
    const [, which, named] = match;
    if (which === undefined && named === undefined) return null;
    const of = which === undefined ? 0 : (steps[which] ?? 0);
    if (named === '末') return relative(end(match), unitFromToday(scan.today, 'weekend', of));
    const monday = unitFromToday(scan.today, 'week', of)?.from;
    if (named === undefined) return relative(end(match), unitFromToday(scan.today, 'week', of));
    const number = named === '日' || named === '天' ? 7 : chineseNumber(named);
    const back = (weekday(scan.today) - number + 7) % 7;
    const date = which === undefined ? shiftDays(scan.today, -back) : monday && shiftDays(monday, number - 1);
    return date ? relative(end(match), daySpan(date)) : null;
  }
};
