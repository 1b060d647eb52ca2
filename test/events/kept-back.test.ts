import { describe, expect, it } from 'vitest';
import { withoutComments } from '../../src/events/comments.js';
import { EventLibrary } from '../../src/events/event-library.js';
import { eventFile, writeTree } from './write-tree.js';

const front = (...lines: string[]) =>
  `---\ndate: 2031-05-07\ntitle: A rumour in Aldmere\n${lines.join('\n')}\n---\n`;

describe('what its writer kept back', () => {
  it.each([
    'draft: true',
    'draft: "yes"',
    'Draft: True',
    'draft: [true]',
    'published: false',
    'published: no',
    'publish: false',
    'private: true',
    'status: draft',
    'Status: hidden',
    'visibility: private',
    'unlisted: true',
    'hidden: yes',
    'permalink: false',
    'eleventyExcludeFromCollections: true',
    'build: {render: never}',
    '_build:\n  list: false',
  ])('by %s is not served and not reported as a mistake', async (line) => {
    const dir = await writeTree({ '/a.md': front(line), '/b.md': front('draft: false', 'published: true') });
    const { events, problems, leftOut } = await EventLibrary.open(dir);
    expect(events.map(({ path }) => path)).toEqual(['/b.md']);
    expect(problems).toEqual([]);
    expect(leftOut).toHaveLength(1);
  });

  it('until a day, or from a day on, is served as Hugo does: by the clock', async () => {
    const dir = await writeTree({
      '/later.md': front('publishDate: 2026-05-07'),
      '/at-nine.md': front('publishDate: 2026-05-06T09:00:00+02:00'),
      '/over.md': front('expiryDate: 2026-05-06'),
      '/alias.md': front('published: 2026-05-07').replace('date: 2031-05-07', 'date: 2016-05-07'),
      '/shown.md': front('publishDate: 2026-05-06', 'expiryDate: 2026-05-07', 'published: 2026-05-01'),
      '/announced.md': front().replace('rumour', 'fair'),
      '/alone.md': front().replace('date:', 'publishDate:').replace('rumour', 'market'),
    });
    const at = (time: string) => ({ clock: { now: () => new Date(time) } });
    const before = await EventLibrary.open(dir, at('2026-05-06T06:59:59Z'));
    expect(before.problems).toEqual([]);
    expect(before.leftOut).toEqual([
      { path: '/alias.md', why: 'scheduled' },
      { path: '/at-nine.md', why: 'scheduled' },
      { path: '/later.md', why: 'scheduled' },
      { path: '/over.md', why: 'expired' },
    ]);
    const after = await EventLibrary.open(dir, at('2026-05-07T00:00:00Z'));
    expect(after.leftOut).toEqual([
      { path: '/over.md', why: 'expired' },
      { path: '/shown.md', why: 'expired' },
    ]);
  });

  it('until a day that can’t be read is skipped, and said', async () => {
    const dir = await writeTree({
      '/a.md': front('expiryDate: soon'),
      '/b.md': front('publishDate: 2031-02-30'),
      '/c.md': front('expiryDate: [2031-05-07]'),
    });
    const { events, problems } = await EventLibrary.open(dir);
    expect(events).toEqual([]);
    expect(problems.map(({ path, line, problem }) => `${path}:${line}: ${problem}`)).toEqual([
      '/a.md:4: It says with "expiryDate" when it may be shown, which can\'t be read. "soon" is no date. Write it as 2016-04-08.',
      '/b.md:4: It says with "publishDate" when it may be shown, which can\'t be read. The calendar has no day 2031-02-30. Write the date as 2016-04-08.',
      '/c.md:4: It says with "expiryDate" when it may be shown, which can\'t be read. A list is no date. Write it as 2016-04-08.',
    ]);
  });

  it('by its place is counted: drafts, hidden folders and files, not the insides of tools', async () => {
    const dir = await writeTree({
      '/_drafts/deep/a.md': front(),
      '/.trash/b.md': front(),
      '/.c.md': front(),
      '/.git/d.md': front(),
      '/node_modules/e/README.md': front(),
      '/templates/f.md': '---\ndate: {{date}}\ntitle: {{title}}\n---\n',
      '/templates/g.md': '# {{title}}\n',
      '/templates/h.md': '---\ntitle: <% tp.file.title %>\ndate: <% tp.date.now() %>\n---\n',
      '/i.md': front(),
    });
    const { events, problems, leftOut } = await EventLibrary.open(dir);
    expect(events.map(({ path }) => path)).toEqual(['/i.md']);
    expect(problems).toEqual([]);
    expect(leftOut.map(({ path, why }) => `${path} ${why}`)).toEqual([
      '/.c.md hidden',
      '/.trash/b.md hidden',
      '/_drafts/deep/a.md drafts-folder',
      '/templates/f.md template',
      '/templates/g.md template',
      '/templates/h.md template',
    ]);
  });

  it('is not served by a day page that lists it, nor by a link to it', async () => {
    const dir = await writeTree({
      '/news/index.md':
        '## [2031-05-7](/news/index.md)\n\n### [A rumour in Aldmere ](/news/a.md)\n\n### [Rain falls. ](/news/b.md)\n',
      '/news/a.md': front('draft: true'),
      '/news/c.md': eventFile(
        '2031-05-08',
        'Snow falls.',
        '### Related:\n\n1. [A rumour in Aldmere ](/news/a.md)\n2. [Old rumour](/_drafts/x.md)\n',
      ),
    });
    const { events } = await EventLibrary.open(dir);
    expect(events.map(({ sentence, related }) => [sentence, related])).toEqual([
      ['Rain falls.', []],
      ['Snow falls.', []],
    ]);
  });

  it('in comments is shown nowhere: in the body, in keys, over lines, in day pages', async () => {
    const dir = await writeTree({
      '/a.md': `---\ndate: 2031-05-07 # secret1\ntitle: "A fair <!-- secret2 --> opens%% secret3%%"\ntopics: [Fairs, "%%secret4%%"]\n---\nMusic <!-- secret5\nsecret6\n# secret7\n--> plays.\n\n%%\nsecret8\n%%\n\nAll %%secret9%% of \`%%code%%\`.\n\n\`\`\`\n<!-- shown -->\n\`\`\`\n`,
      '/index.md':
        '## [2031-05-8](/x/index.md)\n\n### [Rain <!-- secret --> falls. ](/x/rain.md)\n%%secret%% All day.\n',
    });
    const { events, problems } = await EventLibrary.open(dir);
    expect(problems).toEqual([]);
    expect(JSON.stringify(events)).not.toContain('secret');
    expect(events.map(({ sentence, summary }) => [sentence, summary])).toEqual([
      ['A fair opens', 'Music\n\nplays.\n\nAll of `%%code%%`.\n\n<!-- shown -->'],
      ['Rain falls.', 'All day.'],
    ]);
  });

  it('in the comments of Hugo, MDX and plain Markdown is shown nowhere', async () => {
    const notes = [
      '{{/* secret\n\nsecret */}}',
      '{{< comment >}}\nsecret\n{{< /comment >}}',
      '{{% comment %}}secret{{% /comment %}}',
      '{/* secret */}',
      '[//]: # (secret)',
      '[comment]: <> (secret)',
      '[_]: # "secret"',
    ];
    const dir = await writeTree({
      '/a.md': `${front()}One.\n\n${notes.join('\n\n')}\n\nTwo.\n\n\`\`\`\n[//]: # (shown)\n\`\`\`\n`,
    });
    const { events, problems } = await EventLibrary.open(dir);
    expect(problems).toEqual([]);
    expect(events.map(({ summary }) => summary)).toEqual(['One.\n\nTwo.\n\n[//]: # (shown)']);
  });

  it('in a comment that is never closed stays back as well, and it is said where it begins', async () => {
    const dir = await writeTree({ '/a.md': `${front()}One.\n\nTwo. <!-- secret\n\nsecret\n` });
    const { events, problems } = await EventLibrary.open(dir);
    expect(events[0]?.summary).toBe('One.\n\nTwo.');
    expect(problems).toMatchObject([{ line: 8, problem: expect.stringContaining('never closed') }]);
  });

  it('takes no longer than the text is', () => {
    const begun = process.cpuUsage();
    for (const part of ['<!-- x -->', '%%a%%', '`', '<!--', '%%', '{%', '``a`', '{{/*', '{{< comment >}}'])
      withoutComments(part.repeat(400_000 / part.length));
    const { user, system } = process.cpuUsage(begun);
    expect((user + system) / 1000).toBeLessThan(2000);
  });
});
