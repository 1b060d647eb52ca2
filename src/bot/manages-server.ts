import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { Asked } from './command.js';

/** Whether a person may set a digest up where they ask: in a server the bot is a member of, which they manage. */
export function maySetDigest(asked: Asked): boolean {
  return asked.place.guildId !== null && asked.place.botIsMember && managesServer(asked);
}

/** Whether a person manages the server they ask in. */
export function managesServer({ place }: Asked): boolean {
  const bits = PermissionFlagsBits.ManageGuild | PermissionFlagsBits.Administrator;
  return (place.callerPermissions & bits) !== 0n;
}
