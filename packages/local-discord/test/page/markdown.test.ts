import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseMarkdown } from '../../src/page/markdown/blocks.js';
import { parseInline } from '../../src/page/markdown/inline.js';
import type { Inline } from '../../src/page/markdown/nodes.js';

const text = (value: string): Inline => ({ kind: 'text', text: value });

test('bold, italics, underline, strike and code are read, inside each other too', () => {
  expect(parseInline('a **bold *and* more** b')).toEqual([
    text('a '),
    { kind: 'bold', children: [text('bold '), { kind: 'italic', children: [text('and')] }, text(' more')] },
    text(' b'),
  ]);
  expect(parseInline('__u__ ~~s~~ `**c**`').map((node) => node.kind)).toEqual([
    'underline',
    'text',
    'strike',
    'text',
    'code',
  ]);
});

test('an underscore inside a word is no italics', () => {
  expect(parseInline('snake_case_word')).toEqual([text('snake_case_word')]);
});

test('links lead only to http and https', () => {
  expect(parseInline('[a](https://a.example/x_(y))')).toEqual([
    { kind: 'link', href: 'https://a.example/x_(y)', children: [text('a')] },
  ]);
  expect(parseInline('[a](javascript:alert\\(1\\))').some((node) => node.kind === 'link')).toBe(false);
  expect(parseInline('see https://a.example/b.').at(1)).toMatchObject({ href: 'https://a.example/b' });
});

test('mentions, channels, commands and timestamps are read', () => {
  expect(
    parseInline('<@123456789012345678><#123456789012345678></ask:1><t:0:D>').map((node) => node.kind),
  ).toEqual(['user', 'channel', 'command', 'timestamp']);
});

test('lines become headings, small print, quotes, lists and code', () => {
  const blocks = parseMarkdown(
    '## Title\n-# small\n> said\n> more\n- one\n- two\n  - deeper\n1. first\nplain\n```js\nx\n```',
  );
  expect(blocks.map((block) => block.kind)).toEqual([
    'heading',
    'small',
    'quote',
    'list',
    'paragraph',
    'code-block',
  ]);
});

test('every text is read to its end, whatever is in it', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), (written) => {
      expect(() => parseMarkdown(written)).not.toThrow();
    }),
  );
});
