import type { CalendarDate } from '../../events/calendar-date.js';
import { chart, date, dayOfYear, month, monthName, number, plural, shortDate, spans } from './en-calendar.js';
import { commands } from './en-commands.js';
import { monthRange, onThisDay, topic, when } from './en-dates.js';
import { enDelivery } from './en-delivery.js';
import { enDigests } from './en-digests.js';
import { enFollowing } from './en-following.js';
import { enHelp } from './en-help.js';
import { enPrivacy } from './en-privacy.js';
import { enSeveral } from './en-several.js';
import { enStart } from './en-start.js';
import { enTalk } from './en-talk.js';
import { enThreads } from './en-threads.js';
import { enVotes } from './en-votes.js';

/**
 * English: every sentence a person can see, and every description Discord shows of a command. Values that are put in
 * (`title`, `name`) are escaped already.
 */
export const en = {
  date,
  month,
  monthName,
  dayOfYear,
  number,
  spans,
  chart,
  when,
  onThisDay,
  topic,
  events: (n: number) => plural(n, 'event', 'events'),

  /** On and around one event. */
  event: {
    topics: (topics: string) => `Topics: ${topics}`,
    sources: (links: string) => `Source: ${links}`,
    storyButton: 'Open story thread',
    dayButton: 'More that day',
    sourcesButton: (n: number) => plural(n, 'source', 'sources'),
    andMore: (n: number) => ` and ${number(n)} more`,
    /** The line above the embed. */
    line: (day: CalendarDate) => `### ${date(day)}`,
    sourcesOf: (n: number) =>
      n === 0 ? 'This event has no source.' : `Reported by ${plural(n, 'source', 'sources')}:`,
    /** A row of the list that appears as somebody types: the date first, so that it is never cut off. */
    choice: (day: CalendarDate, headline: string) => `${shortDate(day)} · ${headline}`,
    gone: 'I no longer have this event. Please ask again.',
  },

  /** Small print: what was changed in a question. */
  understood: {
    as: (text: string) => `Understood as: ${text}`,
    /** What “it” refers to. */
    about: (sentence: string) => `about “${sentence}”`,
    /** The whole question that a short one was read as. */
    rewritten: (question: string) => `“${question}”`,
    corrected: (from: string, to: string) => `${from} → ${to}`,
    anyTime: 'any time',
    until: (day: CalendarDate) => `until ${date(day)}`,
    since: (day: CalendarDate) => `since ${date(day)}`,
    fromTo: (from: CalendarDate, to: CalendarDate) => `${date(from)} to ${date(to)}`,
    /** After a line, where words like "yesterday" were read: Discord gives no time zone. */
    utc: '-# Based on today’s date in UTC.',
  },

  ask: {
    /** The answer, large, above its event. */
    direct: (answer: string) => `## ${answer}`,
    /** Below the answer: the day of its event. */
    dated: (day: string) => `**${day}**`,
    /** The same for what may have changed since. */
    asOf: (day: string) => `as of **${day}**`,
    /** Of a question of two parts, the one without an answer. */
    partOpen: (part: string) => `I couldn’t find the other part: “${part}”`,
    /** The event is known, its cause or manner is not. */
    notWhy: 'I know that, not why.',
    notHow: 'I know that, not how.',
    justBefore: 'What came just before is below.',
    earlier: 'Just before',
    /** Above an event from another time than the one asked for. */
    relaxed: (span: string) => `I found nothing about that in ${span}. From other times:`,
    /** Below what a model of the operator's own wrote. */
    written: '-# Written by a language model from the events cited, and checked against them.',
    unanswered: 'I couldn’t find an answer to that.',
    /** To “and then?” and “what came before?” */
    endOfStory: {
      first: 'I have nothing earlier in this story. It begins with:',
      last: 'I have nothing later in this story. The last event is:',
    },
    closest: 'Closest matches',
    nothing: 'Nothing similar either',
    tryThis: 'Try a question with a name, a place or a date. `/search` finds events by their words.',
    elseMenu: (n: number) => `Other matches (${number(n)})`,
  },

  several: enSeveral,

  search: {
    found: (n: number, words: string) => `${plural(n, 'event', 'events')} for **${words}**`,
    /** Where no event has all the words themselves. */
    related: (words: string) => `No event has all the words in **${words}**. Closest matches:`,
    relaxed: (n: number, words: string) =>
      `Nothing for **${words}** with these filters. Without them, ${plural(n, 'event', 'events')}:`,
    nothing: (words: string) => `I couldn’t find any events for **${words}**.`,
    tryThis: 'Try fewer or different words. Headlines and topics appear as you type.',
    tryWithout: 'Try fewer or different words, or remove a filter.',
    folded: (n: number) => plural(n, 'other report', 'other reports'),
    open: 'Choose an event',
    topic: (topic: string) => `topic ${topic}`,
    sorted: { newest: 'newest first', oldest: 'oldest first' },
    emptyRange: (from: CalendarDate, to: CalendarDate) =>
      `“from” (${date(from)}) is after “to” (${date(to)}). Try swapping them.`,
    topicEvents: (topic: string, n: number) => `${topic} (${plural(n, 'event', 'events')})`,
  },

  /** On a button: back to the answer a message began as. */
  back: '‹ Back',

  /** Pages of a list; the labels are so short that a phone shows all buttons in one line. */
  pager: {
    first: '«',
    back: '‹',
    on: '›',
    last: '»',
    page: (page: number, pages: number) => `Page ${number(page)} of ${number(pages)}`,
  },

  /** What is wrong with a date in an option. `text` is escaped already. */
  dates: {
    invalid: (option: string, text: string) => `“${option}”: ${text} isn’t a date in the calendar.`,
    unread: (option: string, text: string) =>
      `“${option}”: I couldn’t read ${text} as a date. Try 8 April 2016, 2016-04-08, April 2016 or last Tuesday.`,
    ambiguous: (option: string, text: string, readings: readonly string[]) =>
      `“${option}”: ${text} could mean ${new Intl.ListFormat('en', { type: 'disjunction' }).format(readings)}. Write it like 8 April 2016 or 2016-04-08.`,
  },

  find: {
    found: (n: number) => `${plural(n, 'event', 'events')} about that message:`,
    nothing: 'I couldn’t find any events about that message.',
    noText: 'That message has no text that I can read.',
  },

  story: {
    title: (title: string) => `### ${title}`,
    span: (n: number, first: CalendarDate, last: CalendarDate) =>
      `${plural(n, 'event', 'events')}, ${monthRange(first, last)}`,
    /** Before the event a story starts from. */
    chosen: '→ ',
    part: (from: number, to: number, of: number) =>
      of === 1 ? '1 event' : `Events ${number(from)} to ${number(to)} of ${number(of)}`,
    /** Above events that only share a name with a story. */
    related: 'Related',
    unknown: (text: string) =>
      `I couldn’t find an event matching “${text}”. Choose one from the list that appears as you type, or ask with \`/ask\`.`,
  },

  /** While the events are still being read after a start. */
  reading: (percent: number) =>
    `I’ve just started and I’m still reading the archive (${percent} %). Please try again in a moment.`,

  help: enHelp,
  commands,
  thread: enThreads,
  talk: enTalk,
  following: enFollowing,
  delivery: enDelivery,
  digests: enDigests,
  privacy: enPrivacy,
  votes: enVotes,
  start: enStart,

  /** Shown to the operator while the events are read. */
  startReading: {
    page: (url: string) => `The page is open at ${url}; the archive is still being read.`,
    bar: 'Reading the archive',
  },

  errors: {
    /** A bug: what the person reads, with the number that finds it in the log. */
    unexpected: (id: string) =>
      `Something went wrong. Please try again. If it happens again, it was logged as error \`${id}\`; please pass that on to the bot’s owner.`,
    oldButton: 'This button is from an older version of me. Please ask again.',
    textGone: 'I no longer have the question this button belongs to. Please ask it again.',
    unknownCommand:
      'This command no longer exists, though Discord may still show it for a while. `/help` lists what I can do.',
  },
};
