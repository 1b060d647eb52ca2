import { ApplicationCommandOptionType as OptionType } from 'discord-api-types/v10';
import type { FilledOption } from '../page-protocol.js';
import type { Channel } from '../world/channel.js';
import { interactionChannelJson } from '../world/channel-json.js';
import { memberJson } from '../world/guild-json.js';
import { permissionsIn } from '../world/permissions.js';
import type { World } from '../world/world.js';

/** The users, roles and channels that options name, as Discord sends them along; empty where none does. */
export function resolvedOptions(
  world: World,
  channel: Channel,
  person: string,
  options: readonly FilledOption[],
): { resolved?: object } {
  const resolved: Record<string, Record<string, unknown>> = {};
  const put = (kind: string, id: string, value: unknown) => {
    resolved[kind] = { ...resolved[kind], [id]: value };
  };
  const guild = channel.guildId === null ? undefined : world.guilds.get(channel.guildId);
  for (const option of options.flatMap(withInner)) {
    const id = String(option.value);
    if (option.type === OptionType.Channel) {
      const named = world.channels.get(id);
      if (named)
        put('channels', id, {
          ...interactionChannelJson(world, named, person),
          app_permissions: permissionsIn(world, world.bot.user.id, named).toString(),
        });
    } else if (option.type === OptionType.User || option.type === OptionType.Mentionable) {
      const account = world.accounts.get(id);
      if (account) put('users', id, account.user);
      if (account && guild?.members.has(id))
        put('members', id, { ...memberJson(world, guild, id), user: undefined });
    } else if (option.type === OptionType.Role && guild?.roles.has(id)) put('roles', id, guild.roles.get(id));
  }
  return Object.keys(resolved).length > 0 ? { resolved } : {};
}

function withInner(option: FilledOption): FilledOption[] {
  return [option, ...(option.options ?? []).flatMap(withInner)];
}
