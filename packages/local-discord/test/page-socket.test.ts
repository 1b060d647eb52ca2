import { once } from 'node:events';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { type LocalDiscord, startLocalDiscord } from '../src/local-discord.js';
import type { PageEvent, PageReply, Snapshot } from '../src/page-protocol.js';
import { commands } from './commands.js';
import { RawBot } from './raw-bot.js';

let discord: LocalDiscord;
let bot: RawBot;
beforeEach(async () => {
  discord = await startLocalDiscord({ deadlines: { acknowledgeMs: 300 } });
  bot = await RawBot.ready(discord);
  await bot.register(commands);
});
afterEach(() => discord.close());

/** A page without a browser. */
class Page {
  readonly #socket = new WebSocket(`${discord.url.replace('http', 'ws')}/page/socket`);
  readonly #received: (PageEvent | PageReply)[] = [];
  readonly #waiting = new Set<() => void>();
  #lastId = 0;

  constructor() {
    this.#socket.on('message', (raw) => {
      this.#received.push(JSON.parse(raw.toString()));
      for (const look of this.#waiting) look();
    });
  }

  static async as(user: string): Promise<{ page: Page; snapshot: Snapshot }> {
    const page = new Page();
    await once(page.#socket, 'open');
    const reply = await page.ask({ do: 'act-as', user });
    return { page, snapshot: (reply as PageReply & { result: Snapshot }).result };
  }

  async ask(request: object): Promise<PageReply> {
    const id = ++this.#lastId;
    this.#socket.send(JSON.stringify({ id, ...request }));
    return (await this.#find((m) => 're' in m && m.re === id)) as PageReply;
  }

  event(name: PageEvent['event'], fits: (event: PageEvent) => boolean = () => true): Promise<PageEvent> {
    return this.#find((m) => 'event' in m && m.event === name && fits(m)) as Promise<PageEvent>;
  }

  #find(fits: (message: PageEvent | PageReply) => boolean): Promise<PageEvent | PageReply> {
    return new Promise((resolve) => {
      const look = () => {
        const found = this.#received.find(fits);
        if (!found) return;
        this.#waiting.delete(look);
        resolve(found);
      };
      this.#waiting.add(look);
      look();
    });
  }
}

const general = () => discord.admin.channel('general').id;

test('a page is shown what its person may see', async () => {
  const { snapshot } = await Page.as('ben');
  const names = snapshot.channels.flatMap((c) => ('name' in c && c.name ? [c.name] : []));
  expect(names).toContain('general');
  expect(names).not.toContain('staff');
  expect(snapshot.channels.some((c) => c.type === 1)).toBe(true);
  expect(snapshot.bot?.username).toBe('Dateline');
  expect(snapshot.commands.map((c) => c.name)).toEqual(['tell', 'set', 'Look at this']);
});

test('a command is called, and its private answer comes only to this page', async () => {
  const { page: ben } = await Page.as('ben');
  const { page: ada } = await Page.as('ada');
  const options = [{ name: 'what', type: 3, value: 'x' }];
  expect(await ben.ask({ do: 'command', channel: general(), command: 'tell', options })).toMatchObject({
    ok: true,
  });
  await bot.callback(await bot.event('INTERACTION_CREATE'), {
    type: 4,
    data: { content: 'psst', flags: 64 },
  });
  await ben.event(
    'message-create',
    (e) => 'message' in e && typeof e.message === 'object' && e.message?.content === 'psst',
  );
  const reply = await ada.ask({ do: 'messages', channel: general() });
  expect(reply).toMatchObject({ ok: true, result: [] });
});

test('choices come while an option is typed', async () => {
  const { page } = await Page.as('ada');
  const options = [{ name: 'what', type: 3, value: 'n', focused: true }];
  const typing = page.ask({ do: 'autocomplete', channel: general(), command: 'tell', options });
  const choices = [{ name: 'news', value: 'news' }];
  await bot.callback(await bot.event('INTERACTION_CREATE'), { type: 8, data: { choices } });
  expect(await typing).toMatchObject({ ok: true, result: choices });
});

test('no answer in time shows as Discord shows it', async () => {
  const { page } = await Page.as('ada');
  await page.ask({ do: 'command', channel: general(), command: 'tell', options: [] });
  const failed = await page.event('interaction-failed');
  expect(failed).toMatchObject({ channel: general(), text: 'The application did not respond' });
});

test('what can not be done is answered with a sentence', async () => {
  const { page } = await Page.as('ben');
  const staff = discord.admin.channel('read-only').id;
  const reply = await page.ask({ do: 'send-message', channel: staff, content: 'hi' });
  expect(reply).toMatchObject({ ok: false, error: expect.stringContaining('permission') });
  expect(await page.ask({ do: 'act-as', user: 'nobody' })).toMatchObject({ ok: false });
});

test('a bot that comes and goes is reported', async () => {
  const { page } = await Page.as('ada');
  bot.socket.terminate();
  await page.event('bot', (e) => e.event === 'bot' && !e.connected);
  await RawBot.ready(discord);
  await page.event('bot', (e) => e.event === 'bot' && e.connected);
});
