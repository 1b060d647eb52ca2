import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateOfDayNumber } from '../../src/events/calendar-date.js';
import {
  type ComponentId,
  packComponentId,
  textRoom,
  unpackComponentId,
} from '../../src/views/component-id.js';
import { limits } from '../../src/views/limits.js';
import { LongTextsInMemory } from '../../src/views/long-texts.js';
import { packText, packTexts, unpackText } from '../../src/views/packed-text.js';

const anyDate = fc.integer({ min: -700_000, max: 2_900_000 }).map(dateOfDayNumber);
const anyPage = fc.nat({ max: 999_999 });
const anyEvent = fc.stringMatching(/^[\w-]{11}$/);
const anyText = fc.oneof(
  fc.nat({ max: 40 }).map((n) => 'x'.repeat(n)),
  fc.string({ maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
);

describe('a custom_id', () => {
  test('gives back the event, page and day that went into it', () => {
    const ids: fc.Arbitrary<ComponentId> = fc.oneof(
      fc.record({ kind: fc.constant('story' as const), event: anyEvent }),
      fc.record({ kind: fc.constant('story-page' as const), event: anyEvent, page: anyPage }),
      fc.record({ kind: fc.constant('sources' as const), event: anyEvent }),
      fc.record({ kind: fc.constant('day' as const), date: anyDate, page: anyPage }),
      fc.record({ kind: fc.constant('event' as const), menu: anyPage }),
    );
    fc.assert(
      fc.property(ids, (id) => {
        const packed = packComponentId(id);
        expect(packed.length).toBeLessThanOrEqual(limits.customId);
        expect(unpackComponentId(packed)).toEqual(id);
      }),
    );
  });

  test('holds any search within 100 characters and gives it back, however long its words are', async () => {
    const longTexts = new LongTextsInMemory();
    await fc.assert(
      fc.asyncProperty(
        anyText,
        fc.option(anyText),
        fc.option(anyDate),
        fc.option(anyDate),
        anyDate,
        anyPage,
        async (query, topic, from, to, on, page) => {
          const [packedQuery, packedTopic] = await packTexts(longTexts, textRoom.search, [
            query,
            topic ?? '',
          ]);
          if (packedQuery === undefined || packedTopic === undefined) throw new Error('two in, two out');
          const id: ComponentId = {
            kind: 'search',
            go: 'first',
            page,
            on,
            from,
            to,
            sort: 'relevance',
            topic: topic === null ? null : packedTopic,
            query: packedQuery,
          };
          const packed = packComponentId(id);
          expect(packed.length).toBeLessThanOrEqual(limits.customId);
          const read = unpackComponentId(packed);
          expect(read).toEqual(id);
          if (read?.kind !== 'search') throw new Error('another kind');
          expect(await unpackText(longTexts, read.query)).toBe(query);
          if (read.topic !== null) expect(await unpackText(longTexts, read.topic)).toBe(topic);
        },
      ),
    );
  });

  test('holds any question within 100 characters and gives it back', async () => {
    const longTexts = new LongTextsInMemory();
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          anyText,
          fc.nat({ max: 120 }).map((n) => '|'.repeat(n)),
        ),
        async (text) => {
          const question = await packText(longTexts, textRoom.ask, text);
          const packed = packComponentId({ kind: 'ask', on: '2016-04-08', question });
          expect(packed.length).toBeLessThanOrEqual(limits.customId);
          const read = unpackComponentId(packed);
          if (read?.kind !== 'ask') throw new Error('another kind');
          expect(await unpackText(longTexts, read.question)).toBe(text);
        },
      ),
    );
  });

  test('of another bot, an older version or none at all reads as null and never throws', () => {
    for (const old of [
      '',
      'day',
      'day|2016-02-30|0',
      'day|2016-04-08|0|more',
      'story|short',
      'toString|a',
      '__proto__',
    ])
      expect(unpackComponentId(old)).toBeNull();
    fc.assert(fc.property(fc.string({ maxLength: 100 }), (text) => void unpackComponentId(text)));
  });
});

describe('a packed text', () => {
  test('stays in the custom_id while it fits', async () => {
    expect(await packText(new LongTextsInMemory(), 30, 'a short 100% | one')).not.toMatch(/^~/);
  });

  test('whose key is gone reads as null', async () => {
    const packed = await packText(new LongTextsInMemory(), 20, 'x'.repeat(21));
    expect(await unpackText(new LongTextsInMemory(), packed)).toBeNull();
  });
});
