import { type CalendarDate, dayNumber } from '../events/calendar-date.js';
import type { NewsEvent } from '../events/event.js';
import { shiftDays } from '../time/spans.js';
import type { DateIndex } from './date-index.js';

/** After this many days without events a story begins again; what follows is counted over as many days. */
const SILENCE_DAYS = 30;
/** Fewer events after it are only an echo. */
const LEAST_FOLLOWING = 2;
/** What a beginning counts beside sources, both as logarithms. */
const BEGINNING = 0.5;
/** A story that is young yet is taken to be as many days old. */
const A_YEAR = 365;

/** How many days before and after a day are listened to. */
const LISTENING_DAYS = 14;
/** Added to both counts: two events instead of none are not a burst. */
const CALM = 2;
/** A name that an event only mentions counts less than the topic it is filed under… */
const MENTIONED = 0.7;
/** …and only where its rise is more than chance: in standard deviations of counts such as these. */
const MORE_THAN_CHANCE = 1.3;

/**
 * How much sets off with an event, from 0: the events of its story in the month after it beside those a month usually
 * has, where the month before it had none. A disaster, an attack, a coup; in a war that goes on, no event counts.
 *
 * @param days the days of the story's events, in order.
 */
export function beginning({ date }: NewsEvent, days: readonly CalendarDate[]): number {
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return 0;
  const earlier = countBefore(days, date);
  if (earlier > countBefore(days, shifted(date, -SILENCE_DAYS))) return 0;
  const following = countBefore(days, shifted(date, SILENCE_DAYS + 1)) - countBefore(days, shifted(date, 1));
  if (following < LEAST_FOLLOWING) return 0;
  const lasted = Math.max(A_YEAR, dayNumber(last) - dayNumber(first));
  const usual = (days.length / lasted) * SILENCE_DAYS;
  return Math.max(0, BEGINNING * Math.log((following + 1) / (usual + 1)));
}

/** How many of the days, which are in order, lie before one. */
function countBefore(days: readonly CalendarDate[], date: CalendarDate): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? date) < date) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * How many more reports there are, in the fortnight after a day than in the one before it, on what its events are about: on one of
 * their topics or names, the one that rose most. From 0, as a logarithm.
 */
export function stirAfter(
  date: CalendarDate,
  index: Pick<DateIndex, 'on'>,
): (events: readonly NewsEvent[]) => number {
  const counts = new Map<string, { before: number; after: number }>();
  for (const { topics, context } of index.on(date))
    for (const name of [...topics, ...context]) if (isName(name)) counts.set(name, { before: 0, after: 0 });
  for (let step = -LISTENING_DAYS; step <= LISTENING_DAYS; step++) {
    const side = step < 0 ? 'before' : 'after';
    const told = (name: string) => {
      const count = counts.get(name);
      if (count) count[side] += 1;
    };
    if (step === 0) continue;
    for (const { topics, context } of index.on(shifted(date, step))) {
      topics.forEach(told);
      context.forEach(told);
    }
  }
  const risen = (name: string) => {
    const { before, after } = counts.get(name) ?? { before: 0, after: 0 };
    return after < LEAST_FOLLOWING ? 0 : Math.log((after + CALM) / (before + CALM));
  };
  return (events) => {
    let most = 0;
    for (const { topics, context } of events) {
      for (const topic of topics) most = Math.max(most, risen(topic));
      for (const name of context)
        if (isRise(counts.get(name))) most = Math.max(most, MENTIONED * risen(name));
    }
    return most;
  };
}

/** Whether more events after than before are more than chance ("United States" is in the news every day). */
const isRise = (count: { before: number; after: number } | undefined) =>
  count !== undefined &&
  count.after - count.before >= MORE_THAN_CHANCE * Math.sqrt(count.after + count.before + 1);

/** A date some days on; the date itself at the ends of the calendar. */
const shifted = (date: CalendarDate, days: number) => shiftDays(date, days) ?? date;

/** Neither a number, which a year is, nor a name cut out with its possessive. */
const isName = (name: string) => /\p{L}/u.test(name) && !/['’]s$/.test(name);
