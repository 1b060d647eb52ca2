import { REST } from 'discord.js';
import type { RESTPostAPIApplicationCommandsJSONBody } from 'discord-api-types/v10';
import { afterEach, describe, expect, test } from 'vitest';
import { commands } from '../../commands/all.js';
import { registerCommands } from '../../src/bot/register-commands.js';
import { answeringApi } from './answering-api.js';

const jsons = commands.map((command) => command.json);

/** Discord's memory of commands by scope, which adds ids, versions and defaults as Discord does. */
async function remembering(
  known: Record<string, readonly RESTPostAPIApplicationCommandsJSONBody[]> = {},
  fails: { before?: number; after?: number } = {},
) {
  const scopes = new Map(Object.entries(known));
  let { before = 0, after = 0 } = fails;
  const api = await answeringApi(({ method, path, body }) => {
    if (method === 'PUT' && before-- > 0) return { status: 502, body: {} };
    if (method === 'PUT') scopes.set(path, body as RESTPostAPIApplicationCommandsJSONBody[]);
    if (method === 'PUT' && after-- > 0) return { status: 502, body: {} };
    const listed = (scopes.get(path) ?? []).map((command, n) => ({
      id: String(n),
      application_id: '1',
      version: '2',
      default_member_permissions: null,
      dm_permission: true,
      nsfw: false,
      name_localizations: null,
      description_localizations: null,
      ...command,
    }));
    return { status: 200, body: listed };
  });
  const rest = new REST({ api: api.url, version: '10', retries: 0 }).setToken('token');
  const writes = () =>
    api.requests.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`);
  return { ...api, rest, writes };
}

const everywhere = '/applications/1/commands';
const server = '/applications/1/guilds/7/commands';
let close: (() => Promise<unknown>) | undefined;
afterEach(() => close?.());

describe('registering the commands', () => {
  test('is one PUT, and none the next time', async () => {
    const discord = await remembering();
    close = discord.close;
    const first = await registerCommands(discord.rest, '1', jsons, null, []);
    expect(first).toMatchObject({ scope: 'everywhere', changed: true, cleared: 0 });
    const second = await registerCommands(discord.rest, '1', jsons, null, []);
    expect(second.changed).toBe(false);
    // The ids make mentions of commands clickable, whether anything was written or not.
    expect([...second.ids]).toEqual([...first.ids]);
    expect(second.ids.get('ask')).toBeTruthy();
    expect(discord.writes()).toEqual([`PUT ${everywhere}`]);
  });

  test('writes again when a description changed', async () => {
    const changed = jsons.map((json, n) => (n === 0 ? { ...json, description: 'another' } : json));
    const discord = await remembering({ [everywhere]: changed as RESTPostAPIApplicationCommandsJSONBody[] });
    close = discord.close;
    expect((await registerCommands(discord.rest, '1', jsons, null, [])).changed).toBe(true);
  });

  test('that Discord took without confirming it isn’t sent again', async () => {
    const discord = await remembering({}, { after: 1 });
    close = discord.close;
    const done = await registerCommands(discord.rest, '1', jsons, null, []);
    expect(done.ids.get('ask')).toBeTruthy();
    expect(discord.writes()).toEqual([`PUT ${everywhere}`]);
  });

  test('that failed is sent again once, and a second failure ends it', async () => {
    const discord = await remembering({}, { before: 1 });
    close = discord.close;
    expect((await registerCommands(discord.rest, '1', jsons, null, [])).changed).toBe(true);
    await discord.close();
    const worse = await remembering({}, { before: 2 });
    close = worse.close;
    await expect(registerCommands(worse.rest, '1', jsons, null, [])).rejects.toThrow();
    expect(worse.writes()).toHaveLength(2);
  });

  test('waits for its turn, and leaves it to another process that had its own meanwhile', async () => {
    const discord = await remembering();
    close = discord.close;
    let turns = 0;
    const done = await registerCommands(discord.rest, '1', jsons, null, [], {
      inTurn: async (_, work) => {
        turns += 1;
        await work(() => turns > 1);
      },
    });
    expect(done.changed).toBe(true);
    expect(turns).toBe(2);
    expect(discord.writes()).toEqual([`PUT ${everywhere}`]);
  });

  test('in one server removes them from everywhere, so that none shows twice', async () => {
    const discord = await remembering({ [everywhere]: jsons });
    close = discord.close;
    const done = await registerCommands(discord.rest, '1', jsons, '7', ['7']);
    expect(done).toMatchObject({ scope: 'one server', changed: true, cleared: 1 });
    expect(discord.writes()).toEqual([`PUT ${everywhere}`, `PUT ${server}`]);
    expect(discord.requests.find(({ method }) => method === 'PUT')?.body).toEqual([]);
  });

  test('everywhere removes them from the servers that had their own', async () => {
    const discord = await remembering({ [server]: jsons });
    close = discord.close;
    const done = await registerCommands(discord.rest, '1', jsons, null, ['7', '8']);
    expect(done).toMatchObject({ scope: 'everywhere', changed: true, cleared: 1 });
    expect(discord.writes()).toEqual([`PUT ${server}`, `PUT ${everywhere}`]);
  });
});
