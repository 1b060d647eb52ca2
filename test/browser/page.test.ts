import { readFile } from 'node:fs/promises';
import { Resvg } from '@resvg/resvg-js';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { chromiumPath } from './chromium.js';
import { call, messageBox, phone, Visit } from './visit.js';

/** Whether the end of an element is in sight. Runs in the page. */
const isInSight = (element: { getBoundingClientRect(): { bottom: number } }) => {
  const { bottom } = element.getBoundingClientRect();
  return bottom > 0 && bottom < 500;
};
const QUESTION = '/ask question: When did the stone bridge of Quillmere collapse?';

describe.skipIf(chromiumPath() === null)('the page of the local Discord', () => {
  let visit: Visit;

  beforeAll(async () => {
    visit = await Visit.begin({ discord: { deadlines: { acknowledgeMs: 1500 } } });
  });
  afterAll(() => visit?.end());
  beforeEach(() => {
    visit.complaints.length = 0;
  });
  afterEach(() => {
    expect(visit.outside).toEqual([]);
    expect(visit.complaints).toEqual([]);
  });

  test('typing "/as" offers /ask, and the keyboard completes it', async () => {
    const page = await visit.open();
    await messageBox(page).pressSequentially('/as');
    const offered = page.locator('.suggestion');
    await expect.poll(() => offered.allInnerTexts()).toEqual([expect.stringContaining('/ask')]);
    await page.keyboard.press('Tab');
    expect(await page.locator('.command-name').innerText()).toBe('/ask');
    await page.keyboard.type('When did the stone bridge collapse?');
    expect(await page.getByLabel('question', { exact: true }).inputValue()).toBe(
      'When did the stone bridge collapse?',
    );
  });

  test('the arrows walk the commands, and Escape closes them', async () => {
    const page = await visit.open();
    await messageBox(page).pressSequentially('/');
    const marked = page.locator('.suggestion.marked');
    const first = await marked.innerText();
    await page.keyboard.press('ArrowDown');
    expect(await marked.innerText()).not.toBe(first);
    await page.keyboard.press('ArrowUp');
    expect(await marked.innerText()).toBe(first);
    await page.keyboard.press('Escape');
    expect(await page.locator('.suggestion').count()).toBe(0);
  });

  test('a question shows its answer above the event it comes from', async () => {
    const page = await visit.open();
    const message = await call(page, QUESTION);
    await message.locator('discord-embed').waitFor();
    expect(await message.locator('.heading-2, .heading-3').first().innerText()).toBe('1 May 2007');
    expect(await message.locator('discord-embed').innerText()).toContain('collapses in a flood');
    await message.locator('discord-command').getByText('ask', { exact: true }).waitFor();
    expect(await message.locator('discord-button').first().innerText()).toContain('Open story thread');
  });

  test('the paging buttons change the page of a search', async () => {
    const page = await visit.open('ben');
    const message = await call(page, '/search query: Quillmere');
    await message.getByText('Page 1 of 2').waitFor();
    const first = await message.locator('discord-embed').innerText();
    await message.locator('discord-button', { hasText: '›' }).click();
    await message.getByText('Page 2 of 2').waitFor();
    expect(await message.locator('discord-embed').innerText()).not.toBe(first);
  });

  test('choosing from a menu by keyboard opens the event', async () => {
    const page = await visit.open();
    const menu = (await call(page, '/search query: Quillmere')).locator('select-menu');
    await menu.getByRole('combobox').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const label = await menu.locator('.option.at strong').innerText();
    await page.keyboard.press('Enter');
    await page
      .locator('.main discord-message')
      .last()
      .locator('discord-embed', { hasText: label.replace(/\.$/, '') })
      .waitFor();
  });

  test('the story button opens a thread beside the channel', async () => {
    const page = await visit.open();
    await page.locator('.channel', { hasText: 'history' }).click();
    await call(page, QUESTION);
    await page.locator('.main discord-button', { hasText: 'Open story thread' }).click();
    const thread = page.locator('.side');
    await thread
      .locator('discord-message', { hasText: 'The oak arch of the Quillmere bridge is raised' })
      .last()
      .waitFor();
    expect(await thread.locator('.panel-header h1').innerText()).toContain('Quillmere Bridge');
    expect(await page.locator('.main .panel-header h1').innerText()).toBe('history');
    await thread.getByLabel('Close the thread').click();
    expect(await thread.count()).toBe(0);
  });

  test('a private answer is marked, unseen by others, and goes when dismissed', async () => {
    const ada = await visit.open('ada');
    const ben = await visit.open('ben');
    await call(ada, '/ask question: When was the oak arch raised? private: True');
    const answer = ada.locator('.main discord-message.private', { hasText: 'oak arch' });
    await answer.getByText('Only you can see this').waitFor();
    await messageBox(ada).fill('Ben, do you see it?');
    await ada.keyboard.press('Enter');
    await ben.locator('.main discord-message', { hasText: 'do you see it?' }).waitFor();
    expect(await ben.locator('.main').innerText()).not.toContain('When was the oak arch raised');
    expect(await ben.locator('.main discord-message.private').count()).toBe(0);
    await answer.getByText('Dismiss message').click();
    await answer.waitFor({ state: 'detached' });
  });

  test('choices appear while an option is typed, and are put in by keyboard', async () => {
    const page = await visit.open();
    await messageBox(page).fill('/search ');
    await page.keyboard.type('Quillmere Br');
    const choice = page.locator('.suggestion.marked', { hasText: 'Quillmere Bridge' });
    await choice.waitFor();
    const name = await choice.locator('strong').innerText();
    await page.keyboard.press('Enter');
    expect(await page.getByLabel('query', { exact: true }).inputValue()).toBe(name);
    await page.keyboard.press('Enter');
    await page.locator('.main discord-message', { hasText: 'events for Quillmere Bridge' }).last().waitFor();
  });

  test('a required option left out is named, and nothing is sent', async () => {
    const page = await visit.open();
    await messageBox(page).fill('/ask ');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('alert').innerText()).toContain('This option is required. Specify a value.');
    expect(await page.locator('.command-name').innerText()).toBe('/ask');
  });

  test('a command there is not is answered in the box', async () => {
    const page = await visit.open();
    await messageBox(page).fill('/nonsense');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('alert').innerText()).toContain('There is no command /nonsense');
  });

  test('a command typed in full is called, with its suggestions closed', async () => {
    const page = await visit.open();
    await messageBox(page).fill('/help');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    const help = page.locator('.main discord-message', { hasText: 'What you can ask' });
    await help.getByText('Dismiss message').click();
    await help.waitFor({ state: 'detached' });
  });

  test('a message that is too long is kept in the box', async () => {
    const page = await visit.open();
    await messageBox(page).fill('x'.repeat(2010));
    await page.keyboard.press('Enter');
    expect(await page.getByRole('alert').innerText()).toContain('too long by 10 characters');
    expect((await messageBox(page).inputValue()).length).toBe(2010);
  });

  test("a message's menu finds events about it", async () => {
    const page = await visit.open();
    await messageBox(page).fill('Did you hear of the comet over Quillmere?');
    await page.keyboard.press('Enter');
    const message = page.locator('.main discord-message', { hasText: 'Did you hear of the comet' });
    await message.click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Find events' }).click();
    const found = page.locator('.main discord-message.private', { hasText: 'A comet is seen' });
    await found.waitFor();
    await found.locator('discord-reply', { hasText: 'Find events: “Did you hear of the comet' }).waitFor();
  });

  test('a picture of a message shows', async () => {
    const page = await visit.open();
    const { discord } = visit.bot;
    const channel = discord.as('ada').channel('general').id;
    const png = new Resvg('<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"/>')
      .render()
      .asPng();
    const form = new FormData();
    const embeds = [{ title: 'A picture', image: { url: 'attachment://dot.png' } }];
    form.set(
      'payload_json',
      JSON.stringify({
        embeds,
        attachments: [{ id: '0', filename: 'dot.png', description: 'A small dot.' }],
      }),
    );
    form.set('files[0]', new Blob([new Uint8Array(png)], { type: 'image/png' }), 'dot.png');
    const headers = { Authorization: `Bot ${discord.token}` };
    await fetch(`${discord.apiUrl}/v10/channels/${channel}/messages`, {
      method: 'POST',
      headers,
      body: form,
    });
    const picture = page.locator('.main discord-embed', { hasText: 'A picture' }).locator('.embed-image img');
    await picture.waitFor();
    expect(await picture.getAttribute('alt')).toBe('A small dot.');
    await expect
      .poll(() => picture.evaluate((img: { complete: boolean; naturalWidth: number }) => img.naturalWidth))
      .toBe(40);
  });

  test('a reply names whom the message it answers mentions', async () => {
    const page = await visit.open();
    const { discord } = visit.bot;
    const ada = discord.as('ada');
    const asked = ada.send(`<@${discord.as('ben').id}> and then?`);
    await fetch(`${discord.apiUrl}/v10/channels/${asked.channel_id}/messages`, {
      method: 'POST',
      headers: { Authorization: `Bot ${discord.token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ content: 'Then it fell.', message_reference: { message_id: asked.id } }),
    });
    const reply = page.locator('.main discord-message', { hasText: 'Then it fell.' });
    await reply.locator('discord-reply', { hasText: '@Ben and then?' }).waitFor();
  });

  test('an interaction the bot does not answer shows what Discord says', async () => {
    const page = await visit.open();
    const heal = visit.bot.discord.faults.inject({ on: /^POST \/interactions\//, status: 500 });
    try {
      await call(page, '/ask question: Is anybody there?');
      await page.getByText('The application did not respond').waitFor();
    } finally {
      heal();
    }
  });

  test('a press the bot does not answer shows what Discord says', async () => {
    const page = await visit.open();
    const message = await call(page, QUESTION);
    await message.locator('discord-embed').waitFor();
    const heal = visit.bot.discord.faults.inject({ on: /^POST \/interactions\//, status: 500 });
    try {
      await message.locator('discord-button', { hasText: 'More that day' }).click();
      await message.getByText('This interaction failed').waitFor();
    } finally {
      heal();
    }
  });

  test('a private answer is scrolled to, even if the reader had scrolled up', async () => {
    const page = await visit.open('ada', { width: 1280, height: 500 });
    await page.locator('.channel', { hasText: 'history' }).click();
    await call(page, '/thread event: Mayor Ottoline Farrow opens the new bridge of Quillmere.');
    await page.getByText('See Thread').last().click();
    await page
      .locator('.side discord-message', { hasText: /Events 1 to \d+ of/ })
      .last()
      .waitFor();
    await page.locator('.side stick-to-end').evaluate((list: { scrollTop: number }) => {
      list.scrollTop = 0;
    });
    await page.locator('.side [data-field=text]').fill('/thread event: oak arch');
    await page.locator('.side .command-name').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    const answer = page.locator('.side discord-message', { hasText: 'You’re in this story’s thread' });
    await expect.poll(() => answer.last().evaluate(isInSight)).toBe(true);
  });

  test('on a phone the channels slide in, and a thread takes the whole width', async () => {
    const page = await visit.open('chloe', phone);
    await page.getByLabel('Show channels').click();
    await page.locator('.channel', { hasText: 'Lounge' }).click();
    expect(await page.locator('.main .panel-header h1').innerText()).toBe('Lounge');
    await page.getByLabel('Show channels').click();
    await page.locator('.channel', { hasText: 'general' }).click();
    await call(page, '/thread event: oak arch');
    await page.locator('.side discord-message').first().waitFor();
    expect(await page.locator('.main').isVisible()).toBe(false);
    const width = await page.evaluate('document.documentElement.scrollWidth');
    expect(width).toBe(phone.width);
  });

  test('on a phone, a month, a year and a topic fill at most one screen', async () => {
    const page = await visit.open('ada', phone);
    for (const command of ['/date when: April 2016', '/date when: 2016', '/topic name: Quillmere']) {
      const message = await call(page, command);
      await message.locator('.embed-image img').waitFor();
      const { height } = (await message.boundingBox()) ?? { height: Number.POSITIVE_INFINITY };
      expect(height, command).toBeLessThanOrEqual(phone.height);
      expect(await message.locator('discord-embed').count()).toBe(1);
    }
  });

  test('those who bring the app along can open the other server', async () => {
    const ada = await visit.open('ada');
    await ada.locator('.channel', { hasText: 'elsewhere' }).first().click();
    const answer = await call(ada, QUESTION);
    await answer.locator('discord-embed', { hasText: 'collapses in a flood' }).waitFor();
    const chloe = await visit.open('chloe');
    expect(await chloe.locator('.channel', { hasText: 'elsewhere' }).count()).toBe(0);
  });

  test('on a phone, a list in a message is seen', async () => {
    const page = await visit.open('ada', phone);
    visit.bot.discord.as('ben').send('Bring along:\n- a lantern\n- a rope');
    await page.locator('.main discord-message li', { hasText: 'a lantern' }).waitFor();
  });

  test.each(['light', 'dark'] as const)(
    'in %s colours every text stands out from its ground',
    async (colours) => {
      const look = await readFile(new URL('./faint-texts.js', import.meta.url), 'utf8');
      for (const viewport of [undefined, phone]) {
        const page = await visit.open('ada', viewport, colours);
        await call(page, QUESTION);
        await call(page, '/date when: April 2016');
        await call(page, '/topic name: Quillmere');
        const told = await call(page, '/date when: the day of nothing at all');
        await messageBox(page).fill('@Dateline thanks');
        await page.keyboard.press('Enter');
        await page.locator('.main discord-message', { hasText: 'You’re welcome' }).first().waitFor();
        await told.hover();
        await messageBox(page).pressSequentially('/');
        await page.locator('.suggestion').first().waitFor();
        const faint = await page.evaluate(
          `(${look.slice(look.indexOf('(least)'))})(4.4)`.replace(/;\s*\)\(4/, ')(4'),
        );
        expect(faint).toEqual([]);
        await page.close();
      }
    },
  );

  test('a person who may not write sees why', async () => {
    const page = await visit.open('ben');
    await page.locator('.channel', { hasText: 'read-only' }).click();
    await page.getByText('You do not have permission to send messages in this channel.').waitFor();
  });

  test('texts of others are shown as text', async () => {
    const page = await visit.open();
    visit.bot.discord.as('ben').send('<img src=x onerror=alert(1)> [a](javascript:alert(1)) **bold**');
    const message = page.locator('.main discord-message', { hasText: '<img src=x' });
    await message.waitFor();
    expect(await message.locator('strong').innerText()).toBe('bold');
    expect(await message.locator('a').count()).toBe(0);
  });
});
