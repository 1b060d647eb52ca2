import { type APIApplicationCommand, ApplicationCommandOptionType as Option } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import {
  calledEntry,
  commandEntries,
  matchingEntries,
  sharedOut,
  wrapped,
} from '../../src/page/composer/command-entry.js';
import { readOption } from '../../src/page/composer/option-value.js';

const question = { type: Option.String, name: 'question', description: 'What', required: true };
const hidden = { type: Option.Boolean, name: 'private', description: 'For me' };
const commands = [
  { type: 1, name: 'ask', description: 'Asks', options: [question, hidden] },
  { type: 1, name: 'task', description: 'Works' },
  {
    type: 1,
    name: 'digest',
    description: 'Digests',
    options: [{ type: Option.Subcommand, name: 'set', description: 'Sets', options: [hidden] }],
  },
  { type: 3, name: 'Find events', description: '' },
] as unknown as APIApplicationCommand[];
const entries = commandEntries(commands);

test('subcommands are listed as commands of their own, message menus not at all', () => {
  expect(entries.map((entry) => entry.name)).toEqual(['ask', 'task', 'digest set']);
});

test('commands that begin with what was typed come before those that hold it', () => {
  expect(matchingEntries(entries, 'as').map((entry) => entry.name)).toEqual(['ask', 'task']);
});

test('a pasted command fills its options by name, or the first with all of it', () => {
  const called = calledEntry(entries, '/ask question: When was it? private: True');
  expect(called && [...sharedOut(called.entry, called.rest)]).toEqual([
    ['question', 'When was it?'],
    ['private', 'True'],
  ]);
  const bare = calledEntry(entries, '/ask When: at 9?');
  expect(bare && [...sharedOut(bare.entry, bare.rest)]).toEqual([['question', 'When: at 9?']]);
});

test('options of a subcommand are sent inside it', () => {
  const entry = entries.find((one) => one.name === 'digest set');
  const filled = { name: 'private', type: Option.Boolean, value: true };
  expect(entry && wrapped(entry, [filled])).toEqual([
    { name: 'set', type: Option.Subcommand, options: [filled] },
  ]);
});

test('an option is refused in the words of Discord', () => {
  const sentence = (option: object, text: string) => {
    const read = readOption({ name: 'o', description: '', type: Option.String, ...option }, text, null, null);
    return read.kind === 'problem' ? read.sentence : null;
  };
  expect(sentence({ required: true }, ' ')).toBe('This option is required. Specify a value.');
  expect(sentence({ max_length: 3 }, 'four')).toBe('Must be 3 or fewer in length.');
  expect(sentence({ type: Option.Integer }, '1.5')).toBe('Input a valid integer.');
  expect(sentence({ type: Option.Integer, max_value: 9 }, '10')).toBe('Must be less than or equal to 9.');
  expect(sentence({}, '')).toBeNull();
});

test('a choice is sent by its value as long as its name is in the box', () => {
  const option = { name: 'sort', description: '', type: Option.String };
  const choice = { name: 'Newest first', value: 'newest' };
  expect(readOption(option, 'Newest first', choice, null)).toEqual({ kind: 'value', value: 'newest' });
  expect(readOption(option, 'newest FIRST', null, [choice])).toEqual({ kind: 'value', value: 'newest' });
  expect(readOption(option, 'neither', null, [choice]).kind).toBe('problem');
});
