import { ApplicationIntegrationType, InteractionContextType } from 'discord-api-types/v10';
import { limits } from '../limits.js';
import { interactionChannelJson } from '../world/channel-json.js';
import { memberJson } from '../world/guild-json.js';
import { permissionsIn } from '../world/permissions.js';
import type { World } from '../world/world.js';
import { appPermissions } from './app-permissions.js';
import type { Interaction } from './interaction.js';

/** An interaction as the gateway sends it to the bot. @param data its own part: the command with its options, the component */
export function interactionPayload(world: World, interaction: Interaction, data: object): object {
  const { channel, person, pressedOn } = interaction;
  const account = world.account(person);
  return {
    id: interaction.id,
    application_id: world.applicationId,
    type: interaction.type,
    token: interaction.token,
    version: 1,
    data,
    channel_id: channel.id,
    channel: interactionChannelJson(world, channel, person),
    ...whose(world, interaction),
    locale: account.locale,
    app_permissions: appPermissions(world, channel, person).toString(),
    attachment_size_limit: limits.message.fileBytes,
    entitlements: [],
    entitlement_sku_ids: [],
    authorizing_integration_owners: integrationOwners(world, interaction),
    context: contextOf(world, interaction),
    ...(pressedOn && { message: pressedOn.data }),
  };
}

/** Through which installations the interaction came: the guild's, the person's or both. */
export function integrationOwners(world: World, { channel, person }: Interaction): Record<string, string> {
  const throughGuild = channel.guildId !== null && world.botIsIn(channel.guildId);
  const inBotDm = channel.recipients.includes(world.bot.user.id);
  return {
    ...(throughGuild && { [ApplicationIntegrationType.GuildInstall]: channel.guildId ?? '0' }),
    ...(inBotDm && { [ApplicationIntegrationType.GuildInstall]: '0' }),
    ...(world.account(person).installedApp && { [ApplicationIntegrationType.UserInstall]: person }),
  };
}

function contextOf(world: World, { channel }: Interaction): InteractionContextType {
  if (channel.guildId !== null) return InteractionContextType.Guild;
  return channel.recipients.includes(world.bot.user.id)
    ? InteractionContextType.BotDM
    : InteractionContextType.PrivateChannel;
}

function whose(world: World, { channel, person }: Interaction): object {
  if (channel.guildId === null) return { user: world.account(person).user };
  const guild = world.guild(channel.guildId);
  const permissions = permissionsIn(world, person, channel).toString();
  return {
    guild_id: guild.id,
    guild: { id: guild.id, locale: 'en-US', features: [] },
    guild_locale: 'en-US',
    member: { ...memberJson(world, guild, person), permissions },
  };
}
