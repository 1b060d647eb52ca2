import type { StoryReason } from '../../archive/story/story.js';
import type { CalendarDate } from '../../events/calendar-date.js';
import { chart, date, dayOfYear, month, number, plural, spans } from './en-calendar.js';
import { onThisDay, topic, when } from './en-dates.js';
import { enDelivery } from './en-delivery.js';
import { enDigests } from './en-digests.js';
import { enFollowing } from './en-following.js';
import { enPrivacy } from './en-privacy.js';
import { enTalk } from './en-talk.js';
import { enThreads } from './en-threads.js';

/**
 * English: every sentence a person can see, and every description Discord shows of a command. What is put in (`title`,
 * `name`) comes in escaped.
 */
export const en = {
  date,
  month,
  dayOfYear,
  number,
  spans,
  chart,
  when,
  onThisDay,
  topic,
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
    andMore: (n: number) => ` and ${number(n)} more`,
    /** The line beside the embed. */
    line: (day: CalendarDate) => `From ${date(day)}:`,
    sourcesOf: (n: number) =>
      n === 0 ? 'No source is given for this event.' : `Reported by ${plural(n, 'source', 'sources')}:`,
    gone: 'I no longer have this event. Ask again, and I look for what I have now.',
  },

  /** Small print: what was made of a question. */
  understood: {
    as: (text: string) => `Understood as: ${text}`,
    /** What “it” was taken for. */
    about: (day: string, sentence: string) => `going on from ${day}, ${sentence}`,
    relaxed: (span: string) => `nothing in ${span}, looked at all times`,
    anyTime: 'any time',
    until: (day: CalendarDate) => `until ${date(day)}`,
    since: (day: CalendarDate) => `since ${date(day)}`,
    fromTo: (from: CalendarDate, to: CalendarDate) => `${date(from)} to ${date(to)}`,
    /** After a line, where words like "yesterday" were read: Discord tells no time zone. */
    utc: (day: CalendarDate) => `-# Today taken as ${date(day)}, by UTC.`,
  },

  ask: {
    /** The answer, large, above its event. */
    direct: (answer: string) => `## ${answer}`,
    event: (day: string, story: string | null) => (story ? `**${day}** · ${story}` : `**${day}**`),
    /** Above an event from another time than the one asked for. */
    relaxed: (span: string) => `I have nothing on that for ${span}. From another time:`,
    unanswered: 'Nothing I have answers that.',
    closest: 'The closest I have',
    nothing: 'Nothing close either',
    tryThis:
      'Ask with a name, a place or a date in it; `/search` finds events by their words, and `/help` shows what is here.',
    elseMenu: (n: number) => `What else was found (${number(n)})`,
    closestMenu: 'Open one of the closest',
  },

  search: {
    found: (n: number, words: string) => `${plural(n, 'event', 'events')} for ${words}`,
    relaxed: (n: number, words: string) =>
      `Nothing for ${words} within these filters; ${plural(n, 'event', 'events')} outside them:`,
    nothing: (words: string) => `No event matches ${words}.`,
    tryThis:
      'Try fewer or other words, or leave out a filter. While you type, I list headlines and topics that exist.',
    folded: (n: number) => `${plural(n, 'other report', 'other reports')} of the same`,
    open: 'Open an event',
    topic: (topic: string) => `topic ${topic}`,
    from: (day: CalendarDate) => `from ${date(day)}`,
    to: (day: CalendarDate) => `to ${date(day)}`,
    sorted: { newest: 'newest first', oldest: 'oldest first' },
    emptyRange: (from: CalendarDate, to: CalendarDate) =>
      `“from” (${date(from)}) lies after “to” (${date(to)}): swap them, and I look between the two.`,
    topicEvents: (topic: string, n: number) => `${topic} (${plural(n, 'event', 'events')})`,
  },

  /** On a button, where an answer gave way to something it led to. */
  back: '↩ Back to the answer',

  /** "2 / 7" */
  paging: (page: number, pages: number) => `${number(page)} / ${number(pages)}`,

  /** What is wrong with a date in an option. `text` comes in escaped. */
  dates: {
    invalid: (option: string, text: string) =>
      `“${option}”: there is no such day as ${text} in the calendar.`,
    unread: (option: string, text: string) =>
      `“${option}”: I can't read ${text} as a date. Write it like 8 April 2016, 2016-04-08, April 2016 or last Tuesday.`,
    ambiguous: (option: string, text: string, readings: readonly string[]) =>
      `“${option}”: ${text} can be ${new Intl.ListFormat('en', { type: 'disjunction' }).format(readings)}. Write the one you mean like 8 April 2016 or 2016-04-08.`,
  },

  find: {
    found: (n: number) => `${plural(n, 'event', 'events')} about that message:`,
    nothing: 'I have no event about that message.',
    noText: 'There is no text in that message that I can read.',
  },

  story: {
    opening: (title: string) => `The story of ${title}`,
    span: (n: number, first: CalendarDate, last: CalendarDate) =>
      n === 1
        ? `One event, ${date(first)}.`
        : `${plural(n, 'event', 'events')}, ${date(first)} to ${date(last)}.`,
    around: (day: string, sentence: string) => `Told around **${day}**: ${sentence}`,
    /** The line beside an event's embed. */
    relation: {
      before: (day: string) => `${day}, before it:`,
      self: (day: string) => `${day}, the event you asked about:`,
      after: (day: string) => `${day}, after it:`,
    },
    why: (reason: StoryReason) => {
      if (reason.kind === 'linked') return 'linked by its author';
      if (reason.kind === 'same-story') return `same story: ${reason.story}`;
      return (reason.kind === 'shared-context' ? reason.names : reason.words).slice(0, 5).join(', ');
    },
    earlier: '◀ earlier',
    later: 'later ▶',
    page: (n: number, page: number, pages: number) =>
      pages === 1
        ? plural(n, 'event', 'events')
        : `${plural(n, 'event', 'events')} · page ${page} of ${pages}`,
    unknown: (text: string) =>
      `I find no event for ${text}. Pick one from the list that appears while you type, or ask with \`/ask\`.`,
  },

  help: {
    title: 'What you can ask me',
    line: 'I answer questions about events: what happened, when, and what came next.',
    extent: (n: number, first: CalendarDate, last: CalendarDate) =>
      `I know ${plural(n, 'event', 'events')} from ${date(first)} to ${date(last)}.`,
    empty: 'I know no events yet: whoever runs this bot has to put some into its content folder.',
    ask: 'A question in plain words. The answer stands on top, the event it comes from below.',
    search: 'Events by their words, narrowed by time and topic.',
    date: 'What happened on a day, in a month or a year.',
    thread:
      'Opens a thread that follows a story through its events. Mention me in it, or anywhere else, and I answer: “and then?”, “when was that?”',
    more: 'And more',
    others:
      '`/onthisday` goes through the years, `/topic` tells how much there is on something; `/follow` and `/following` tell of new events.',
    /** For those who may call it. */
    digest: '`/digest` posts something into a channel every morning.',
    find: "In a message's menu, under Apps: events about what the message says, for your eyes only.",
    buttons:
      'Every event has buttons: its story, its day, its sources. “private” keeps an answer to yourself.',
    /** Patterns of questions that find the event they are made from. */
    example: {
      whatHappened: (topic: string, month: string) => `What happened with ${topic} in ${month}?`,
      latest: (topic: string) => `What is the latest on ${topic}?`,
    },
  },

  /** What Discord shows of the commands. At most 100 characters each. */
  commands: {
    private: 'Only you see the answer',
    ask: {
      description: 'Answers a question about events',
      question: 'In plain words: when, who, where, how many, what happened',
    },
    search: {
      description: 'Finds events by their words, a time and a topic',
      query: 'Words, a headline or a topic',
      from: 'The first day: 8 April 2016, 2016-04-08, April 2016, last Tuesday',
      to: 'The last day, written the same ways',
      topic: 'Only events of this topic or story',
      sort: 'Which events come first (relevance unless told)',
      sorts: { relevance: 'Relevance', newest: 'Newest first', oldest: 'Oldest first' },
    },
    thread: {
      description: 'Opens a thread that follows a story through its events',
      event: 'An event: pick one while you type, or write what it was about',
    },
    date: {
      description: 'What happened on a day, in a week, a month, a year or any time',
      when: '8 April 2016, April 2016, last Tuesday, spring 2016, 1–15 April 2016, the day of an event',
    },
    onthisday: {
      description: 'The same day through all years',
      day: '8 April, 29 February, yesterday (today unless told)',
    },
    topic: {
      description: 'A topic or story: how much, when, what it goes with, its main events',
      name: 'A topic or story: pick one while you type',
    },
    help: { description: 'What you can ask, with examples that work here' },
    find: { name: 'Find events' },
  },

  /** While the events are still being read after a start. */
  reading: (percent: number) =>
    `I’ve just started and I’m still reading the archive (${percent} %). Please try again in a moment.`,

  thread: enThreads,
  talk: enTalk,
  following: enFollowing,
  delivery: enDelivery,
  digests: enDigests,
  privacy: enPrivacy,

  /** Told to the operator at the start. */
  start: {
    serving: (name: string, events: number, days: number) =>
      `${name} is ready: ${new Intl.NumberFormat('en').format(events)} events on ${new Intl.NumberFormat('en').format(days)} days.`,
    openPage: 'Open this page in a browser:',
    type: 'Type there:',
    connect:
      'To bring it to your own server: DISCORD_TOKEN=… npm start (the README says where the token comes from)',
    invite: 'Add it to a server with this link:',
    stop: 'Ctrl+C stops it.',
    badToken:
      'Discord does not accept the token: copy it anew from https://discord.com/developers/applications (Bot, "Reset Token") into DISCORD_TOKEN.',
    disallowedIntents:
      'Discord does not allow this bot the intents it asks for: switch them on at https://discord.com/developers/applications (Bot, "Privileged Gateway Intents"), or take out what you added to them.',
    unknownGuild:
      'The bot may not register commands in the server DISCORD_GUILD_ID names: check the number, and that the bot was added there with the invite link.',
    unreachable: (api: string, cause: string) =>
      `Discord can't be reached at ${api} (${cause}): check the network connection and DISCORD_API_URL.`,
    refused: (api: string, cause: string) =>
      `Discord at ${api} refused what the bot needs to start (${cause}): check that the token belongs to a bot, and DISCORD_API_URL.`,
  },

  /** Told to the operator while the events are read. */
  startReading: {
    page: (url: string) => `The page is open at ${url}; the archive is still being read.`,
    bar: 'Reading the archive',
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
