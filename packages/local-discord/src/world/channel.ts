import { type APIOverwrite, ChannelType } from 'discord-api-types/v10';

/** What a thread has beyond what every channel has. */
export interface ThreadState {
  readonly ownerId: string;
  archived: boolean;
  locked: boolean;
  autoArchiveMinutes: number;
  /** ISO time of the last change of `archived`. */
  archiveTimestamp: string;
  readonly createTimestamp: string;
  /** When each member joined, ISO, by user id. */
  readonly members: Map<string, string>;
  messageCount: number;
  /** When it was last renamed, in milliseconds. */
  readonly renames: number[];
}

/** A channel, thread or direct-message channel of the world. */
export interface Channel {
  readonly id: string;
  readonly type: ChannelType;
  readonly guildId: string | null;
  name: string;
  topic: string | null;
  readonly parentId: string | null;
  readonly position: number;
  overwrites: APIOverwrite[];
  /** Ids of the people in a direct-message channel. */
  readonly recipients: readonly string[];
  lastMessageId: string | null;
  readonly thread: ThreadState | null;
  readonly tags: readonly { readonly id: string; readonly name: string }[];
  appliedTags: string[];
}

/** Whether messages can be sent in it: everything but forums and categories. */
export function isTextBased(channel: Channel): boolean {
  return channel.type !== ChannelType.GuildForum && channel.type !== ChannelType.GuildCategory;
}

/** A channel with nothing but what it must have. */
export function blankChannel(
  given: Pick<Channel, 'id' | 'type' | 'guildId' | 'name'> & Partial<Channel>,
): Channel {
  return {
    topic: null,
    parentId: null,
    position: 0,
    overwrites: [],
    recipients: [],
    lastMessageId: null,
    thread: null,
    tags: [],
    appliedTags: [],
    ...given,
  };
}
