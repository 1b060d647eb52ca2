const list = (names: readonly string[]) => new Intl.ListFormat('en').format(names);
const missing = (permissions: readonly string[]) =>
  permissions.length === 0
    ? 'Discord doesn’t let me post there'
    : `I’m missing ${permissions.length === 1 ? 'the permission' : 'the permissions'} ${list(permissions.map((name) => `**${name}**`))}`;
const where = (channelId: string, guild: string | null) =>
  guild === null ? `<#${channelId}>` : `<#${channelId}> (${guild})`;

/** English: what keeps messages from being delivered, and what becomes of them. What is put in comes in escaped. */
export const enDelivery = {
  /** What a digest is called within a sentence. */
  digest: {
    'on-this-day': 'the “on this day” post',
    yesterday: 'the post about yesterday’s events',
    'last-week': 'the post about last week’s events',
  },
  followRefused: (subject: string, channelId: string, guild: string | null, permissions: readonly string[]) =>
    `I have news about ${subject} for ${where(channelId, guild)}, but ${missing(permissions)}. I’ll keep it and try again for a week. Without the permission by then, I’ll stop following.`,
  followEnded: (subject: string, channelId: string, guild: string | null) =>
    `I no longer post about ${subject} in ${where(channelId, guild)}: a permission was missing there for a week. Use \`/follow\` to start again.`,
  digestRefused: (kind: string, channelId: string, guild: string | null, permissions: readonly string[]) =>
    `I couldn’t post ${kind} in ${where(channelId, guild)}: ${missing(permissions)}. I’ll try again for a week. Without the permission by then, I’ll turn it off.`,
  digestEnded: (kind: string, channelId: string, guild: string | null) =>
    `I’ve turned off ${kind} in ${where(channelId, guild)}: the channel is gone, or a permission was missing for a week. Use \`/digest set\` to start again.`,
  /** In a list, after a follow that waits for a permission. */
  waiting: 'waiting: a permission is missing in that channel',
  without: (words: string) => `without ${words}`,
  /** Before something is set up in a channel. */
  cannotPost: (channelId: string, permissions: readonly string[]) =>
    `I can’t post in <#${channelId}>: ${missing(permissions)}. Grant it in the channel’s settings, then try again.`,
};
