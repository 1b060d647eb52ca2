import { expect, test } from 'vitest';
import { Cooldown } from '../../../src/bot/talk/cooldown.js';

test('a person who floods is asked once to slow down, then passed over, then heard again', () => {
  let now = 0;
  const cooldown = new Cooldown(() => now);
  const said = Array.from({ length: 8 }, () => cooldown.take('7'));
  expect(said).toEqual([...Array(5).fill('answer'), 'plead', 'pass over', 'pass over']);
  expect(cooldown.take('8')).toBe('answer');
  now += 11_000;
  expect(cooldown.take('7')).toBe('answer');
});
