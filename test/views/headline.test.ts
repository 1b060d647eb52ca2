import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitHeadline } from '../../src/views/headline.js';

describe('a headline', () => {
  test('that is short is the title, without its full stop', () => {
    expect(splitHeadline('The old bridge falls.')).toEqual({
      title: 'The old bridge falls',
      rest: '',
      restAt: 21,
    });
  });

  test('of several sentences has the first as its title', () => {
    const { title, rest } = splitHeadline('Dr. Vasko opens the bridge. A crowd of 40 watches.');
    expect(title).toBe('Dr. Vasko opens the bridge');
    expect(rest).toBe('A crowd of 40 watches.');
  });

  test('of one long sentence is divided where a clause ends', () => {
    const { title, rest } = splitHeadline(
      'The council of Quillmere closes the old bridge over the river to all carts and coaches, ' +
        'after engineers find cracks in two of its five piers and warn that the next flood could bring all of it down.',
    );
    expect(title).toBe(
      'The council of Quillmere closes the old bridge over the river to all carts and coaches',
    );
    expect(rest).toMatch(/^after engineers/);
  });

  test('keeps the stop of an abbreviation', () => {
    expect(splitHeadline('The bridge is sold to Vasko Inc.').title).toBe('The bridge is sold to Vasko Inc.');
  });

  test('is never left with a word or two below its title', () => {
    const { rest } = splitHeadline(
      `${'The long procession crosses the old bridge '.repeat(3)}on a windy day, as planned.`,
    );
    expect(rest).toBe('');
  });

  test('is all there, once, in title and rest', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('Word', 'while', 'a, ', 'b.', 'C', '；', '。', 'and', '–', 'Mr.', '北约'), {
          maxLength: 90,
        }),
        (parts) => {
          const headline = parts.join(' ');
          const { title, rest } = splitHeadline(headline);
          const letters = (text: string) => text.replace(/[^\p{L}]/gu, '');
          expect(letters(title) + letters(rest)).toBe(letters(headline));
        },
      ),
    ));
});
