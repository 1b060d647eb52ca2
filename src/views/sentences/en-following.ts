const list = (names: readonly string[]) => new Intl.ListFormat('en').format(names);
const plural = (n: number, one: string, many: string) =>
  `${new Intl.NumberFormat('en').format(n)} ${n === 1 ? one : many}`;
const hour = (h: number) => `${String(h).padStart(2, '0')}:00`;

/** English: following stories, topics and words, and the daily post. Values that are put in are escaped already. */
export const enFollowing = {
  news: (n: number, subject: string) => `${plural(n, 'new event', 'new events')} about **${subject}**`,
  newsFooter: 'Posted because someone in this channel follows this. Manage it with /following.',
  newsFooterDirect: 'You follow this. Manage it with /following.',
  newsGone: 'I no longer have this list of events. You can find them with `/search` or `/topic`.',
  subject: {
    story: (title: string) => title,
    topic: (topic: string) => topic,
    words: (words: string) => `“${words}”`,
  },
  followed: {
    here: (subject: string) =>
      `I’ll post new events about **${subject}** here. Manage this with \`/following\`.`,
    direct: (subject: string) =>
      `I’ll DM you new events about **${subject}**. Manage this with \`/following\`.`,
  },
  already: (subject: string) =>
    `This channel already follows **${subject}**. Manage this with \`/following\`.`,
  directOpening: (subject: string) => `I’ll send you new events about ${subject} here. Stop with /following.`,
  noDirect:
    'I can’t send you direct messages. Allow them for this server in your privacy settings, then try again.',
  noChannelHere: 'I’m not a member of this server, so I can’t post here. Use `dm: True` to get a DM instead.',
  callerMayNot:
    'You need Manage Channels to follow something here. In threads anyone can, or use `dm: True` to get a DM instead.',
  botMayNot: (permissions: readonly string[]) =>
    `I can’t post here. Missing permission: ${list(permissions)}.`,
  tooMany: (most: number) => `You can follow up to ${most} things here. Remove some with \`/following\`.`,
  unknownTopic: (topic: string) =>
    `I don’t have a topic called ${topic}. Choose one from the list that appears as you type, or use \`/follow words\`.`,
  noWords: (words: string) => `“${words}” is too general. Name a person, a place or a thing.`,

  list: {
    title: '### Following',
    here: 'In this channel',
    elsewhere: 'By you, elsewhere in this server',
    direct: 'By DM to you',
    nothing: 'Nothing is followed here yet. Start with `/follow story`, `/follow topic` or `/follow words`.',
    entry: (subject: string, channelId: string | null) =>
      channelId ? `${subject} in <#${channelId}>` : subject,
    stop: 'Stop following…',
    stopped: 'Stopped.',
    mayNotStop: 'Only the person who set this up, or someone with Manage Channels, can stop it.',
    gone: 'That had already been stopped.',
  },

  digest: {
    onThisDay: (day: string) => `### On this day: ${day}`,
    yesterday: (day: string) => `### Yesterday, ${day}`,
    nothing: 'I have no events for that day.',
    set: (channelId: string, kind: string, at: number, zone: string) =>
      `I’ll post ${kind} in <#${channelId}> daily at ${hour(at)} (${zone}). Stop it with \`/digest off\`.`,
    kinds: { 'on-this-day': 'On This Day', yesterday: 'the previous day’s events' },
    none: 'This server has no daily post. Set one up with `/digest set`.',
    off: 'The daily post is off.',
    zone: (zone: string) =>
      `${zone} isn’t a time zone I recognise. Choose one from the list that appears as you type, such as Europe/Berlin.`,
    callerMayNot: 'You need Manage Server to set up the daily post.',
    onlyInServers: 'A daily post needs a server that I’m a member of.',
    wrongChannel: 'I can only post in text channels. Please choose one.',
    turnedOff: (channelId: string, guild: string) =>
      `I turned off the daily post you set up for <#${channelId}> in ${guild}: the channel was deleted, or I’m no longer allowed to post there. Set up a new one with \`/digest set\`.`,
  },

  /** What Discord shows of the commands. At most 100 characters each. */
  commands: {
    follow: {
      description: 'Get notified about new events',
      dm: 'Send them to me by DM instead of posting here',
      story: {
        description: 'New events in a story',
        event: 'An event from the story: choose one as you type',
      },
      topic: { description: 'New events about a topic', topic: 'A topic: choose one as you type' },
      words: { description: 'New events that contain all of these words', words: 'Words or names' },
    },
    following: { description: 'See and manage what is followed here and by you' },
    digest: {
      description: 'Post a daily summary',
      set: {
        description: 'Set up this server’s daily post',
        channel: 'Where to post',
        hour: 'When to post: an hour from 0 to 23',
        timezone: 'The time zone of that hour, such as Europe/Berlin',
        kind: 'What to post (default: On This Day)',
        kinds: {
          'on-this-day': 'On This Day: this day in other years',
          yesterday: 'The previous day’s events',
        },
      },
      show: { description: 'Show the daily post’s settings' },
      off: { description: 'Turn the daily post off' },
    },
  },
};
