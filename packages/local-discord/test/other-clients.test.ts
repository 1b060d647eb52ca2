import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'vitest';
import { type LocalDiscord, startLocalDiscord } from '../src/local-discord.js';

/** DATELINE_CLIENTS may name a folder whose node_modules has oceanic.js; it is no dependency of ours. */
const from = createRequire(join(process.env.DATELINE_CLIENTS ?? process.cwd(), 'package.json'));

/** What is used of the library. */
interface Client {
  on(event: string, listener: (message: { author: { bot: boolean }; channelID: string }) => void): void;
  once(event: string, listener: (value: unknown) => void): void;
  connect(): Promise<void>;
  disconnect(reconnect: boolean): void;
  readonly rest: { readonly channels: { createMessage(channel: string, body: object): Promise<unknown> } };
}

interface Library {
  readonly Client: new (options: object) => Client;
}

function installed(name: string): Library | null {
  try {
    return from(name) as Library;
  } catch {
    return null;
  }
}

const oceanic = installed('oceanic.js');

describe('the local Discord and other libraries', () => {
  let discord: LocalDiscord;
  beforeEach(async () => {
    discord = await startLocalDiscord();
  });
  afterEach(() => discord.close());

  it.skipIf(!oceanic)(
    'lets oceanic.js connect, compressed, hear a mention and answer it',
    async () => {
      if (!oceanic) return;
      const client = new oceanic.Client({
        auth: `Bot ${discord.token}`,
        rest: { baseURL: `${discord.apiUrl}/v10` },
        gateway: {
          intents: ['GUILDS', 'GUILD_MESSAGES'],
          compress: 'zlib-stream',
          compressLibrary: 'native',
        },
      });
      client.on('error', () => undefined);
      const ready = new Promise((resolve) => client.once('ready', resolve));
      client.on('messageCreate', (message) => {
        if (!message.author.bot)
          void client.rest.channels.createMessage(message.channelID, { content: 'heard' });
      });
      await client.connect();
      await ready;
      discord.as('ada').send('@bot hello');
      await discord.as('ada').waitForMessage((m) => m.content === 'heard');
      client.disconnect(false);
    },
    20_000,
  );
});
