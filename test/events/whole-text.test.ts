import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEvent } from '../../src/events/read-event.js';

const FRONT = '---\ndate: 2031-05-07\ntitle: A fair opens\n---\n';

function summaryOf(body: string): string {
  const reading = readEvent('/a.md', `${FRONT}${body}`);
  if (reading.kind !== 'event') throw new Error(JSON.stringify(reading));
  return reading.draft.summary;
}

it('reads links by reference, and addresses alone in a list as sources', () => {
  const reading = readEvent(
    '/a.md',
    `${FRONT}The [harbour][1] of [Aldmere] and [the mill][no].\n\n## Sources\n\n- [Post][1]\n- <https://echo.example/>\n- https://news.example/a\n\n## Later\n\nMore.\n\n[1]: https://post.example/a "The Post"\n[aldmere]: <https://aldmere.example/>\n`,
  );
  expect(reading).toMatchObject({
    draft: {
      summary: 'The harbour of Aldmere and [the mill][no].\n\nLater\n\nMore.',
      sources: [
        { name: 'Post', url: 'https://post.example/a' },
        { url: 'https://echo.example/' },
        { url: 'https://news.example/a' },
      ],
    },
  });
});

it('leaves out what only says how the text around it looks', () =>
  expect(summaryOf('One.\n{: .lead}\n\n::: {.note}\nTwo.\n:::\n\n:::tip\nThree.\n:::\n')).toBe(
    'One.\n\nTwo.\n\nThree.',
  ));

it('reads the line ends of old Macs, and texts with half a character', () => {
  const reading = readEvent(
    '/a.md',
    '---\rdate: 2031-05-07\rtitle: "A \\ud83d fair"\r---\rMusic.\r\rIt plays.\r',
  );
  expect(reading).toMatchObject({ draft: { headline: 'A fair', summary: 'Music.\n\nIt plays.' } });
});

describe('all of the text is the event’s', () => {
  it.each([
    [
      'under headings',
      'One.\n\n## Background\n\nTwo.\n\n### Deep\n\n- three\n',
      'One.\n\nBackground\n\nTwo.\n\nDeep\n\nthree',
    ],
    [
      'in code',
      'It printed:\n\n```\n# ERROR 7\n- [x](/y.md)\n```\n\nThen on.',
      'It printed:\n\n# ERROR 7\n- [x](/y.md)\n\nThen on.',
    ],
    ['in code with longer fences', '````md\n```\n# a\n```\n````\nb', '```\n# a\n```\n\nb'],
    ['in code that is indented', 'a\n\n    # b\n\nc', 'a\n\n# b\n\nc'],
    ['in code that is never closed', 'a\n\n~~~\n## b\nc', 'a\n\n## b\nc'],
    [
      'under lines that make headlines',
      'Aftermath\n=========\n\nTolls rise.\n\nLater\n---\n\nThey fall.',
      'Aftermath\n\nTolls rise.\n\nLater\n\nThey fall.',
    ],
    ['between closing marks', '## Tolls ##\n\nC# stays\n\n## About C#\n', 'Tolls\n\nC# stays\n\nAbout C#'],
    [
      'after a list of sources',
      '### Sources\n\n- [Post](https://a.example/1)\n\n## Later\n\nMore.',
      'Later\n\nMore.',
    ],
    [
      'in items that go on after a link',
      '- [Post](https://a.example/1) says the tolls rose by a third\n',
      'Post says the tolls rose by a third',
    ],
    [
      'in quotes and tables',
      '> A mayor speaks.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n',
      'A mayor speaks.\n\n| a | b | | 1 | 2 |',
    ],
    ['of a second headline', '# Another\n\nText.', 'Another\n\nText.'],
  ])('%s', (_name, body, summary) => expect(summaryOf(body)).toBe(summary));

  it('before the headline, too', () => {
    const reading = readEvent(
      '/a.md',
      '### [2031-05-7](/x/index.md)\n\nAn introduction.\n\n# A fair opens #\n\nText.\n',
    );
    expect(reading).toMatchObject({
      draft: { headline: 'A fair opens', summary: 'An introduction.\n\nText.' },
    });
  });

  it('and what is longer than is served is reported', () => {
    const reading = readEvent('/a.md', `${FRONT}${'word '.repeat(3000)}`);
    expect(reading).toMatchObject({
      problems: [{ problem: expect.stringContaining('the first 8000 are served') }],
    });
  });

  it('whatever blocks it is made of', () => {
    const word = fc.integer({ min: 100_000, max: 999_999 }).map((n) => `word${n}`);
    const block = fc.oneof(
      word,
      fc
        .tuple(fc.integer({ min: 1, max: 6 }), word, fc.boolean())
        .map(([depth, w, closed]) => `${'#'.repeat(depth)} ${w}${closed ? ' ##' : ''}`),
      fc.tuple(word, fc.constantFrom('===', '---')).map(([w, line]) => `${w}\n${line}`),
      fc.tuple(word, fc.constantFrom('```', '~~~~')).map(([w, fence]) => `${fence}\n# ${w}\n${fence}`),
      fc
        .tuple(fc.constantFrom('- ', '1. ', '* ', '- [ ] ', '> ', '> [!tip] ', '    # '), word)
        .map(([mark, w]) => mark + w),
      word.map((w) => `| ${w} | x |\n|---|---|`),
      word.map((w) => `- [${w}](https://a.example/${w}) goes on`),
      word.map((w) => `**${w}** and [${w}](b.md), [[${w}]] {{< note >}}`),
    );
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 12 }), (blocks) => {
        const summary = summaryOf(blocks.join('\n\n'));
        for (const [w] of blocks.join('\n').matchAll(/word\d+/g)) expect(summary).toContain(w);
      }),
      { numRuns: 200 },
    );
  });
});
