import fc from 'fast-check';
import { expect, test } from 'vitest';
import { button, buttonRow, menuRow } from '../../src/views/buttons.js';
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
/** A message with this many buttons in each row. */
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

test('a button back to any answer is there, however full the message, and a button gives way only where all is full', async () => {
  await fc.assert(
    fc.asyncProperty(anyText, rows, async (question, counts) => {
      const to = await asked(question);
      const bare = withButtons(counts);
      const view = await withWayBack(bare, to, en, longTexts);
      expectWithinLimits(view);
      expect(await origin(customIds(view), longTexts)).toEqual(to);
      const kept = customIds(bare).filter((id) => customIds(view).includes(id));
      const isFull = counts.length === 5 && counts.every((count) => count === 5);
      expect(kept).toHaveLength(customIds(bare).length - (isFull ? 1 : 0));
    }),
    { examples: [['Who won?', [5, 5, 5, 5, 5]]] },
  );
});

test('a message of five menus gives up the last of them for the button back', async () => {
  const menus = Array.from({ length: 5 }, (_, menu) =>
    menuRow('x', { kind: 'event', menu }, [{ label: 'x', value: 'x' }]),
  );
  const to = await asked('Who won?');
  const view = await withWayBack(message({ content: 'x', rows: menus }), to, en, longTexts);
  expect(view.components.slice(0, 4)).toEqual(menus.slice(0, 4));
  expect(await origin(customIds(view).slice(4), longTexts)).toEqual(to);
});

test('a message without buttons, or with ids that are not ours, leads back to nothing', async () => {
  expect(await origin([null, 'poll|>yes', 'story|>', 'back|=nonsense'], longTexts)).toBeNull();
});
