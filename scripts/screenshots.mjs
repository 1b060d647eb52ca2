// Takes the README's pictures from the local Discord's page: `npm run screenshots`. Needs a build and a Chromium (CHROMIUM names it).
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'];
const phone = { width: 390, height: 844 };
const desktop = { width: 1280, height: 720 };
const root = new URL('..', import.meta.url).pathname;

const dataDir = await mkdtemp(join(tmpdir(), 'dateline-pictures-'));
const bot = spawn(process.execPath, ['dist/src/main.js'], {
  cwd: root,
  env: { ...process.env, DISCORD_TOKEN: '', CONTENT_DIR: '', PORT: '0', DATA_DIR: dataDir },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const url = await new Promise((resolve, reject) => {
  let said = '';
  bot.stdout.on('data', (chunk) => {
    said += chunk;
    const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
    if (found) resolve(found[0]);
  });
  bot.once('exit', () => reject(new Error('The bot ended before it was ready.')));
});
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  args: FLAGS,
});

/** Opens the page as Ada in a separate channel and calls a command; gives the page and its answer. */
async function answered(viewport, channel, command) {
  const context = await browser.newContext({ viewport, colorScheme: 'dark', deviceScaleFactor: 1 });
  const page = await context.newPage();
  await page.goto(url);
  await page.locator('.main .welcome h2').waitFor();
  if (channel !== 'general') {
    if (viewport === phone) await page.getByLabel('Show channels').click();
    await page.locator('.channel', { hasText: channel }).first().click();
  }
  const messages = page.locator('.main discord-message:not(.waiting)');
  const before = await messages.count();
  await page.locator('.main [data-field=text]').fill(command);
  await page.locator('.main .command-name').waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  const answer = messages.nth(before);
  await answer.waitFor({ state: 'attached' });
  await page.waitForTimeout(1500);
  return page;
}

/** Asks in a channel that no picture shows until the archive is read. */
async function archiveRead() {
  for (;;) {
    const page = await answered(desktop, 'staff', '/search query: brexit');
    const said = await page.locator('.main discord-message').last().textContent();
    await page.context().close();
    if (!/still reading/.test(said ?? '')) return;
  }
}

try {
  await archiveRead();
  const asked = await answered(desktop, 'general', '/ask question: When did a booster first land at sea?');
  await asked.screenshot({ path: `${root}docs/screenshot.png` });
  const year = await answered(phone, 'history', '/date when: 2016');
  await year.screenshot({ path: `${root}docs/date.png` });
  const found = await answered(phone, 'read-only', '/search query: brexit vote');
  await found.evaluate('[...document.querySelectorAll(".main discord-message")].at(-1).scrollIntoView()');
  await found.screenshot({ path: `${root}docs/search.png` });
  const thread = await answered(phone, 'general', '/thread event: SpaceX reusable rockets');
  await thread
    .locator('.side discord-message', { hasText: /Events 1 to/ })
    .last()
    .waitFor();
  await thread.evaluate('document.querySelector(".side stick-to-end").scrollTop = 200');
  await thread.waitForTimeout(800);
  await thread.screenshot({ path: `${root}docs/thread.png` });
} finally {
  await browser.close();
  bot.kill('SIGINT');
  await rm(dataDir, { recursive: true, force: true });
}
