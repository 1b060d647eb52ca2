const list = (names: readonly string[]) => new Intl.ListFormat('en').format(names.map((name) => `“${name}”`));
const plural = (n: number, one: string, many: string) =>
  `${new Intl.NumberFormat('en').format(n)} ${n === 1 ? one : many}`;
const hour = (h: number) => `${String(h).padStart(2, '0')}:00`;

/** English: following stories, topics and words, and the daily post. What is put in comes in escaped. */
export const enFollowing = {
  news: (n: number, subject: string) => `${plural(n, 'new event', 'new events')} on **${subject}**`,
  newsFooter:
    'You read this because somebody here follows it. /following lists what is followed, and stops it.',
  newsFooterDirect: 'You follow this. /following lists what you follow, and stops it.',
  newsGone: 'I no longer have the list of these events; `/search` and `/topic` find them.',
  subject: {
    story: (title: string) => `the story of ${title}`,
    topic: (topic: string) => topic,
    words: (words: string) => `“${words}”`,
  },
  followed: {
    here: (subject: string) =>
      `New events on ${subject} are told here from now on. \`/following\` lists what is followed, and stops it.`,
    direct: (subject: string) =>
      `I tell you of new events on ${subject} by direct message from now on. \`/following\` lists what you follow, and stops it.`,
  },
  already: (subject: string) => `${subject} is followed here already. \`/following\` lists what is followed.`,
  directOpening: (subject: string) => `I tell you here of new events on ${subject}. /following stops it.`,
  noDirect:
    'I can’t write to you: allow direct messages from this server’s members in your privacy settings, then try again.',
  noChannelHere:
    'I am not a member of this server, so I can’t write here by myself. Set `dm` to be told by direct message.',
  callerMayNot:
    'To have something told in a channel you need “Manage Channels” there. In a thread anybody may; or set `dm` to be told by direct message.',
  botMayNot: (permissions: readonly string[]) =>
    `I could not write here: I need ${list(permissions)} in this channel.`,
  tooMany: (most: number) =>
    `${most} are the most that can be followed in one place. \`/following\` stops some of them.`,
  unknownTopic: (topic: string) =>
    `No event has the topic ${topic}. Pick one from the list that appears while you type, or follow words with \`/follow words\`.`,
  noWords: (words: string) =>
    `${words} holds only words that every text has. Name what you want to hear of: a person, a place, a thing.`,

  list: {
    title: 'What is followed',
    here: 'In this channel',
    elsewhere: 'By you, elsewhere in this server',
    direct: 'By direct message to you',
    nothing: 'Nothing is followed here. `/follow` starts: a story, a topic or words.',
    entry: (subject: string, channelId: string | null) =>
      channelId ? `${subject} in <#${channelId}>` : subject,
    stop: 'Stop following…',
    stopped: 'Stopped.',
    mayNotStop: 'Only who set it, or somebody with “Manage Channels”, can stop that one.',
    gone: 'That is no longer followed.',
  },

  digest: {
    onThisDay: (day: string) => `**${day}** in other years`,
    yesterday: (day: string) => `What happened yesterday, ${day}`,
    nothing: 'I have no event for it.',
    set: (channelId: string, kind: string, at: number, zone: string) =>
      `Every day at ${hour(at)} (${zone}) I post ${kind} in <#${channelId}>. \`/digest off\` stops it.`,
    kinds: { 'on-this-day': '“on this day”', yesterday: 'the events of the day before' },
    none: 'There is no daily post here. `/digest set` makes one.',
    off: 'The daily post is off.',
    zone: (zone: string) =>
      `I know no time zone called ${zone}. Pick one from the list that appears while you type, like Europe/Berlin.`,
    callerMayNot: 'Only somebody with “Manage Server” can set the daily post.',
    onlyInServers: 'A daily post belongs into a server I am a member of.',
    wrongChannel: 'I can post only in a text channel; name one.',
    turnedOff: (channelId: string, guild: string) =>
      `I had to turn off the daily post you set for <#${channelId}> in ${guild}: the channel is gone, or I may no longer write there. \`/digest set\` makes a new one.`,
  },

  /** What Discord shows of the commands. At most 100 characters each. */
  commands: {
    follow: {
      description: 'Tells of new events: on a story, a topic, or with words',
      dm: 'Tell me by direct message instead of here',
      story: {
        description: 'New events of a story',
        event: 'An event of the story: pick one while you type',
      },
      topic: { description: 'New events of a topic', topic: 'A topic: pick one while you type' },
      words: { description: 'New events that hold all of these words', words: 'Words or names' },
    },
    following: { description: 'What is followed here and by you, with a way to stop it' },
    digest: {
      description: 'A post every morning: what happened on this day, or yesterday',
      set: {
        description: 'Sets the daily post of this server',
        channel: 'Where to post',
        hour: 'The hour to post at, 0 to 23',
        timezone: 'Whose hour: a time zone like Europe/Berlin',
        kind: 'What to post (“on this day” unless told)',
        kinds: { 'on-this-day': 'On this day, in other years', yesterday: 'The events of the day before' },
      },
      show: { description: 'Shows what the daily post is set to' },
      off: { description: 'Turns the daily post off' },
    },
  },
};
