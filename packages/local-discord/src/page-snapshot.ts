import type { APIApplicationCommand } from 'discord-api-types/v10';
import type { LocalState } from './local-state.js';
import type { PageChannel, Snapshot } from './page-protocol.js';
import { usableCommands } from './people/usable-commands.js';
import { seesChannel } from './people/visible.js';
import { wordOn } from './people/word-on.js';
import { directChannel } from './rest/user-routes.js';
import type { Channel } from './world/channel.js';
import { channelJson } from './world/channel-json.js';
import { guildJson } from './world/guild-json.js';
import { permissionsIn } from './world/permissions.js';
import type { World } from './world/world.js';

/** All that a person sees when the page opens. @param botIsConnected whether a bot is there */
export function snapshotFor(state: LocalState, person: string, botIsConnected: boolean): Snapshot {
  const { world } = state;
  const dm = directChannel(world, person);
  const channels = [...world.channels.values()].filter(
    (channel) => channel === dm || isInSight(world, person, channel),
  );
  return {
    guild: guildJson(world.home),
    otherGuilds: [...world.guilds.values()]
      .filter(({ id }) => channels.some((channel) => channel.guildId === id) && id !== world.home.id)
      .map(({ id, name }) => ({ id, name })),
    me: world.account(person).user,
    bot: botIsConnected ? world.bot.user : null,
    users: [...world.accounts.values()].map((account) => account.user),
    words: Object.fromEntries(
      [...world.accounts.values()].map((account) => [account.user.id, wordOn(world, account)]),
    ),
    channels: channels.map((channel) => channelForPage(world, channel, person)),
    commands: commandsForPage(state, person),
  };
}

/** A channel of the server, or of another one where this person can bring the app along. */
function isInSight(world: World, person: string, channel: Channel): boolean {
  if (channel.guildId === null || !seesChannel(world, person, channel)) return false;
  return channel.guildId === world.home.id || world.account(person).installedApp;
}

/** A channel with what a person may do there. */
export function channelForPage(world: World, channel: Channel, person: string): PageChannel {
  return {
    ...channelJson(world, channel, person),
    permissions: permissionsIn(world, person, channel).toString(),
  } as PageChannel;
}

/** The commands a person can call somewhere in the server or in direct messages. */
export function commandsForPage(state: LocalState, person: string): APIApplicationCommand[] {
  const { world } = state;
  const places = [...world.channels.values()].filter((channel) => isInSight(world, person, channel));
  const all = [...places, directChannel(world, person)].flatMap((c) => usableCommands(state, person, c));
  return [...new Map(all.map((command) => [command.id, command])).values()];
}
