import { type REST, Routes } from 'discord.js';
import type {
  RESTGetAPIApplicationCommandsResult,
  RESTPostAPIApplicationCommandsJSONBody,
  RESTPutAPIApplicationCommandsResult,
} from 'discord-api-types/v10';
import { sameCommands } from './comparable-command.js';
import { mayHaveArrived } from './discord-error.js';

/** A global registration looks for leftover server commands in at most this many servers. */
const SERVERS_LOOKED_AT = 50;
/** What Discord didn't confirm is tried again this many times. */
const RETRIES = 1;

/** What a registration did: how many PUTs it took. None, where Discord already had the same. */
export interface Registration {
  readonly scope: 'everywhere' | 'one server';
  readonly changed: boolean;
  /** Scopes whose commands were removed, so that none shows twice. */
  readonly cleared: number;
  /** Ids of the commands by name, which make a mention of one clickable. */
  readonly ids: ReadonlyMap<string, string>;
}

/**
 * Does something that one process at a time may do. `isMine` says whether the turn still belongs to this process, which a
 * process that hung has lost.
 */
export type InTurn = (
  name: string,
  work: (isMine: () => boolean) => Promise<void>,
  signal?: AbortSignal,
) => Promise<void>;

/** How commands are registered. */
export interface Registering {
  readonly signal?: AbortSignal;
  readonly inTurn?: InTurn;
}

/**
 * Registers the commands in one scope, everywhere or in one server only, and removes them from the other: a command in
 * both would show twice. Writes only what differs, since Discord allows 200 new commands a day.
 *
 * @param rest without retries of its own: what Discord may have done without confirming it is looked up before it is
 *   tried again.
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
  { signal, inTurn = (_, work) => work(() => true) }: Registering,
): Promise<Pick<Registration, 'changed' | 'ids'>> {
  const within = signal ? { signal } : {};
  const query = new URLSearchParams({ with_localizations: 'true' });
  /** What Discord has, where that is what we want. */
  const present = async () => {
    const found = (await rest.get(route, { query, ...within })) as RESTGetAPIApplicationCommandsResult;
    const isSame = sameCommands(commands, found as unknown as RESTPostAPIApplicationCommandsJSONBody[]);
    return isSame ? found : null;
  };
  let changed = false;
  let retries = RETRIES;
  for (;;) {
    try {
      let registered = await present();
      if (!registered)
        await inTurn(
          'commands',
          async (isMine) => {
            // Another host may have done it meanwhile.
            registered = await present();
            if (registered || !isMine()) return;
            changed = true;
            registered = (await rest.put(route, {
              body: commands,
              ...within,
            })) as RESTPutAPIApplicationCommandsResult;
          },
          signal,
        );
      if (registered) return { changed, ids: new Map(registered.map(({ name, id }) => [name, id])) };
    } catch (error) {
      if (retries === 0 || signal?.aborted || !mayHaveArrived(error)) throw error;
      retries -= 1;
    }
  }
}
