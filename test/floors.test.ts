import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, it } from 'vitest';

/** The floors of the house, from the ground up (CONTRIBUTING draws them): an import points down, or stays. */
const FLOORS = [
  [
    'src/events',
    'src/clock.ts',
    'src/config.ts',
    'src/in-turns.ts',
    'src/log.ts',
    'src/make-folder.ts',
    'src/folder-lock.ts',
  ],
  ['src/text'],
  ['src/time'],
  ['src/search'],
  ['src/archive', 'src/store', 'src/import'],
  ['src/following'],
  ['src/views', 'src/terminal'],
  ['src/pictures'],
  ['commands', 'src/bot', 'src/cli.ts'],
  [
    'src/health',
    'src/app.ts',
    'src/start-failure.ts',
    'src/stop-asked.ts',
    'src/run.ts',
    'src/start-progress.ts',
    'src/main.ts',
  ],
];

const files = ['src', 'commands'].flatMap((top) =>
  readdirSync(top, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(top, name)),
);
const importsOf = (file: string) =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map(([, path = '']) =>
    normalize(join(dirname(file), path)).replace(/\.js$/, '.ts'),
  );
const floorOf = (file: string) => FLOORS.findIndex((rooms) => rooms.some((room) => file.startsWith(room)));
const local = (file: string) => file.startsWith('src/local-discord');

it('no file imports from a floor above its own', () => {
  const up = files
    .filter((file) => !local(file))
    .flatMap((file) =>
      importsOf(file)
        .filter((to) => !local(to) && floorOf(to) > floorOf(file))
        .map((to) => `${file} -> ${to}`),
    );
  expect(up).toEqual([]);
});

it('every file stands on a floor', () => {
  expect(files.filter((file) => !local(file) && floorOf(file) < 0)).toEqual([]);
});

it('the local Discord imports nothing from the rest, and only the start imports it', () => {
  const out = files.filter(local).flatMap((file) => importsOf(file).filter((to) => !local(to)));
  expect(out).toEqual([]);
  const users = files.filter((file) => !local(file) && importsOf(file).some(local));
  expect(users.sort()).toEqual(['src/app.ts', 'src/start-failure.ts']);
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
    /from '(?:discord\.js|node:fs|node:http|node:net|pino|@libsql\/client)|Date\.now\(|new Date\(\)|Math\.random\(/.test(
      readFileSync(file, 'utf8'),
    ),
  );
  expect(impure).toEqual([]);
});

it('no file is called utils, helpers, misc or common', () => {
  expect(files.filter((file) => /(?:^|\/)(?:utils?|helpers?|misc|common)\.ts$/.test(file))).toEqual([]);
});
