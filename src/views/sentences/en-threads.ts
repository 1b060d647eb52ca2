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

/** English: threads that follow a story. Permissions are given by Discord's own names for them. */
export const enThreads = {
  opened: (thread: string) => `I’ve opened a thread: <#${thread}>`,
  present: (thread: string) => `There’s already a thread for this story: <#${thread}>`,
  here: 'You’re in this story’s thread. Here’s the whole story, visible only to you:',
  presentLocked: (thread: string) =>
    `There’s already a thread for this story: <#${thread}>. A moderator has locked it, so I can’t add to it.`,
  presentArchived: (thread: string) =>
    `There’s already a thread for this story: <#${thread}>. It’s archived and I couldn’t reopen it; post in it to do so.`,
  /** The last line of a thread's first post. */
  askHere: '-# Mention me here to ask about this story: “and then?”, “when was that?”, “who …?”',
  timeline: (title: string, n: number, first: CalendarDate, last: CalendarDate, mark: CalendarDate) =>
    `Bar chart of the story ${title} over time: ${plural(n, 'event', 'events')}, the first on ${date(first)}, the last on ${date(last)}. The one it starts from, on ${date(mark)}, is highlighted.`,
  stillPosting: 'I’m still posting. Please try again in a moment.',
  allPosted: 'That’s everything.',
  goOn: 'Continue',
  goingOn: 'Continuing…',
  brokeOff: (done: number, of: number) =>
    `Discord stopped me after ${done} of ${plural(of, 'post', 'posts')}.`,
  forgotten: 'I no longer have this thread’s story. Open it again with `/thread`.',
  noThreadsInMessages: 'Direct messages can’t have threads, so here’s the story:',
  notAMember: 'I’m not a member of this server, so I can’t create threads. Here’s the story:',
  noThreadsHere: 'Threads can’t be created here, so here’s the story:',
  answerIsPrivate:
    'Only you can see this answer, so here’s the story. Use `/thread` to open it for everyone.',
  callerMayNot: 'You can’t create threads here, so here’s the story:',
  missing: (permissions: readonly PermissionName[]) =>
    `I can’t create a thread here. Missing permission: ${new Intl.ListFormat('en').format(permissions.map((p) => permissionNames[p]))}. Here’s the story:`,
  refused: 'Discord didn’t let me create a thread here, so here’s the story:',
};
