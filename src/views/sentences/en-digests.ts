const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
const time = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
/** How often and when: "daily at 08:00", "on Mondays at 18:30". */
const rhythm = (minute: number, weekday: number | null) =>
  `${weekday === null ? 'daily' : `on ${weekdays[weekday]}s`} at ${time(minute)}`;
const options = (silent: boolean, publish: boolean, pingRole: string | null) =>
  [silent && 'silent', publish && 'published', pingRole && `mentions <@&${pingRole}>`]
    .filter(Boolean)
    .map((text) => ` · ${text}`)
    .join('');

/** English: digests, how they are delivered, and the settings of a server. What is put in comes in escaped. */
export const enDigests = {
  weekdays,
  rhythm,
  lastWeek: (from: string, to: string) => `**The week from ${from} to ${to}**`,
  kinds: {
    'on-this-day': 'On This Day',
    yesterday: 'yesterday’s events',
    'last-week': 'last week’s events',
  },
  set: (
    channelId: string,
    kind: string,
    minute: number,
    weekday: number | null,
    zone: string,
    how: { silent: boolean; publish: boolean; pingRole: string | null },
  ) =>
    `I’ll post ${kind} in <#${channelId}> ${rhythm(minute, weekday)} (${zone})${options(how.silent, how.publish, how.pingRole)}. Stop it with \`/digest off\`.`,
  line: (channelId: string, kind: string, minute: number, weekday: number | null, zone: string) =>
    `<#${channelId}>: ${kind}, ${rhythm(minute, weekday)} (${zone})`,
  options,
  time: (text: string) => `“${text}” isn’t a time I can read. Write it like 8, 8:30 or 18:05.`,
  tooMany: (most: number) => `A server can have up to ${most} digests. Stop one with \`/digest off\`.`,
  offMenu: 'Choose a digest to stop',
  which: 'Which digest should I stop?',
  stopped: 'Stopped.',
  gone: 'That digest has already been stopped.',
  /** A fixed offset or an abbreviation would be wrong in summer. */
  driftingZone: (text: string, offered: readonly string[]) =>
    `${text} stays the same all year, so posts would come an hour late in summer. Did you mean ${new Intl.ListFormat('en', { type: 'disjunction' }).format(offered.map((zone) => `**${zone}**`))}? Choose one from the list that appears as you type.`,
  severalZones: (text: string, offered: readonly string[]) =>
    `${text} has more than one time zone, such as ${new Intl.ListFormat('en').format(offered.map((zone) => `**${zone}**`))}. Choose one from the list that appears as you type.`,
  noPublish: (channelId: string) =>
    `<#${channelId}> isn’t an announcement channel, so posts there can’t be published.`,

  settings: {
    title: 'Settings',
    digests: 'Digests',
    noDigests: 'None. Use `/digest set` to add one.',
    follows: 'Followed in this server',
    noFollows: 'Nothing. Use `/follow` to start.',
    mentions: 'Mentions',
    mentionsOn: 'I answer when mentioned in this channel.',
    mentionsOff: 'I don’t answer mentions in this channel.',
    mentionsOffIn: (channels: readonly string[]) =>
      `Switched off in ${channels.map((id) => `<#${id}>`).join(', ')}.`,
    switchOff: 'Switch mentions off here',
    switchOn: 'Switch mentions on here',
    choose: 'Choose one to change…',
    silent: 'Silent',
    publish: 'Publish',
    stop: 'Stop it',
    ping: 'Choose a role to mention…',
    back: 'All settings',
    on: 'on',
    off: 'off',
    callerMayNot: 'You need Manage Server to see and change the settings.',
    onlyInServers: 'Settings are for servers that I’m a member of.',
    gone: 'That has already been stopped.',
  },

  /** What Discord shows of the commands. At most 100 characters each. */
  commands: {
    set: {
      description: 'Set up a daily or weekly post',
      at: 'When to post: 8, 8:30 or 18:05',
      day: 'A day of the week (default: every day)',
      silent: 'Post without a notification (default: no)',
      publish: 'Publish in announcement channels (default: no)',
      ping: 'A role to mention with every post',
    },
    without: 'Words to leave out, separated by commas: football, world cup',
    silent: 'Post without a notification',
    publish: 'Publish in announcement channels',
    ping: 'A role to mention (needs Manage Channels)',
    settings: 'Show and change the settings of this server',
  },
};
