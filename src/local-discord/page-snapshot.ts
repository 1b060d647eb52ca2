import type { APIApplicationCommand } from 'discord-api-types/v10';
import type { LocalState } from './local-state.js';
import type { Snapshot } from './page-protocol.js';
import { usableCommands } from './people/usable-commands.js';
import { seesChannel } from './people/visible.js';
import { directChannel } from './rest/user-routes.js';
import { channelJson } from './world/channel-json.js';
import { guildJson } from './world/guild-json.js';

/** All that a person sees when the page opens. @param botIsConnected whether a bot is there */
export function snapshotFor(state: LocalState, person: string, botIsConnected: boolean): Snapshot {
  const { world } = state;
  const dm = directChannel(world, person);
  const channels = [...world.channels.values()].filter(
    (channel) => channel === dm || (channel.guildId === world.home.id && seesChannel(world, person, channel)),
  );
  return {
    guild: guildJson(world.home),
    me: world.account(person).user,
    bot: botIsConnected ? world.bot.user : null,
    users: [...world.accounts.values()].map((account) => account.user),
    channels: channels.map((channel) => channelJson(world, channel, person)),
    commands: commandsForPage(state, person),
  };
}

/** The commands a person can call somewhere in the server or in direct messages. */
export function commandsForPage(state: LocalState, person: string): APIApplicationCommand[] {
  const { world } = state;
  const places = [...world.channels.values()].filter(
    (channel) => channel.guildId === world.home.id && seesChannel(world, person, channel),
  );
  const all = [...places, directChannel(world, person)].flatMap((c) => usableCommands(state, person, c));
  return [...new Map(all.map((command) => [command.id, command])).values()];
}
