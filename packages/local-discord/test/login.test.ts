import { Client, Events, GatewayIntentBits } from 'discord.js';
import { afterEach, expect, test } from 'vitest';
import { type LocalDiscord, startLocalDiscord } from '../src/local-discord.js';

let discord: LocalDiscord;
const clients: Client[] = [];

afterEach(async () => {
  for (const client of clients.splice(0)) await client.destroy();
  await discord.close();
});

async function connect(): Promise<Client<true>> {
  discord = await startLocalDiscord();
  const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: discord.apiUrl } });
  clients.push(client);
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(discord.token);
  return ready;
}

test('the discord.js client logs in, registers a command and answers a person', async () => {
  const client = await connect();
  client.on(Events.InteractionCreate, async (interaction) => {
    if (interaction.isChatInputCommand())
      await interaction.reply(`pong ${interaction.options.getString('to')}`);
  });
  await client.application.commands.set([
    { name: 'ping', description: 'Answers', options: [{ name: 'to', description: 'Whom', type: 3 }] },
  ]);
  const seen = await discord.as('ada').command('ping', { to: 'you' });
  expect(seen.content).toBe('pong you');
  expect(seen.isPrivate).toBe(false);
});
