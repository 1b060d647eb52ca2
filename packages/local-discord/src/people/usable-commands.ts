import {
  type APIApplicationCommand,
  PermissionFlagsBits as Bits,
  InteractionContextType as Context,
  ApplicationIntegrationType as Install,
} from 'discord-api-types/v10';
import type { LocalState } from '../local-state.js';
import type { Channel } from '../world/channel.js';
import { may, permissionsIn } from '../world/permissions.js';

/** The commands somebody can call in a channel: by context, by installation and by the permissions they ask for. */
export function usableCommands(state: LocalState, person: string, channel: Channel): APIApplicationCommand[] {
  const { world, commands } = state;
  if (channel.guildId !== null && !may(world, person, channel, Bits.UseApplicationCommands)) return [];
  const throughGuild = channel.guildId !== null && world.botIsIn(channel.guildId);
  const inBotDm = channel.recipients.includes(world.bot.user.id);
  const throughPerson = world.account(person).installedApp;
  const context = channel.guildId !== null ? Context.Guild : inBotDm ? Context.BotDM : Context.PrivateChannel;
  const permissions = permissionsIn(world, person, channel);
  return commands.inGuild(throughGuild ? channel.guildId : null).filter((command) => {
    const installs = command.integration_types ?? [Install.GuildInstall];
    const installed =
      ((throughGuild || inBotDm) && installs.includes(Install.GuildInstall)) ||
      (throughPerson && installs.includes(Install.UserInstall));
    const needed = BigInt(command.default_member_permissions ?? '0');
    const forAdmins = command.default_member_permissions === '0';
    const permitted =
      channel.guildId === null ||
      (forAdmins ? (permissions & Bits.Administrator) !== 0n : (permissions & needed) === needed);
    return installed && permitted && (command.contexts ?? [0, 1, 2]).includes(context);
  });
}
