import {
  type APIOverwrite,
  type APIRole,
  type APIUser,
  PermissionFlagsBits as Bits,
  ChannelType,
  OverwriteType,
} from 'discord-api-types/v10';
import { blankChannel } from './channel.js';
import { fixedId } from './snowflake.js';
import { type Account, type Guild, World } from './world.js';

const EVERYONE =
  Bits.ViewChannel |
  Bits.SendMessages |
  Bits.SendMessagesInThreads |
  Bits.CreatePublicThreads |
  Bits.EmbedLinks |
  Bits.AttachFiles |
  Bits.ReadMessageHistory |
  Bits.AddReactions |
  Bits.UseExternalEmojis |
  Bits.UseApplicationCommands |
  Bits.UseExternalApps |
  Bits.Connect |
  Bits.ChangeNickname;

/** When everything began; every fixed id is of that day too. */
const BEGINNING = '2024-01-01T00:00:00.000000+00:00';

/** The people who are always there, and what each is for. */
const people = [
  { handle: 'ada', name: 'Ada', admin: true, installedApp: true },
  { handle: 'ben', name: 'Ben', installedApp: true },
  { handle: 'chloe', name: 'Chloé', locale: 'fr' },
  { handle: 'dan', name: 'Dan', mayNotThread: true },
  { handle: 'eve', name: 'Eve', dmsOpen: false },
] as const satisfies readonly PersonSeed[];

interface PersonSeed {
  readonly handle: string;
  readonly name: string;
  /** Owns the server. */
  readonly admin?: boolean;
  readonly locale?: string;
  /** May open no threads. */
  readonly mayNotThread?: boolean;
  readonly dmsOpen?: boolean;
  readonly installedApp?: boolean;
}

/**
 * The world at the start: a server with the bot, text channels, a forum and a voice channel; five people (Ada owns the
 * server, Dan may open no threads, Eve takes no direct messages); and a second server without the bot, where those who
 * installed it for themselves (Ada, Ben) bring it along. The ids are the same in every run.
 */
export function seedWorld(botName: string, applicationNumber = 1): World {
  const bot = account(fixedId(applicationNumber), 'bot', botName, { bot: true });
  const home = guild(fixedId(2), 'Dateline at home', fixedId(100));
  const world = new World(home, bot);
  const elsewhere = guild(fixedId(3), 'Somewhere else', fixedId(100));
  world.guilds.set(elsewhere.id, elsewhere);

  const noThreads = role(fixedId(11), 'No threads', 0n, 1);
  const admins = role(fixedId(12), 'Admins', Bits.Administrator, 2);
  const botRole = role(fixedId(13), botName, Bits.ManageThreads, 3, bot.user.id);
  for (const r of [noThreads, admins, botRole]) home.roles.set(r.id, r);
  home.members.set(bot.user.id, { roles: [botRole.id], joinedAt: BEGINNING });

  people.forEach((seed: PersonSeed, index) => {
    const person = account(fixedId(100 + index), seed.handle, seed.name, {
      locale: seed.locale ?? 'en-GB',
      dmsOpen: seed.dmsOpen ?? true,
      installedApp: seed.installedApp ?? false,
    });
    world.accounts.set(person.user.id, person);
    const roles = [...(seed.admin ? [admins.id] : []), ...(seed.mayNotThread ? [noThreads.id] : [])];
    home.members.set(person.user.id, { roles, joinedAt: BEGINNING });
    elsewhere.members.set(person.user.id, { roles: [], joinedAt: BEGINNING });
  });

  const denyThreads = overwrite(noThreads.id, OverwriteType.Role, Bits.CreatePublicThreads);
  const add = (index: number, type: ChannelType, name: string, of: Guild, more: object = {}) => {
    const id = fixedId(index);
    world.channels.set(id, blankChannel({ id, type, guildId: of.id, name, position: index, ...more }));
  };
  const text = ChannelType.GuildText;
  add(201, text, 'general', home, {
    topic: 'Ask Dateline what happened, and when',
    overwrites: [denyThreads],
  });
  add(202, text, 'history', home, { overwrites: [denyThreads] });
  add(203, text, 'no-threads', home, {
    topic: 'The bot may open no threads here',
    overwrites: [denyThreads, overwrite(botRole.id, OverwriteType.Role, Bits.CreatePublicThreads)],
  });
  add(204, text, 'staff', home, {
    topic: 'The bot can not see this channel, and neither can members',
    overwrites: [overwrite(home.id, OverwriteType.Role, Bits.ViewChannel)],
  });
  add(205, text, 'read-only', home, {
    topic: 'Nobody but admins may write here',
    overwrites: [overwrite(home.id, OverwriteType.Role, Bits.SendMessages | Bits.SendMessagesInThreads)],
  });
  add(206, ChannelType.GuildForum, 'stories', home, {
    tags: [{ id: fixedId(301), name: 'story' }],
    overwrites: [denyThreads],
  });
  add(208, ChannelType.GuildAnnouncement, 'announcements', home, {
    topic: 'What is posted here can be published to other servers',
    overwrites: [denyThreads],
  });
  add(207, ChannelType.GuildVoice, 'Lounge', home);
  add(211, text, 'elsewhere', elsewhere);
  add(212, text, 'elsewhere-quiet', elsewhere, {
    topic: 'Apps people bring along answer privately here',
    overwrites: [overwrite(elsewhere.id, OverwriteType.Role, Bits.UseExternalApps)],
  });
  add(221, ChannelType.DM, 'ada-and-ben', home, {
    guildId: null,
    recipients: [fixedId(100), fixedId(101)],
  });
  return world;
}

/** Adds a member of the home server, for tests that need many people. */
export function addPerson(world: World, handle: string, locale = 'en-GB'): Account {
  const person = account(world.ids.next(), handle, handle, { locale });
  world.accounts.set(person.user.id, person);
  world.home.members.set(person.user.id, { roles: [], joinedAt: new Date().toISOString() });
  return person;
}

function account(
  id: string,
  handle: string,
  name: string,
  more: { bot?: boolean; locale?: string; dmsOpen?: boolean; installedApp?: boolean },
): Account {
  const user: APIUser = {
    id,
    username: more.bot ? name : handle,
    discriminator: more.bot ? '0000' : '0',
    global_name: more.bot ? null : name,
    avatar: null,
    ...(more.bot && { bot: true }),
    public_flags: 0,
  } as unknown as APIUser;
  return {
    user,
    handle,
    locale: more.locale ?? 'en-US',
    dmsOpen: more.dmsOpen ?? true,
    installedApp: more.installedApp ?? false,
  };
}

/** A server with nothing but its everyone role. */
export function guild(id: string, name: string, ownerId: string): Guild {
  const everyone = role(id, '@everyone', EVERYONE, 0);
  return { id, name, ownerId, roles: new Map([[id, everyone]]), members: new Map() };
}

/** A role, which belongs to the bot where its id is given. */
export function role(
  id: string,
  name: string,
  permissions: bigint,
  position: number,
  botId?: string,
): APIRole {
  return {
    id,
    name,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    icon: null,
    unicode_emoji: null,
    position,
    permissions: permissions.toString(),
    managed: botId !== undefined,
    mentionable: false,
    flags: 0,
    ...(botId !== undefined && { tags: { bot_id: botId } }),
  } as unknown as APIRole;
}

function overwrite(id: string, type: OverwriteType, deny: bigint): APIOverwrite {
  return { id, type, allow: '0', deny: deny.toString() };
}
