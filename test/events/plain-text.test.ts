import fc from 'fast-check';
import { expect, it } from 'vitest';
import { plainText } from '../../src/events/plain-text.js';

it.each([
  ["the paper ''Morning Tide'' says", 'the paper Morning Tide says'],
  ['Aldmere&#39;s &quot;quiet&quot; port&nbsp;&amp; bay', 'Aldmere\'s "quiet" port & bay'],
  ['Ships wait [http:--post.example.org-a (Post)] off Aldmere', 'Ships wait off Aldmere'],
  ['Ships wait. [http:--post.example.org-a (Po', 'Ships wait.'],
  ['港口关闭。date=2018年5月', '港口关闭。'],
  ['港口关闭。date=十一月 2017', '港口关闭。'],
  ['Ships wait.{{dead link|date=May 2018}}', 'Ships wait.'],
  ['-{zh-tw:葉門; zh-hans:也门;}-的港口', '葉門的港口'],
  ['港口（en Port of Aldmere）关闭', '港口关闭'],
  ['see [the **whole** report](https://example.org/r)', 'see the whole report'],
  ['a [[Port of Aldmere|port]] opens', 'a port opens'],
  ['  two  spaces\u200b and\u00a0one ', 'two spaces and one'],
  ['snake_case, 5 * 3 and a #tag stay', 'snake_case, 5 * 3 and a #tag stay'],
  ['Cafe\u0301', 'Café'],
])('reads %j as %j', (markup, text) => {
  expect(plainText(markup)).toBe(text);
});

it('gives one line without needless space, whatever comes in', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (markup) => {
      const text = plainText(markup);
      expect(text).toBe(text.trim());
      expect(text).not.toMatch(/[\n\r\t]|\s\s/);
    }),
  );
});
