import type { CalendarDate } from '../../events/calendar-date.js';
import { plural } from './en-calendar.js';
import { monthRange } from './en-dates.js';

/** English: `/help`. Commands are given as Discord writes them: clickable where they are registered. */
export const enHelp = {
  line: '### What you can ask',
  extent: (n: number, first: CalendarDate, last: CalendarDate) =>
    `I know ${plural(n, 'event', 'events')}, ${monthRange(first, last)}.`,
  empty: 'I have no events yet. The bot’s owner can add some to its content folder.',
  /** Where only the events that come with the bot are served. Markdown. */
  importMore: (command: string) => `-# To import the world’s news, the bot’s owner can run \`${command}\`.`,
  ask: 'a question in plain words',
  search: 'events by words, date and topic',
  date: 'a day, a month, a year or any period',
  thread: 'a story, followed in a thread. Mention me there, or anywhere, to ask about it',
  topic: 'a topic over time',
  onthisday: 'this day in other years',
  follow: 'get notified about new events',
  /** For those who may use it. */
  digest: 'post a daily summary',
  find: 'To find events about a message, open its menu and choose Apps, then Find events.',
  try: 'Try one:',
  /** Patterns of questions that find the event they are made from. */
  example: {
    whatHappened: (topic: string, month: string) => `What happened with ${topic} in ${month}?`,
    latest: (topic: string) => `What is the latest on ${topic}?`,
  },
};
