import { type CalendarDate, dateParts } from '../../events/calendar-date.js';
import { date, dayOfYear, month, number, plural } from './en-calendar.js';

const events = (n: number) => plural(n, 'event', 'events');

/** "April 2016", "April to June 2016", "April 2016 to May 2017". */
export function monthRange(first: CalendarDate, last: CalendarDate): string {
  const [a, b] = [dateParts(first), dateParts(last)];
  const [from, to] = [month(a.year, a.month), month(b.year, b.month)];
  if (from === to) return to;
  return `${a.year === b.year ? from.replace(/ \d+$/, '') : from} to ${to}`;
}

/** Days and spans. */
export const when = {
  day: (day: CalendarDate, n: number) => `### ${date(day)}\n${events(n)}`,
  span: (name: string, n: number, days: number) =>
    `### ${name}\n${events(n)} on ${plural(days, 'day', 'days')}`,
  noStory: 'Other events',
  moreStories: 'More',
  nothing: (name: string) => `I have no events for ${name}.`,
  nearest: 'Jump to the nearest day with events:',
  nothingElse: 'There are none before or after it, either. `/help` shows which period I cover.',
  otherYearsInstead: 'The same day in other years:',
  openPart: {
    day: 'Choose a day',
    week: 'Choose a week',
    month: 'Choose a month',
    year: 'Choose a year',
  },
  before: (name: string) => `‹ ${name}`,
  after: (name: string) => `${name} ›`,
  week: 'Week',
  otherYears: 'Other years',
  ambiguous: (text: string) => `${text} could mean two dates. Which one do you mean?`,
  invalid: (text: string) => `${text} isn’t a date in the calendar. Check the day, or try just the month.`,
  backwards: (from: string, to: string) =>
    `That period ends before it starts: ${to} comes before ${from}. Try “from ${to} to ${from}”.`,
  unread: (text: string) =>
    `I couldn’t read ${text} as a date. Try 8 April 2016, 2016-04-08, April 2016, spring 2016 or last Tuesday.`,
  /** Below a time that was named by an event. */
  byEvent: (sentence: string) => `-# Based on this event: ${sentence}`,
  otherEvent: 'Not the event you meant? Choose another',
  unreadEvent: (text: string) =>
    `I couldn’t read ${text} as a date. Try 8 April 2016, April 2016 or last Tuesday. If you mean an event, choose one to open its day:`,
  openEventDay: 'Choose an event',
  /** A time as an autocomplete row: how many events there are. */
  choice: (name: string, n: number) => `${name} (${events(n)})`,
  anyTime: 'Any time',
  picture: {
    calendar: (name: string, n: number, busiest: CalendarDate, most: number) =>
      `Calendar of ${name} with ${events(n)}. The busiest day is ${date(busiest)}, with ${number(most)}.`,
    bars: (name: string, n: number, first: CalendarDate, last: CalendarDate) =>
      `Bar chart of events over time, ${name}: ${events(n)}, the first on ${date(first)}, the last on ${date(last)}.`,
  },
};

/** The same day in all years. */
export const onThisDay = {
  line: (month: number, day: number, years: number) =>
    `### ${dayOfYear(month, day)}\n${plural(years, 'year', 'years')} with events`,
  nothing: (month: number, day: number) => `I have no events for ${dayOfYear(month, day)} in any year.`,
  leapDay: '29 February only occurs in leap years.',
  openYear: 'Choose a year',
  notADay: (text: string) => `${text} is longer than a day. Please give a single day, such as 8 April.`,
};

/** Topics. */
export const topic = {
  line: (name: string, n: number, first: CalendarDate, last: CalendarDate) =>
    `### ${name}\n${events(n)}, ${monthRange(first, last)}`,
  related: 'Related topics',
  yearMenu: 'All events of a year',
  firstDay: 'First',
  latestDay: 'Latest',
  unknown: (text: string) => `I don’t have a topic called ${text}. Did you mean one of these?`,
  unknownAlone: (text: string) =>
    `I don’t have a topic called ${text}. Choose one from the list that appears as you type.`,
  searchInstead: 'Search for it',
  noSuch: (text: string, near: readonly string[]) =>
    near.length === 0
      ? `I don’t have a topic called ${text}. Choose one from the list that appears as you type.`
      : `I don’t have a topic called ${text}. The closest are ${near.join('; ')}.`,
  didYouMean: 'Choose a topic',
};
