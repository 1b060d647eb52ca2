import type { CalendarDate } from '../../events/calendar-date.js';
import { date, plural } from './en-calendar.js';

/** As Discord's English settings call them. */
const permissionNames = {
  ViewChannel: 'View Channel',
  SendMessages: 'Create Posts',
  CreatePublicThreads: 'Create Public Threads',
  SendMessagesInThreads: 'Send Messages in Threads',
  EmbedLinks: 'Embed Links',
} as const;
type PermissionName = keyof typeof permissionNames;

/** English: threads that follow a story. Permissions come in by Discord's own names for them. */
export const enThreads = {
  opened: (thread: string) => `The story is told in <#${thread}>.`,
  present: (thread: string) => `This story has its thread here already: <#${thread}>.`,
  here: 'You are in this story’s thread. All of it at a glance, for your eyes only:',
  presentLocked: (thread: string) =>
    `This story has its thread here already: <#${thread}>. A moderator locked it, so it can be read, but I can add nothing to it.`,
  presentArchived: (thread: string) =>
    `This story has its thread here already: <#${thread}>. It is archived and I could not open it again; a message of yours in it does.`,
  /** The last line of a thread's first post. */
  askHere: '-# Mention me in here to ask about it: “and then?”, “when was that?”, “who …?”',
  timeline: (title: string, n: number, first: CalendarDate, last: CalendarDate, mark: CalendarDate) =>
    `Bars of how many events the story ${title} has over time: ${plural(n, 'event', 'events')}, the first on ${date(first)}, the last on ${date(last)}; the one it is told around, on ${date(mark)}, stands out.`,
  more: {
    earlier: (n: number) => `◀ earlier (${n})`,
    later: (n: number) => `later (${n}) ▶`,
  },
  moreTold: 'Those events are told already, further down in this thread.',
  beingTold: 'I am still posting; the next events come in a moment.',
  allTold: 'All of it is posted by now.',
  goOn: 'Go on',
  goingOn: 'I go on.',
  brokeOff: (done: number, of: number) => `Discord stopped me after ${done} of ${of} posts.`,
  forgotten: 'I no longer know of this thread. `/thread` opens the story anew.',
  noThreadsInMessages: 'There are no threads in direct messages, so here is the story itself.',
  notAMember: 'I am not a member of this server, so I can open no thread; here is the story itself.',
  noThreadsHere: 'No thread can be opened from here, so here is the story itself.',
  answerIsPrivate:
    'This answer is yours alone, and so is its story. `/thread` opens it for everybody in the channel.',
  callerMayNot: 'You may open no threads in this channel, so here is the story itself.',
  missing: (permissions: readonly PermissionName[]) =>
    `I may not open a thread here: I need ${new Intl.ListFormat('en').format(permissions.map((p) => `“${permissionNames[p]}”`))} in this channel. Here is the story itself.`,
  refused: 'Discord would not let me open a thread here, so here is the story itself.',
};
