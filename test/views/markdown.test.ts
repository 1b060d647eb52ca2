import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clip } from '../../src/views/clip.js';
import { link, safeUrl } from '../../src/views/link.js';
import { escapeMarkdown, escapeWithBold } from '../../src/views/markdown.js';

const anyText = fc.oneof(
  fc.string({ maxLength: 200 }),
  fc
    .array(
      fc.constantFrom(
        '\\',
        '*',
        '_',
        '[',
        ']',
        '(',
        ')',
        '<@1>',
        '# ',
        '\n',
        '- ',
        '1. ',
        ':x:',
        'a',
        ' ',
        '`',
      ),
    )
    .map((parts) => parts.join('')),
);
const shown = (markdown: string) => markdown.replace(/\\([^0-9A-Za-z\s])/g, '$1');

describe('escaped text', () => {
  test('is shown exactly as it was', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(shown(escapeMarkdown(text))).toBe(text);
      }),
    );
  });

  test('holds no mark of markup or mention without its backslash', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const bare = escapeMarkdown(text).replace(/\\[^0-9A-Za-z\s]/g, 'x');
        expect(bare).not.toMatch(/[*_~`|[\]<@]/);
        expect(bare).not.toMatch(/^\s*(#{1,3}|>|[-+])\s/m);
      }),
    );
  });

  test('makes no heading, list, quote or emoji', () => {
    expect(escapeMarkdown('# Fire')).toBe('\\# Fire');
    expect(escapeMarkdown('-# small')).toBe('\\-# small');
    expect(escapeMarkdown('2016. A year')).toBe('2016\\. A year');
    expect(escapeMarkdown('at 10:30 :fire:')).toBe('at 10:30 \\:fire:');
    expect(escapeMarkdown('@everyone <@123>')).toBe('\\@everyone \\<\\@123>');
  });
});

describe('matching words', () => {
  test('are bold, and words side by side are bold together', () => {
    expect(
      escapeWithBold('The old *bridge* fell', [
        [4, 7],
        [8, 16],
      ]),
    ).toBe('The **old \\*bridge\\*** fell');
  });

  test('leave the text as it was, whatever the ranges', () => {
    const anyRange = fc.tuple(fc.integer({ min: -3, max: 60 }), fc.integer({ min: -3, max: 60 }));
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z ]{0,50}$/), fc.array(anyRange), (text, ranges) => {
        const marked = escapeWithBold(text, ranges);
        expect(marked.replaceAll('**', '')).toBe(text);
        expect((marked.match(/\*\*/g)?.length ?? 0) % 2).toBe(0);
        expect(marked).not.toContain('****');
      }),
    );
  });
});

describe('cutting a text', () => {
  test('never exceeds the limit, halves an emoji or leaves a lone backslash', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }).map(escapeMarkdown),
        fc.integer({ min: 1, max: 40 }),
        (text, limit) => {
          const cut = clip(text, limit);
          expect(cut.length).toBeLessThanOrEqual(limit);
          expect(cut).not.toMatch(/\p{Surrogate}/u);
          if (cut !== text) expect(/(^|[^\\])(\\\\)*\\…$/.test(cut)).toBe(false);
        },
      ),
    );
  });
});

describe('a link', () => {
  test('opens only http and https addresses', () => {
    for (const bad of [
      'javascript:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
      'discord://x',
      'no address',
    ])
      expect(safeUrl(bad)).toBeNull();
    expect(link('The *Paper*', 'javascript:alert(1)')).toBe('The \\*Paper\\*');
  });

  test('can not be ended early by its address or its text', () => {
    expect(link('A [b](c)', 'https://example.org/a_(b)?c=)d')).toBe(
      '[A \\[b\\](c)](https://example.org/a_%28b%29?c=%29d)',
    );
    fc.assert(
      fc.property(fc.string(), fc.webUrl({ withQueryParameters: true, withFragments: true }), (text, url) => {
        const inside = link(text, url).replace(/\\./gs, '');
        expect(inside).toMatch(/^\[[^[\]]*\]\(https?:[^()\s]*\)$/);
      }),
    );
  });

  test('whose text looks like an address shows the host it really leads to', () => {
    expect(link('https://bank.example', 'https://www.other.example/x')).toBe(
      '[other.example](https://www.other.example/x)',
    );
  });
});
