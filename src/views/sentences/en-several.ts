import { plural } from './en-calendar.js';

/** Above what several events answer together. */
export const enSeveral = {
  list: (n: number) => `${plural(n, 'event', 'events')} that I know of:`,
  count: (n: number) => `I know of ${plural(n, 'event', 'events')} that may count:`,
  /** Where an event itself says how many: "his eighth title". */
  countedByEvent: (day: string, n: number) =>
    `As an event of ${day} counts. I know of ${plural(n, 'event', 'events')} myself:`,
  byFigures: 'By the figures in my events:',
  byDates: 'By the dates of my events:',
  timeline: (n: number) => `${plural(n, 'turning point', 'turning points')} in my events:`,
  latest: (day: string) => `The latest I have. My events end on **${day}**.`,
  sameDay: (day: string, event: string) => `Also on **${day}**, the day of “${event}”:`,
  ledTo: (event: string) => `What came before “${event}”:`,
  cameOf: 'What came of it, as far as my events go:',
};
