import type { CalendarDate } from '../../events/calendar-date.js';
import { date, dayAndMonth, dayOfYear, number, plural } from './en-calendar.js';

const events = (n: number) => plural(n, 'event', 'events');
const range = (first: CalendarDate, last: CalendarDate) =>
  first === last ? date(first) : `${date(first)} to ${date(last)}`;

/** What is said of days and spans. */
export const when = {
  day: (day: CalendarDate, n: number) => `${events(n)} on ${date(day)}:`,
  span: (name: string, n: number) => `${events(n)}, ${name}:`,
  days: (n: number, days: number) => `${events(n)} on ${plural(days, 'day', 'days')}`,
  story: (n: number, first: CalendarDate, last: CalendarDate) => `${events(n)}, ${range(first, last)}`,
  noStory: 'Other events',
  busiest: 'Busiest days',
  dayCount: (day: CalendarDate, n: number) => `${date(day)} (${number(n)})`,
  nothing: (name: string) => `I have no events for ${name}.`,
  nearest: 'The nearest days with events are one press away.',
  nothingElse: 'There are no events before or after either: `/help` says which time I know.',
  openDay: 'Open a day',
  openMonth: 'Open a month',
  openYear: 'Open a year',
  openStory: 'Open an event of these stories',
  before: (name: string) => `◀ ${name}`,
  after: (name: string) => `${name} ▶`,
  otherYears: (day: CalendarDate) => `${dayAndMonth(day)} in other years`,
  page: (page: number, pages: number) => `page ${number(page)} of ${number(pages)}`,
  previousPage: '◀ previous page',
  nextPage: 'next page ▶',
  ambiguous: (text: string) => `${text} can be read in two ways. Which one do you mean?`,
  invalid: (text: string) => `There is no such day as ${text} in the calendar.`,
  backwards: (from: string, to: string) =>
    `That time ends before it begins: ${to} lies before ${from}. Write it like from ${to} to ${from}.`,
  unread: (text: string) =>
    `I can't read ${text} as a time. Write it like 8 April 2016, 2016-04-08, April 2016, spring 2016, last Tuesday or the day of an event.`,
  /** Above a time that was told by an event. */
  byEvent: (day: string, story: string | null, sentence: string) =>
    `Understood as: ${story ? `**${story}**, ` : ''}**${day}**. ${sentence}`,
  otherEvent: 'Another event was meant: open its day',
  unreadEvent: (text: string) =>
    `I can't read ${text} as a time. Write it like 8 April 2016, April 2016 or last Tuesday, or ask with \`/ask\` when something happened. If an event is meant, these come nearest:`,
  openEventDay: 'Open the day of an event',
  picture: {
    calendar: (name: string, n: number, busiest: CalendarDate, most: number) =>
      `Calendar of ${name}: ${events(n)}; the busiest day is ${date(busiest)} with ${number(most)}.`,
    bars: (name: string, n: number, first: CalendarDate, last: CalendarDate) =>
      `Bars of how many events there were, ${name}: ${events(n)}, the first on ${date(first)}, the last on ${date(last)}.`,
  },
};

/** What is said of the same day in all years. */
export const onThisDay = {
  line: (month: number, day: number, years: number) =>
    `${dayOfYear(month, day)} in ${plural(years, 'year', 'years')}:`,
  title: (month: number, day: number) => `On ${dayOfYear(month, day)}`,
  nothing: (month: number, day: number) => `I have no events for ${dayOfYear(month, day)} in any year.`,
  leapDay: '29 February comes in leap years alone.',
  openYear: 'Open that day of a year',
  notADay: (text: string) =>
    `${text} is longer than a day: name a day, such as 8 April, and I show it in all years.`,
};

/** What is said of a topic. */
export const topic = {
  line: (name: string, n: number) => `${events(n)} about ${name}:`,
  span: (n: number, first: CalendarDate, last: CalendarDate) => `${events(n)}, ${range(first, last)}`,
  goesWith: 'Goes with',
  goesWithMenu: 'Open a topic it goes with',
  yearMenu: 'All its events of a year',
  thread: 'Its story',
  firstDay: (day: CalendarDate) => `First: ${date(day)}`,
  latestDay: (day: CalendarDate) => `Latest: ${date(day)}`,
  unknown: (text: string) =>
    `No event has the topic ${text}. Pick one from the list that appears while you type, or use \`/search\`.`,
  noSuch: (text: string, near: readonly string[]) =>
    near.length === 0
      ? `There is no topic ${text}. Pick one from the list that appears while you type.`
      : `There is no topic ${text}. The nearest: ${near.join('; ')}.`,
  didYouMean: 'Open one of these',
};
