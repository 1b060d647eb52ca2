import { type APIEmbed, ButtonStyle, ComponentType } from 'discord-api-types/v10';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { button, buttonRow, menuRow } from '../../src/views/buttons.js';
import { fitChoices } from '../../src/views/choices.js';
import { message, type Row } from '../../src/views/message.js';
import { expectWithinLimits } from './within-limits.js';

const text = (max: number) =>
  fc.oneof(
    fc.string({ maxLength: 30 }),
    fc.integer({ min: 0, max }).map((n) => 'ab c'.repeat(n / 4)),
  );
const embed: fc.Arbitrary<APIEmbed> = fc.record(
  {
    title: text(600),
    description: text(9000),
    footer: text(4000).map((value) => ({ text: value })),
    author: text(600).map((name) => ({ name })),
    url: fc.constantFrom('https://example.org/a', 'https://example.org/b'),
    fields: fc.array(fc.record({ name: text(600), value: text(3000) }), { maxLength: 30 }),
  },
  { requiredKeys: [] },
);
const row: fc.Arbitrary<Row> = fc.oneof(
  fc
    .array(fc.tuple(text(300), fc.nat({ max: 5 })), { maxLength: 8 })
    .map((buttons) =>
      buttonRow(
        ...buttons.map(([label, page]) => button(`${label}.`, { kind: 'day', date: '2016-04-08', page })),
      ),
    ),
  fc
    .array(fc.record({ label: text(300), value: text(200), description: text(300) }), { maxLength: 40 })
    .map((options) => menuRow('p'.repeat(400), { kind: 'event', menu: 0 }, options)),
);

describe('a message', () => {
  test('fits all limits of Discord, whatever goes in', () => {
    fc.assert(
      fc.property(
        text(5000),
        fc.array(embed, { maxLength: 14 }),
        fc.array(row, { maxLength: 9 }),
        (content, embeds, rows) => expectWithinLimits(message({ content, embeds, rows })),
      ),
    );
  });

  test('keeps its title and small print when the description is endless', () => {
    const view = message({
      content: 'x',
      embeds: [{ title: 'T', description: 'd '.repeat(4000), footer: { text: 'small' } }],
    });
    expect(view.embeds[0]?.title).toBe('T');
    expect(view.embeds[0]?.footer?.text).toBe('small');
  });

  test('shows the same button once, since Discord refuses a custom_id given twice', () => {
    const same = button('Day', { kind: 'day', date: '2016-04-08', page: 0 });
    const view = message({ content: 'x', rows: [buttonRow(same), buttonRow(same)] });
    expect(view.components).toEqual([
      {
        type: ComponentType.ActionRow,
        components: [expect.objectContaining({ style: ButtonStyle.Secondary })],
      },
    ]);
  });
});

describe('choices while typing', () => {
  test('are at most 25, named in at most 100 characters, none twice', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ name: text(300), value: text(200) }), { maxLength: 60 }),
        (choices) => {
          const fitted = fitChoices(choices);
          expect(fitted.length).toBeLessThanOrEqual(25);
          expect(new Set(fitted.map(({ value }) => value)).size).toBe(fitted.length);
          for (const { name, value } of fitted) {
            expect(name.length).toBeGreaterThan(0);
            expect(name.length).toBeLessThanOrEqual(100);
            expect(value.length).toBeGreaterThan(0);
            expect(value.length).toBeLessThanOrEqual(100);
          }
        },
      ),
    );
  });
});
