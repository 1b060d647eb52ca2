import { expect, test } from 'vitest';
import { smallTalk, withoutTypedCommand } from '../../src/bot/small-talk.js';

test.each([
  ['hi', 'greeting'],
  ['Hello there!', 'greeting'],
  ['good morning', 'greeting'],
  ["what's up?", 'greeting'],
  ['你好！', 'greeting'],
  ['thx', 'thanks'],
  ['ok thank you so much!!', 'thanks'],
  ['谢谢', 'thanks'],
  ['HELP', 'help'],
  ['what can you do?', 'help'],
  ['how does this work', 'help'],
  ['stop', 'stop'],
])('“%s” asks nothing of the events', (said, kind) => {
  expect(smallTalk(said)).toBe(kind);
});

test.each([
  'who helped the miners?',
  'when did the strike stop?',
  'hello kitty',
  'what is the latest on Hi-Lo?',
  'ok, and then?',
  'thanks to whom was the bridge built?',
  '',
  '?',
])('“%s” is a question for the events', (asked) => {
  expect(smallTalk(asked)).toBeNull();
});

test('a command that was written as text is read as the question in it', () => {
  expect(withoutTypedCommand('/ask when was the flood?')).toBe('when was the flood?');
  expect(withoutTypedCommand('/date when: 8 April 2016')).toBe('8 April 2016');
  expect(withoutTypedCommand('/ask question: /date')).toBe('/date');
  expect(withoutTypedCommand('/help')).toBe('help');
  expect(withoutTypedCommand('what is 1/2 of it?')).toBe('what is 1/2 of it?');
});
