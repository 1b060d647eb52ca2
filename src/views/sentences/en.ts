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

/** As Discord's English settings call them. */
const permissionNames = {
  ViewChannel: 'View Channel',
  CreatePublicThreads: 'Create Public Threads',
  SendMessagesInThreads: 'Send Messages in Threads',
  EmbedLinks: 'Embed Links',
} as const;
type PermissionName = keyof typeof permissionNames;

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

  /** Of threads. Permissions come in by Discord's own names for them. */
  thread: {
    opened: (thread: string) => `The story is told in <#${thread}>.`,
    present: (thread: string) => `This story has its thread here already: <#${thread}>.`,
    brokeOff: (done: number, of: number) =>
      `Discord stopped me after ${done} of ${of} posts. \`/thread\` in another channel starts afresh.`,
    noThreadsInMessages: 'There are no threads in direct messages, so here is the story itself.',
    notAMember: 'I am not a member of this server, so I can open no thread; here is the story itself.',
    noThreadsHere: 'No thread can be opened from here, so here is the story itself.',
    answerIsPrivate:
      'This answer is yours alone, and so is its story. `/thread` opens it for everybody in the channel.',
    missing: (permissions: readonly PermissionName[]) =>
      `I may not open a thread here: I need ${new Intl.ListFormat('en').format(permissions.map((p) => `“${permissionNames[p]}”`))} in this channel. Here is the story itself.`,
    refused: 'Discord would not let me open a thread here, so here is the story itself.',
  },

  /** Told to the operator at the start. */
  start: {
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
