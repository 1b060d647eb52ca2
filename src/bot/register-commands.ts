import { type REST, Routes } from 'discord.js';
import type {
  RESTGetAPIApplicationCommandsResult,
  RESTPostAPIApplicationCommandsJSONBody,
  RESTPutAPIApplicationCommandsResult,
} from 'discord-api-types/v10';
import { sameCommands } from './comparable-command.js';

/** A global registration looks for leftover server commands in at most this many servers. */
const SERVERS_LOOKED_AT = 50;

/** What a registration did: how many PUTs it took. None, where Discord already had the same. */
export interface Registration {
  readonly scope: 'everywhere' | 'one server';
  readonly changed: boolean;
  /** Scopes whose commands were removed, so that none shows twice. */
  readonly cleared: number;
  /** Ids of the commands by name, which make a mention of one clickable. */
  readonly ids: ReadonlyMap<string, string>;
}

/** How commands are registered. */
export interface Registering {
  readonly signal?: AbortSignal;
  /** Does something that one process at a time may do. */
  readonly inTurn?: (name: string, work: () => Promise<void>) => Promise<void>;
}

/**
 * Registers the commands in one scope, everywhere or in one server only, and removes them from the other: a command in
 * both would show twice. Writes only what differs, since Discord allows 200 new commands a day.
 *
 * @param guildId the one server, or null for everywhere.
 * @param guilds the servers the bot is in.
 */
export async function registerCommands(
  rest: REST,
  applicationId: string,
  commands: readonly RESTPostAPIApplicationCommandsJSONBody[],
  guildId: string | null,
  guilds: readonly string[],
  how: Registering = {},
): Promise<Registration> {
  const everywhere = Routes.applicationCommands(applicationId);
  const inGuild = (id: string) => Routes.applicationGuildCommands(applicationId, id);
  const others = guildId === null ? guilds.slice(0, SERVERS_LOOKED_AT).map(inGuild) : [everywhere];
  let cleared = 0;
  for (const route of others) if ((await put(rest, route, [], how)).changed) cleared++;
  const { changed, ids } = await put(rest, guildId === null ? everywhere : inGuild(guildId), commands, how);
  return { scope: guildId === null ? 'everywhere' : 'one server', changed, cleared, ids };
}

/** Makes a scope have exactly these commands, unless it already does. */
async function put(
  rest: REST,
  route: ReturnType<typeof Routes.applicationCommands>,
  commands: readonly RESTPostAPIApplicationCommandsJSONBody[],
  { signal, inTurn = (_, work) => work() }: Registering,
): Promise<Pick<Registration, 'changed' | 'ids'>> {
  const within = signal ? { signal } : {};
  const query = new URLSearchParams({ with_localizations: 'true' });
  const look = async () =>
    (await rest.get(route, { query, ...within })) as RESTGetAPIApplicationCommandsResult;
  const isSame = (present: RESTGetAPIApplicationCommandsResult) =>
    sameCommands(commands, present as unknown as RESTPostAPIApplicationCommandsJSONBody[]);
  let changed = false;
  let registered = await look();
  if (!isSame(registered))
    await inTurn('commands', async () => {
      // Another host may have done it meanwhile.
      registered = await look();
      if (isSame(registered)) return;
      registered = (await rest.put(route, {
        body: commands,
        ...within,
      })) as RESTPutAPIApplicationCommandsResult;
      changed = true;
    });
  return { changed, ids: new Map(registered.map(({ name, id }) => [name, id])) };
}
