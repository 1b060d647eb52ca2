import { expect, it } from 'vitest';
import { rememberingQuestions } from '../../../src/search/encode/remembering-models.js';
import type { TextModels } from '../../../src/search/encode/text-models.js';

it('encodes a question once, tries again after a failure, and passes everything else on', async () => {
  const encoded: string[] = [];
  let fails = true;
  const models: TextModels = rememberingQuestions({
    encoderId: 'a',
    encode: async (texts, kind) => {
      encoded.push(`${kind} ${texts.join('+')}`);
      if (fails) throw new Error('not now');
      return texts.map(() => Float32Array.of(1));
    },
    read: async () => null,
    close: async () => {},
  });
  await expect(models.encode(['who?'], 'question')).rejects.toThrow('not now');
  fails = false;
  expect(await models.encode(['who?'], 'question')).toEqual([Float32Array.of(1)]);
  expect(await models.encode(['who?'], 'question')).toEqual([Float32Array.of(1)]);
  await models.encode(['who?'], 'event');
  await models.encode(['a', 'b'], 'question');
  expect(encoded).toEqual(['question who?', 'question who?', 'event who?', 'question a+b']);
});
