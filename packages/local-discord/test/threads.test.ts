import { afterEach, beforeEach, expect, test } from 'vitest';
import { type LocalDiscord, startLocalDiscord } from '../src/local-discord.js';
import { RawBot } from './raw-bot.js';

let discord: LocalDiscord;
let bot: RawBot;

beforeEach(async () => {
  discord = await startLocalDiscord();
  bot = await RawBot.ready(discord);
});
afterEach(() => discord.close());

const idOf = (channel: string) => discord.admin.channel(channel).id;

async function threadOnMessage(channel = 'general', name = 'A story') {
  const { body } = await bot.post(channel, { content: 'the answer' });
  const path = `/channels/${body.channel_id}/messages/${body.id}/threads`;
  return { message: body, path, thread: await bot.rest('POST', path, { name }) };
}

test('a thread on a message has its id, and a message has one thread', async () => {
  const { message, path, thread } = await threadOnMessage();
  expect(thread).toMatchObject({ status: 201, body: { id: message.id, type: 11, name: 'A story' } });
  expect(await bot.event('THREAD_CREATE')).toMatchObject({ d: { id: message.id, newly_created: true } });
  expect((await bot.rest('POST', path, { name: 'Again' })).body.code).toBe(160_004);
  const [starter] = discord.as('ada').messages(message.id);
  expect(starter?.type).toBe(21);
  const parent = await bot.rest('GET', `/channels/${message.channel_id}/messages/${message.id}`);
  expect(parent.body).toMatchObject({ flags: 32, thread: { id: message.id } });
});

test('without the permission to open threads it is refused with 50013', async () => {
  const { thread } = await threadOnMessage('no-threads');
  expect(thread).toMatchObject({ status: 403, body: { code: 50_013 } });
});

test('no thread opens on a private answer, a voice channel or a name too long', async () => {
  const channel = idOf('general');
  expect((await bot.rest('POST', `/channels/${channel}/messages/1/threads`, { name: 'x' })).body.code).toBe(
    10_008,
  );
  const long = { name: 'x'.repeat(101), type: 11 };
  expect((await bot.rest('POST', `/channels/${channel}/threads`, long)).body.errors).toHaveProperty('name');
  const voice = await bot.rest('POST', `/channels/${idOf('Lounge')}/threads`, { name: 'x', type: 11 });
  expect(voice.body.code).toBe(50_024);
});

test('a thread beside messages is announced in its channel', async () => {
  const opened = await bot.rest('POST', `/channels/${idOf('general')}/threads`, { name: 'Beside', type: 11 });
  expect(opened.status).toBe(201);
  const told = discord.as('ada').messages().at(-1);
  expect(told).toMatchObject({ type: 18, content: 'Beside' });
});

test("a forum's post is a thread with its first message", async () => {
  const path = `/channels/${idOf('stories')}/threads`;
  const post = await bot.rest('POST', path, { name: 'A post', message: { content: 'first' } });
  expect(post).toMatchObject({ status: 201, body: { name: 'A post', message: { content: 'first' } } });
  expect(post.body.message.id).toBe(post.body.id);
  expect((await bot.rest('POST', path, { name: 'Nothing' })).body.errors).toHaveProperty('message');
  expect((await bot.rest('POST', path, { name: 'Empty', message: {} })).body.code).toBe(50_006);
});

test('a message takes a thread out of the archive, unless it is locked', async () => {
  const { thread } = await threadOnMessage();
  const { id } = thread.body;
  const ada = discord.as('ada');
  ada.archive(id);
  expect((await bot.post(id, { content: 'back' })).status).toBe(200);
  expect((await bot.rest('GET', `/channels/${id}`)).body.thread_metadata.archived).toBe(false);
  discord.world.home.members.get(discord.world.bot.user.id)?.roles.splice(0);
  ada.archive(id, true);
  expect((await bot.post(id, { content: 'locked' })).body.code).toBe(50_083);
});

test('what is archived can not be changed or joined until it is taken out', async () => {
  const { thread } = await threadOnMessage();
  const path = `/channels/${thread.body.id}`;
  const message = await bot.post(thread.body.id, { content: 'in it' });
  expect((await bot.rest('PATCH', path, { archived: true })).body.thread_metadata.archived).toBe(true);
  expect((await bot.rest('PATCH', path, { name: 'Other' })).body.code).toBe(50_083);
  expect((await bot.rest('PUT', `${path}/thread-members/${discord.as('ben').id}`)).body.code).toBe(50_083);
  const inIt = `${path}/messages/${message.body.id}`;
  expect((await bot.rest('PATCH', inIt, { content: 'changed' })).body.code).toBe(50_083);
  const archived = await bot.rest('GET', `/channels/${idOf('general')}/threads/archived/public`);
  expect(archived.body.threads.map((t: { id: string }) => t.id)).toEqual([thread.body.id]);
  expect((await bot.rest('PATCH', path, { archived: false })).status).toBe(200);
  const active = await bot.rest('GET', `/guilds/${discord.world.home.id}/threads/active`);
  expect(active.body.threads.map((t: { id: string }) => t.id)).toEqual([thread.body.id]);
});

test('people join and leave', async () => {
  const { thread } = await threadOnMessage();
  const members = async () =>
    (await bot.rest('GET', `/channels/${thread.body.id}/thread-members`)).body.map(
      (m: { user_id: string }) => m.user_id,
    );
  const ben = discord.as('ben').id;
  await bot.rest('PUT', `/channels/${thread.body.id}/thread-members/${ben}`);
  expect(await members()).toEqual([discord.world.bot.user.id, ben]);
  await bot.rest('DELETE', `/channels/${thread.body.id}/thread-members/@me`);
  expect(await members()).toEqual([ben]);
});

test('a third new name within ten minutes has to wait', async () => {
  const { thread } = await threadOnMessage();
  const rename = (name: string) => bot.rest('PATCH', `/channels/${thread.body.id}`, { name });
  expect((await rename('Second')).status).toBe(200);
  expect((await rename('Third')).status).toBe(200);
  const refused = await rename('Fourth');
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(500);
});

test('a thread that was deleted is unknown, and the bot receives an event', async () => {
  const { thread } = await threadOnMessage();
  discord.admin.deleteChannel(thread.body.id);
  expect((await bot.event('THREAD_DELETE')).d.id).toBe(thread.body.id);
  expect((await bot.post('general', { content: 'still here' })).status).toBe(200);
  const gone = await bot.rest('POST', `/channels/${thread.body.id}/messages`, { content: 'x' });
  expect(gone.body.code).toBe(10_003);
});
