import fc from 'fast-check';
import { expect, test } from 'vitest';
import { button, buttonRow } from '../../src/views/buttons.js';
import { type ComponentId, textRoom } from '../../src/views/component-id.js';
import { LongTextsInMemory } from '../../src/views/long-texts.js';
import { message } from '../../src/views/message.js';
import { packText } from '../../src/views/packed-text.js';
import { en } from '../../src/views/sentences/en.js';
import { origin, remembering, withWayBack } from '../../src/views/way-back.js';
import { expectWithinLimits } from './within-limits.js';

const longTexts = new LongTextsInMemory();
const anyText = fc.string({ unit: 'grapheme', maxLength: 300 });
const asked = async (question: string): Promise<ComponentId> => ({
  kind: 'ask',
  on: '2016-06-01',
  question: await packText(longTexts, textRoom.ask, question),
});
/** A message with so many buttons in each row. */
const withButtons = (rows: readonly number[]) =>
  message({
    content: 'x',
    rows: rows.map((count, row) =>
      buttonRow(
        ...Array.from({ length: count }, (_, at) => button('x', { kind: 'event', menu: row * 10 + at })),
      ),
    ),
  });
const customIds = (view: ReturnType<typeof withButtons>) =>
  view.components.flatMap(({ components }) => components.map((c) => ('custom_id' in c ? c.custom_id : null)));
const rows = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 5 });

test('a message remembers any answer within Discord’s limits, and gives it back', async () => {
  await fc.assert(
    fc.asyncProperty(anyText, rows, async (question, counts) => {
      const here = await asked(question);
      const view = await remembering(withButtons(counts), here, longTexts);
      expectWithinLimits(view);
      expect(await origin(customIds(view), longTexts)).toEqual(here);
    }),
  );
});

test('a button back to any answer fits wherever a button fits', async () => {
  await fc.assert(
    fc.asyncProperty(anyText, rows, async (question, counts) => {
      const to = await asked(question);
      const view = await withWayBack(withButtons(counts), to, en, longTexts);
      expectWithinLimits(view);
      const isFull = counts.length === 5 && counts.every((count) => count === 5);
      expect(await origin(customIds(view), longTexts)).toEqual(isFull ? null : to);
    }),
  );
});

test('a message without buttons of its own, or with ids that are not ours, tells nothing', async () => {
  expect(await origin([null, 'poll|>yes', 'story|>', 'back|=nonsense'], longTexts)).toBeNull();
});
