import { existsSync } from 'node:fs';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { EventLibrary } from '../../src/events/event-library.js';
import { publisherName } from '../../src/events/publisher.js';
import { readEvent } from '../../src/events/read-event.js';
import { mutated, seeded } from './mutate.js';
import { eventFile, writeTree } from './write-tree.js';

const cpuMs = (work: () => unknown) => {
  const begun = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
};

it('follows links out of the folder within bounds: not to the system, not upwards, not from link to link', async () => {
  const dir = await writeTree({
    'events/a.md': eventFile('2031-05-07', 'Dockers stop work.'),
    'shelf/b.md': eventFile('2031-05-07', 'Ships wait.'),
  });
  await symlink(join(dir, 'shelf'), join(dir, 'events', 'shelf'));
  await symlink(dir, join(dir, 'events', 'up'));
  await symlink('/', join(dir, 'events', 'root'));
  await mkdir(join(dir, 'other'));
  await symlink(join(dir, 'other'), join(dir, 'shelf', 'other'));
  const hasProc = existsSync('/proc/self');
  if (hasProc) await symlink('/proc', join(dir, 'events', 'proc'));
  const { events, problems } = await EventLibrary.open(join(dir, 'events'));
  expect(events.map(({ path }) => path)).toEqual(['/a.md', '/shelf/b.md']);
  expect(problems.map(({ path }) => path)).toEqual([
    ...(hasProc ? ['/proc'] : []),
    '/root',
    '/shelf/other',
    '/up',
  ]);
});

it('finds links by relative path, by name, by alias, with marks in names, percent-encoded or not', async () => {
  const event = (n: number, ...lines: string[]) =>
    `---\ndate: 2031-05-0${n}\ntitle: Bridge ${n} opens\n${lines.join('\n')}\n---\n`;
  const dir = await writeTree({
    '/my notes/50% off? #1 (new).md': event(1),
    '/my notes/Plain.md': event(2, 'aliases: [The plain bridge]'),
    '/my notes/sub/from.md': `${event(3, 'related:', '  - ../Plain.md', '  - "[[plain]]"', '  - "[[The plain bridge|it]]"', '  - my notes/Plain', '  - /my%20notes/Plain.md#top', '  - "../50% off? #1 (new).md"', '  - nothing.md')}\n### Related\n\n- [One](<../50% off? #1 (new).md>)\n- [[Plain]]\n- [Two](/my%20notes/50%25%20off%3F%20%231%20(new).md)\n`,
  });
  const library = await EventLibrary.open(dir);
  expect(library.event('/my notes/sub/from.md')?.related.map(({ path }) => path)).toEqual([
    '/my notes/Plain.md',
    '/my notes/50% off? #1 (new).md',
    '/nothing.md',
  ]);
  expect(library.problems).toMatchObject([
    { line: 11, problem: expect.stringContaining('no event stands there') },
  ]);
});

it('takes no longer than a text is long', { timeout: 60_000 }, () => {
  const nasty = [
    '-',
    ' ',
    '\t',
    '.',
    '—',
    '#',
    '[',
    '](',
    '(',
    '{{',
    '[[',
    '==',
    '`',
    '> ',
    '- ',
    '|',
    '_',
    '*',
    '&',
    '<',
    '\\',
    '%%',
    'a: ',
    '： ',
    '#.',
    '.SVG#',
    ', ',
    '[!a',
    '^a ',
  ];
  for (const part of nasty) {
    const long = part.repeat(Math.floor(60_000 / part.length));
    const file = `${eventFile('2031-05-07', 'A fair opens.')}${long}x\n\n- [${long}x](https://a.example) ${long}x\n\n## ${long}x\n\n${long}\n`;
    expect(
      cpuMs(() => readEvent('/a.md', file)),
      part,
    ).toBeLessThan(1500);
    expect(
      cpuMs(() => publisherName(`Post${long}x`, 'https://a.example')),
      part,
    ).toBeLessThan(500);
  }
});

it('puts a day of thousands of events together, reports of one made one', async () => {
  const dir = await writeTree({
    'x.md': eventFile('2031-05-07', 'Ferry 7 of the harbour line leaves for Aldmere at noon.'),
  });
  for (let n = 0; n < 2000; n++) {
    const file = join(dir, 'news', `${n}.md`);
    if (n === 0) await mkdir(dirname(file), { recursive: true });
    await writeFile(
      file,
      eventFile('2031-05-07', `Ferry ${n} of the harbour line leaves for Aldmere at noon.`),
    );
  }
  const begun = process.cpuUsage();
  const { events, problems } = await EventLibrary.open(dir);
  const { user, system } = process.cpuUsage(begun);
  expect([events.length, problems.length]).toEqual([2000, 1]);
  expect((user + system) / 1000).toBeLessThan(6000);
}, 60_000);

it('reads mutated files without a throw, and leaves none of them unsaid', () => {
  const random = seeded(2031);
  for (let n = 0; n < 150; n++) {
    const reading = readEvent(`/${n}.md`, mutated(random).toString());
    expect(['event', 'day-page', 'kept-back', 'skipped', 'nothing']).toContain(reading.kind);
    if (reading.kind === 'skipped') expect(reading.problems.length).toBeGreaterThan(0);
  }
}, 60_000);
