import { expect, test } from 'vitest';
import { TypingTurns } from '../../src/bot/typing-turns.js';

test('of what a person types in a row only the latest is looked up', async () => {
  const turns = new TypingTurns();
  const looked: string[] = [];
  const typed = ['r', 'ro', 'ros'].map((text) =>
    turns.take('ada', async () => {
      looked.push(text);
      return text;
    }),
  );
  expect(await Promise.all(typed)).toEqual([null, null, 'ros']);
  expect(looked).toEqual(['ros']);
  expect(await turns.take('ada', async () => 'rose')).toBe('rose');
});

test('somebody who types without end holds up nobody, and is served in turn', async () => {
  const turns = new TypingTurns();
  const looked: string[] = [];
  const look = (person: string, text: string) =>
    turns.take(person, async () => {
      looked.push(`${person} ${text}`);
      // Types on while it is looked up.
      if (person === 'eve' && looked.length < 20) void look('eve', `${text}x`);
    });
  void look('eve', 'x');
  await Promise.all(['ada', 'ben', 'chloe'].map((person) => look(person, 'rosetta')));
  expect(looked.slice(0, 4)).toEqual(['eve x', 'ada rosetta', 'ben rosetta', 'chloe rosetta']);
});

test('a look that fails gives its error to its keystroke, and the next goes on', async () => {
  const turns = new TypingTurns();
  const failing = turns.take('ada', async () => {
    throw new Error('stuck');
  });
  const next = turns.take('ben', async () => 'on');
  await expect(failing).rejects.toThrow('stuck');
  expect(await next).toBe('on');
});
