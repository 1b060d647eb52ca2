import { ComponentType } from 'discord-api-types/v10';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { componentsOf } from '../../src/views/components-layout.js';
import { message } from '../../src/views/message.js';
import { expectWithinLimits } from './within-limits.js';

const png = { name: 'chart.png', data: new Uint8Array([1]), description: 'A chart of May' };

describe('a message laid out with Components V2', () => {
  test('has its line, then a container with the head, the text, the picture and the small print of its embed', () => {
    const view = message({
      content: 'On **8 April**',
      embeds: [
        {
          color: 0x123456,
          author: { name: 'Bridges' },
          title: 'A bridge opens',
          description: 'It spans the bay.',
          fields: [{ name: 'Related', value: 'A ferry stops.' }],
          image: { url: 'attachment://chart.png' },
          footer: { text: 'Page 1 of 2' },
        },
      ],
      files: [png],
    });
    expect(componentsOf(view)).toEqual([
      { type: ComponentType.TextDisplay, content: 'On **8 April**' },
      {
        type: ComponentType.Container,
        accent_color: 0x123456,
        components: [
          {
            type: ComponentType.TextDisplay,
            content: '-# Bridges\n### A bridge opens\nIt spans the bay.',
          },
          { type: ComponentType.Separator, spacing: 1 },
          { type: ComponentType.TextDisplay, content: '**Related**\nA ferry stops.' },
          {
            type: ComponentType.MediaGallery,
            items: [{ media: { url: 'attachment://chart.png' }, description: 'A chart of May' }],
          },
          { type: ComponentType.TextDisplay, content: '-# Page 1 of 2' },
        ],
      },
    ]);
  });

  test('puts a thumbnail beside the text', () => {
    const view = message({
      content: '',
      embeds: [{ title: 'A bridge opens', thumbnail: { url: 'https://example.org/bridge.jpg' } }],
    });
    expect(componentsOf(view)).toEqual([
      {
        type: ComponentType.Container,
        components: [
          {
            type: ComponentType.Section,
            components: [{ type: ComponentType.TextDisplay, content: '### A bridge opens' }],
            accessory: { type: ComponentType.Thumbnail, media: { url: 'https://example.org/bridge.jpg' } },
          },
        ],
      },
    ]);
  });

  test('shows a file that no embed shows', () => {
    expect(componentsOf(message({ content: 'Your data', files: [png] }))).toContainEqual({
      type: ComponentType.File,
      file: { url: 'attachment://chart.png' },
    });
  });

  test('keeps every head and cuts descriptions where all of it is too long', () => {
    const embeds = ['One', 'Two'].map((title) => ({ title, description: 'word '.repeat(500) }));
    const shown = JSON.stringify(componentsOf(message({ content: 'x'.repeat(1900), embeds })));
    expect(shown).toContain('### One');
    expect(shown).toContain('### Two');
  });

  test('fits whatever the embeds hold', () => {
    const text = fc.string({ maxLength: 4500 });
    const embed = fc.record(
      {
        title: text,
        description: text,
        author: fc.record({ name: text }),
        footer: fc.record({ text }),
        fields: fc.array(fc.record({ name: text, value: text }), { maxLength: 25 }),
        thumbnail: fc.constant({ url: 'https://example.org/a.png' }),
        image: fc.constant({ url: 'attachment://chart.png' }),
      },
      { requiredKeys: ['image'] },
    );
    const button = (id: number) =>
      ({ type: ComponentType.Button, style: 2, label: `B${id}`, custom_id: `b${id}` }) as const;
    fc.assert(
      fc.property(
        text,
        fc.array(embed, { maxLength: 10 }),
        fc.nat({ max: 25 }),
        (content, embeds, buttons) => {
          const rows = Array.from({ length: Math.ceil(buttons / 5) }, (_, row) => ({
            type: ComponentType.ActionRow as const,
            components: Array.from({ length: Math.min(5, buttons - row * 5) }, (_, i) => button(row * 5 + i)),
          }));
          expectWithinLimits(message({ content, embeds, rows, files: embeds.length > 0 ? [png] : [] }));
        },
      ),
      { numRuns: 60 },
    );
  });
});
