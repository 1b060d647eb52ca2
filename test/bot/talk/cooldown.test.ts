import { expect, test } from 'vitest';
import { Cooldown } from '../../../src/bot/talk/cooldown.js';

/** What becomes of questions asked this many milliseconds apart. */
function asking(cooldown: Cooldown, times: number, person = '7', each: () => void = () => undefined) {
  return Array.from({ length: times }, () => {
    const { kind } = cooldown.take(person);
    each();
    return kind;
  });
}

test('a person who floods is asked once to wait, then ignored, then answered again', () => {
  let now = 0;
  const cooldown = new Cooldown(() => now);
  const said = asking(cooldown, 10);
  expect(said).toEqual(Array(10).fill('answer'));
  expect(cooldown.take('7')).toEqual({ kind: 'hold', seconds: 10 });
  expect(asking(cooldown, 3)).toEqual(Array(3).fill('pass-over'));
  expect(cooldown.take('8').kind).toBe('answer');
  now += 9_900;
  expect(cooldown.take('7').kind).toBe('pass-over');
  now += 200;
  expect(cooldown.take('7').kind).toBe('answer');
});

test('a person who asks a question a second, on and on, is never held back', () => {
  let now = 0;
  const cooldown = new Cooldown(() => now);
  const said = asking(cooldown, 60, '7', () => {
    now += 1000;
  });
  expect(new Set(said)).toEqual(new Set(['answer']));
});
