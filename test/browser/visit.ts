import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { RunningBot, type RunningOptions } from '../e2e/running-bot.js';
import { chromiumPath, launchFlags } from './chromium.js';

const desktop = { width: 1280, height: 800 };
export const phone = { width: 390, height: 844 };

/** The bot over the town's events, its local Discord with the built page, and a browser to look at it. */
export class Visit {
  readonly bot: RunningBot;
  readonly #browser: Browser;
  readonly #folder: string;
  /** Addresses the pages asked for that are not of this machine. */
  readonly outside: string[] = [];
  /** What the browser complained of. */
  readonly complaints: string[] = [];

  private constructor(bot: RunningBot, browser: Browser, folder: string) {
    this.bot = bot;
    this.#browser = browser;
    this.#folder = folder;
  }

  static async begin(options: RunningOptions = {}): Promise<Visit> {
    const folder = await mkdtemp(join(tmpdir(), 'dateline-page-'));
    const build: { buildPage(folder: string): Promise<void> } = await import(buildScript);
    await build.buildPage(folder);
    const bot = await RunningBot.start({ ...options, discord: { ...options.discord, pageFolder: folder } });
    const browser = await chromium.launch({ executablePath: chromiumPath() ?? '', args: launchFlags });
    return new Visit(bot, browser, folder);
  }

  /** Opens the page as somebody, in a browser of their own. */
  async open(as = 'ada', viewport = desktop, colorScheme: 'light' | 'dark' = 'dark'): Promise<Page> {
    const context = await this.#browser.newContext({ viewport, colorScheme });
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    page.on('request', (request) => {
      const { protocol, hostname } = new URL(request.url());
      if (protocol !== 'data:' && hostname !== '127.0.0.1') this.outside.push(request.url());
    });
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') this.complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    await page.addInitScript(`sessionStorage.setItem('acting-as', ${JSON.stringify(as)})`);
    await page.goto(this.bot.discord.url);
    await page.locator('.main .welcome h2').waitFor();
    return page;
  }

  async end(): Promise<void> {
    await this.#browser.close();
    await this.bot.stop();
    await rm(this.#folder, { recursive: true });
  }
}

const buildScript = new URL('../../packages/local-discord/scripts/build-page.mjs', import.meta.url).href;

/** The message box of the channel shown, while there is no command in it. */
export const messageBox = (page: Page): Locator => page.locator('.main [data-field=text]');

/** Calls a command as it is typed ("/ask question: When?") and waits for what comes of it: the newest message. */
export async function call(page: Page, command: string): Promise<Locator> {
  const messages = page.locator('.main discord-message:not(.waiting)');
  const before = await messages.count();
  await messageBox(page).fill(command);
  await page.locator('.main .command-name').waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  const answer = messages.nth(before);
  // On a phone a thread may cover it.
  await answer.waitFor({ state: 'attached' });
  return answer;
}
