import type { APIGuild, APIGuildMember, APIUser } from 'discord-api-types/v10';
import { refuse } from '../api-error.js';
import type { Guild, World } from './world.js';

/** A member as Discord sends it, with the user. @throws ApiError 10007 */
export function memberJson(world: World, guild: Guild, userId: string): APIGuildMember & { user: APIUser } {
  const member = guild.members.get(userId);
  if (!member) throw refuse.unknownMember();
  return {
    user: world.account(userId).user,
    nick: null,
    avatar: null,
    banner: null,
    roles: member.roles,
    joined_at: member.joinedAt,
    premium_since: null,
    deaf: false,
    mute: false,
    flags: 0,
    pending: false,
    communication_disabled_until: null,
  } as unknown as APIGuildMember & { user: APIUser };
}

/** A guild as Discord sends it, without its channels and members. */
export function guildJson(guild: Guild): APIGuild {
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    splash: null,
    discovery_splash: null,
    banner: null,
    description: null,
    owner_id: guild.ownerId,
    region: 'deprecated',
    afk_channel_id: null,
    afk_timeout: 300,
    verification_level: 0,
    default_message_notifications: 1,
    explicit_content_filter: 0,
    roles: [...guild.roles.values()],
    emojis: [],
    stickers: [],
    features: [],
    mfa_level: 0,
    nsfw_level: 0,
    application_id: null,
    system_channel_id: null,
    system_channel_flags: 0,
    rules_channel_id: null,
    public_updates_channel_id: null,
    safety_alerts_channel_id: null,
    premium_tier: 0,
    premium_subscription_count: 0,
    premium_progress_bar_enabled: false,
    preferred_locale: 'en-US',
    vanity_url_code: null,
    hub_type: null,
    incidents_data: null,
    max_members: 500_000,
  } as unknown as APIGuild;
}
