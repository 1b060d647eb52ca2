import { describe, expect, test } from 'vitest';
import { questionFor } from '../../../src/bot/talk/addressed.js';

const me = '123';
const heard = { content: '', byMachine: false, isDirect: false, mentionsMe: true };

describe('a message is for the bot', () => {
  test('that mentions it, which is no part of the question', () => {
    expect(questionFor(me, { ...heard, content: '<@123> and  then, <@!123>?' })).toBe('and then, ?');
    expect(questionFor(me, { ...heard, content: 'who is <@456> <@123>' })).toBe('who is <@456>');
  });

  test('that replies to it, or is a direct message to it', () => {
    expect(questionFor(me, { ...heard, content: 'why?' })).toBe('why?');
    expect(questionFor(me, { ...heard, content: 'why?', isDirect: true, mentionsMe: false })).toBe('why?');
  });

  test('that calls it without a question', () => {
    expect(questionFor(me, { ...heard, content: '<@123>' })).toBe('');
  });

  test('but none of a bot, none without a mention, no reply without words', () => {
    expect(questionFor(me, { ...heard, content: '<@123> hi', byMachine: true })).toBeNull();
    expect(questionFor(me, { ...heard, content: '', mentionsMe: false })).toBeNull();
    expect(questionFor(me, heard)).toBeNull();
  });

  test('of which only so much is read', () => {
    expect(questionFor(me, { ...heard, content: `<@123> ${'a'.repeat(2000)}` })).toHaveLength(500);
  });
});
