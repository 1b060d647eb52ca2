import { afterEach, beforeEach, expect, test } from 'vitest';
import { type LocalDiscord, startLocalDiscord } from '../src/local-discord.js';
import { commands } from './commands.js';
import { RawBot } from './raw-bot.js';

let discord: LocalDiscord;
let bot: RawBot;

beforeEach(async () => {
  discord = await startLocalDiscord({ deadlines: { acknowledgeMs: 400, tokenMs: 1200 } });
  bot = await RawBot.ready(discord);
  await bot.register(commands);
});
afterEach(() => discord.close());

/** Ada calls /tell; what the bot gets, and what Ada will see. */
async function tell(channel = 'general') {
  const from = bot.received.length;
  const seen = discord.as('ada').command('tell', { what: 'news' }, { channel });
  seen.catch(() => undefined);
  return { interaction: await bot.event('INTERACTION_CREATE', from), seen };
}

test('a command carries who called it, where, and what the bot may do there', async () => {
  const { interaction } = await tell();
  expect(interaction.d).toMatchObject({
    type: 2,
    version: 1,
    guild_id: discord.world.home.id,
    channel: { id: discord.admin.channel('general').id, type: 0 },
    data: { name: 'tell', type: 1, options: [{ name: 'what', type: 3, value: 'news' }] },
    member: { user: { username: 'ada' } },
    locale: 'en-GB',
    context: 0,
    authorizing_integration_owners: { 0: discord.world.home.id },
    attachment_size_limit: 10_485_760,
    entitlements: [],
  });
  expect(BigInt(interaction.d.app_permissions) & 2048n).toBe(2048n);
});

test('a second acknowledgement is refused with 40060', async () => {
  const { interaction, seen } = await tell();
  expect((await bot.callback(interaction, { type: 4, data: { content: 'one' } })).status).toBe(204);
  const second = await bot.callback(interaction, { type: 4, data: { content: 'two' } });
  expect(second).toMatchObject({ status: 400, body: { code: 40_060 } });
  expect((await seen).content).toBe('one');
});

test('who asked sees that the application did not respond, and an answer after the deadline is refused', async () => {
  const { interaction, seen } = await tell();
  expect((await seen).failure).toBe('The application did not respond');
  const late = await bot.callback(interaction, { type: 4, data: { content: 'late' } });
  expect(late).toMatchObject({ status: 404, body: { code: 10_062, message: 'Unknown interaction' } });
});

test('a wrong answer leaves the interaction waiting for a right one', async () => {
  const { interaction, seen } = await tell();
  expect((await bot.callback(interaction, { type: 4, data: {} })).body.code).toBe(50_006);
  expect((await bot.callback(interaction, { type: 7, data: { content: 'x' } })).body.code).toBe(50_035);
  expect((await bot.callback(interaction, { type: 4, data: { content: 'right' } })).status).toBe(204);
  expect((await seen).content).toBe('right');
});

test('a deferred answer shows thinking until it is edited', async () => {
  const { interaction, seen } = await tell();
  await bot.callback(interaction, { type: 5 });
  const thinking = await bot.webhook(interaction, 'GET', '/messages/@original');
  expect(thinking.body.flags).toBe(128);
  await bot.webhook(interaction, 'PATCH', '/messages/@original', { content: 'thought' });
  const answer = await seen;
  expect(answer).toMatchObject({ content: 'thought', wasDeferred: true, isThinking: false });
});

test('the first follow-up takes the place of a deferred answer, keeping whether it is private', async () => {
  const { interaction, seen } = await tell();
  await bot.callback(interaction, { type: 5, data: { flags: 64 } });
  await bot.webhook(interaction, 'POST', '', { content: 'followed' });
  const answer = await seen;
  expect(answer.content).toBe('followed');
  expect(answer.isPrivate).toBe(true);
  expect(answer.followUps).toEqual([]);
});

test('a private answer is seen only by who asked, and found only through its token', async () => {
  const { interaction, seen } = await tell();
  await bot.callback(interaction, { type: 4, data: { content: 'psst', flags: 64 } });
  const { message } = await seen;
  const contents = (who: string) =>
    discord
      .as(who)
      .messages()
      .map((m) => m.content);
  expect(contents('ada')).toContain('psst');
  expect(contents('ben')).not.toContain('psst');
  const path = `/channels/${message.channel_id}/messages/${message.id}`;
  expect((await bot.rest('GET', path)).body.code).toBe(10_008);
  expect((await bot.rest('DELETE', path)).body.code).toBe(10_008);
  expect((await bot.webhook(interaction, 'DELETE', '/messages/@original')).status).toBe(204);
  expect(contents('ada')).not.toContain('psst');
});

test('with_response gives the message back', async () => {
  const { interaction } = await tell();
  const { id, token } = interaction.d;
  const answer = await bot.rest('POST', `/interactions/${id}/${token}/callback?with_response=true`, {
    type: 4,
    data: { content: 'here' },
  });
  expect(answer.body).toMatchObject({
    interaction: { id, type: 2, response_message_loading: false, response_message_ephemeral: false },
    resource: { type: 4, message: { content: 'here', interaction_metadata: { id } } },
  });
});

test('a token dies after its time with 50027, and an unknown one is 10015', async () => {
  const { interaction } = await tell();
  await bot.callback(interaction, { type: 4, data: { content: 'x' } });
  expect((await bot.webhook(interaction, 'POST', '', { content: 'in time' })).status).toBe(200);
  await new Promise((resolve) => setTimeout(resolve, 1300));
  const late = await bot.webhook(interaction, 'POST', '', { content: 'late' });
  expect(late).toMatchObject({ status: 401, body: { code: 50_027 } });
  const unknown = await bot.rest('POST', `/webhooks/${discord.world.applicationId}/nonsense`, {});
  expect(unknown).toMatchObject({ status: 404, body: { code: 10_015 } });
});

test('a webhook token opens nothing before the acknowledgement', async () => {
  const { interaction } = await tell();
  const early = await bot.webhook(interaction, 'POST', '', { content: 'early' });
  expect(early).toMatchObject({ status: 404, body: { code: 10_015 } });
});

test('a press carries its message, and an update changes it', async () => {
  const ada = discord.as('ada');
  const button = { type: 2, style: 1, label: 'Go', custom_id: 'go' };
  await bot.post('general', { content: 'before', components: [{ type: 1, components: [button] }] });
  const message = await ada.waitForMessage((m) => m.content === 'before');
  const seen = ada.click(message, 'Go');
  const press = await bot.event('INTERACTION_CREATE');
  expect(press.d).toMatchObject({
    type: 3,
    data: { custom_id: 'go', component_type: 2 },
    message: { id: message.id },
  });
  await bot.callback(press, { type: 7, data: { content: 'after' } });
  expect((await seen).kind).toBe('update');
  expect((await seen).content).toBe('after');
  expect((await seen).buttons[0]?.label).toBe('Go');
});

test('a chosen option arrives as the value of its menu', async () => {
  const options = [{ label: 'First', value: '1' }];
  const menu = { type: 3, custom_id: 'pick', options };
  await bot.post('general', { content: 'choose', components: [{ type: 1, components: [menu] }] });
  const ada = discord.as('ada');
  const seen = ada.select(await ada.waitForMessage((m) => m.content === 'choose'), 'First');
  const chosen = await bot.event('INTERACTION_CREATE');
  expect(chosen.d.data).toEqual({ custom_id: 'pick', component_type: 3, values: ['1'] });
  await bot.callback(chosen, { type: 6 });
  await bot.webhook(chosen, 'PATCH', '/messages/@original', { content: 'chosen', components: [] });
  expect((await seen).content).toBe('chosen');
});

test('an entry of the message menu carries the whole message', async () => {
  const ada = discord.as('ada');
  const message = ada.send('words nobody addressed to the bot');
  const seen = ada.messageCommand('Look at this', message);
  const interaction = await bot.event('INTERACTION_CREATE');
  expect(interaction.d.data).toMatchObject({ type: 3, target_id: message.id });
  expect(interaction.d.data.resolved.messages[message.id].content).toBe(message.content);
  await bot.callback(interaction, { type: 4, data: { content: 'looked' } });
  expect((await seen).message.type).toBe(23);
});

test('choices are offered while an option is typed, at most 25 of at most 100 characters', async () => {
  const typing = discord.as('ada').autocomplete('tell', 'what', { what: 'ne' });
  const interaction = await bot.event('INTERACTION_CREATE');
  expect(interaction.d.type).toBe(4);
  expect(interaction.d.data.options).toEqual([{ name: 'what', type: 3, value: 'ne', focused: true }]);
  const choice = { name: 'news', value: 'news' };
  const many = await bot.callback(interaction, { type: 8, data: { choices: Array(26).fill(choice) } });
  expect(many.body.errors.data.choices._errors[0].code).toBe('BASE_TYPE_MAX_LENGTH');
  const long = { name: 'n'.repeat(101), value: 'v'.repeat(101) };
  const tooLong = await bot.callback(interaction, { type: 8, data: { choices: [long] } });
  expect(tooLong.body.errors.data.choices[0]).toHaveProperty('name');
  expect(tooLong.body.errors.data.choices[0]).toHaveProperty('value');
  expect((await bot.callback(interaction, { type: 8, data: { choices: [choice] } })).status).toBe(204);
  expect(await typing).toEqual([choice]);
});

test('a subcommand is sent with its options inside', async () => {
  const seen = discord.as('ada').command('set hour', { value: 7 });
  const interaction = await bot.event('INTERACTION_CREATE');
  expect(interaction.d.data.options).toEqual([
    { name: 'hour', type: 1, options: [{ name: 'value', type: 4, value: 7 }] },
  ]);
  await bot.callback(interaction, { type: 4, data: { content: 'set' } });
  expect((await seen).content).toBe('set');
});

test('what the app would not send is not sent', () => {
  const ada = discord.as('ada');
  expect(() => ada.command('set hour', {})).toThrow('required');
  expect(() => ada.command('tell', { times: 0 })).toThrow('at least 1');
  expect(() => ada.command('tell', { nothing: 'x' })).toThrow('no option');
  expect(() => ada.command('none')).toThrow('no command');
});
