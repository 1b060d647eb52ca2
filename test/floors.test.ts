import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, it } from 'vitest';

/** The floors of the house, from the ground up (CONTRIBUTING draws them): an import points down, or stays. */
const FLOORS = [
  // What a day is, and texts: files of events are read with the one reader of times.
  ['src/events/calendar-date.ts', 'src/events/date-span.ts', 'src/events/trim-end.ts', 'src/text'],
  ['src/time'],
  [
    'src/kept/',
    'src/events',
    'src/clock.ts',
    'src/config.ts',
    'src/in-turns.ts',
    'src/log.ts',
    'src/make-folder.ts',
    'src/folder-lock.ts',
    'src/sqlite-busy.ts',
  ],
  ['src/search'],
  ['src/archive', 'src/store', 'src/import'],
  ['src/following'],
  ['src/views', 'src/terminal'],
  ['src/pictures'],
  ['src/bot'],
  ['commands'],
  [
    'src/health',
    'src/app.ts',
    'src/start-failure.ts',
    'src/start-local.ts',
    'src/stop-asked.ts',
    'src/run.ts',
    'src/start-progress.ts',
    'src/kept-work.ts',
    'src/program-version.ts',
    'src/main.ts',
    'src/cli.ts',
  ],
];

const filesBelow = (top: string) =>
  readdirSync(top, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(top, name));
const files = ['src', 'commands'].flatMap(filesBelow);
const importsOf = (file: string) =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map(([, path = '']) =>
    normalize(join(dirname(file), path)).replace(/\.js$/, '.ts'),
  );
const floorOf = (file: string) => FLOORS.findIndex((rooms) => rooms.some((room) => file.startsWith(room)));

it('no file imports from a floor above its own', () => {
  const up = files.flatMap((file) =>
    importsOf(file)
      .filter((to) => floorOf(to) > floorOf(file))
      .map((to) => `${file} -> ${to}`),
  );
  expect(up).toEqual([]);
});

it('every file is on a floor', () => {
  expect(files.filter((file) => floorOf(file) < 0)).toEqual([]);
});

it('the local Discord imports nothing from the bot, and only a start without an account loads it', () => {
  const folder = join('packages', 'local-discord', 'src');
  const out = filesBelow(folder).flatMap((file) => importsOf(file).filter((to) => !to.startsWith(folder)));
  expect(out).toEqual([]);
  const loaded = /^import (?!type)[^;]*'@dateline\/local-discord|import\('@dateline\/local-discord/m;
  const users = files.filter((file) => loaded.test(readFileSync(file, 'utf8')));
  expect(users).toEqual(['src/start-local.ts']);
});

it('events, search and archive know nothing of Discord', () => {
  const below = files.filter((file) => /^src\/(?:events|search|archive)\//.test(file));
  const knowing = below.filter((file) =>
    /from '(?:discord|@discordjs|@skyra)/.test(readFileSync(file, 'utf8')),
  );
  expect(knowing).toEqual([]);
});

it('views know Discord’s JSON, not its client, and do nothing but work out what they return', () => {
  const views = files.filter((file) => file.startsWith('src/views/'));
  const impure = views.filter((file) =>
    /from '(?:discord\.js|node:fs|node:http|node:net|pino|libsql|kysely|pg)|Date\.now\(|new Date\(\)|Math\.random\(/.test(
      readFileSync(file, 'utf8'),
    ),
  );
  expect(impure).toEqual([]);
});

it('no file is called utils, helpers, misc or common', () => {
  expect(files.filter((file) => /(?:^|\/)(?:utils?|helpers?|misc|common)\.ts$/.test(file))).toEqual([]);
});
