import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import type { AllowedMentions } from '../validation/allowed-mentions.js';
import type { Channel } from './channel.js';
import { may } from './permissions.js';
import type { World } from './world.js';

/** Whom a text pings. */
export interface Mentions {
  readonly users: string[];
  readonly roles: string[];
  readonly everyone: boolean;
}

/** Whom a text pings, of those it names and may ping. @param allowed undefined allows all */
export function mentionsIn(
  world: World,
  channel: Channel,
  author: string,
  content: string,
  allowed: AllowedMentions | undefined,
): Mentions {
  const named = (pattern: RegExp) => [...new Set([...content.matchAll(pattern)].map((m) => m[1] ?? ''))];
  const lets = (whom: 'all' | readonly string[] | undefined, id: string) =>
    whom === undefined || whom === 'all' || whom.includes(id);
  const guild = channel.guildId === null ? undefined : world.guilds.get(channel.guildId);
  return {
    users: named(/<@!?(\d+)>/g).filter((id) => world.accounts.has(id) && lets(allowed?.users, id)),
    roles: named(/<@&(\d+)>/g).filter((id) => guild?.roles.has(id) && lets(allowed?.roles, id)),
    everyone:
      /@(everyone|here)\b/.test(content) &&
      (allowed?.everyone ?? true) &&
      may(world, author, channel, Bits.MentionEveryone),
  };
}
