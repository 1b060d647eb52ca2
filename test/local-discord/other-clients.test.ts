import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LocalDiscord, startLocalDiscord } from '../../src/local-discord/local-discord.js';

/** DATELINE_CLIENTS may name a folder whose node_modules has oceanic.js (and pako, which it inflates with); it is no dependency of ours. */
const from = createRequire(join(process.env.DATELINE_CLIENTS ?? process.cwd(), 'package.json'));

/** What is used of a library. */
interface Library {
  // biome-ignore lint/suspicious/noExplicitAny: libraries whose types are not installed
  readonly Client: new (
    ...args: any[]
  ) => any;
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
        gateway: { intents: ['GUILDS', 'GUILD_MESSAGES'], compress: 'zlib-stream' },
      });
      client.on('error', () => undefined);
      const ready = new Promise((resolve) => client.once('ready', resolve));
      client.on('messageCreate', (message: { author: { bot: boolean }; channelID: string }) => {
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
