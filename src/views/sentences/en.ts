import { type CalendarDate, dateParts } from '../../events/calendar-date.js';

// biome-ignore format: a calendar reads best in rows
const months = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
] as const;

const number = new Intl.NumberFormat('en');
const plural = (n: number, one: string, many: string) => `${number.format(n)} ${n === 1 ? one : many}`;

/** "8 April 2016": a calendar date spelled out, never shifted by a time zone. */
function date(day: CalendarDate): string {
  const parts = dateParts(day);
  return `${parts.day} ${months[parts.month - 1]} ${parts.year}`;
}

/**
 * English: every sentence a person can see, and every description Discord shows of a command. What is put in (`title`,
 * `name`) comes in escaped.
 */
export const en = {
  date,
  /** "April 2016". `month` counts from 1. */
  month: (year: number, month: number) => `${months[month - 1]} ${year}`,
  /** "8 April", a calendar day of any year. */
  dayOfYear: (month: number, day: number) => `${day} ${months[month - 1]}`,
  number: (n: number) => number.format(n),
  events: (n: number) => plural(n, 'event', 'events'),

  /** What stands on and around one event. */
  event: {
    date: 'Date',
    topics: 'Topics',
    sources: 'Sources',
    /** The title of an event that belongs to no named story. */
    untold: 'Event',
    storyButton: 'Its story',
    sourcesButton: (n: number) => plural(n, 'source', 'sources'),
    andMore: (n: number) => ` and ${number.format(n)} more`,
    /** The line beside the embed. */
    line: (day: CalendarDate) => `From ${date(day)}:`,
    sourcesOf: (sentence: string) => `Who reported it: ${sentence}`,
    gone: 'I no longer have this event. Ask again, and I look for what I have now.',
  },

  errors: {
    /** A bug: what the person is told, with the number that finds it in the log. */
    unexpected: (id: string) =>
      `Something went wrong here, and it has been noted as error \`${id}\`. Try again; if it stays, tell whoever runs this bot that number.`,
    oldButton:
      'This button comes from an older version of me. Ask again, and the new answer has buttons that work.',
    textGone:
      'I no longer have the question this button belongs to. Ask it again, and the new answer has buttons that work.',
    unknownCommand:
      'I no longer have this command. Discord may still show it for a while; `/help` lists what I can do.',
  },
};
