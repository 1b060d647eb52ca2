import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type CalendarDate, parseCalendarDate } from '../../src/events/calendar-date.js';
import { dayTitle } from '../../src/import/mediawiki/day-title.js';
import { FAULTS, LoopbackWiki } from './loopback-wiki.js';
import { sharedFolder } from './shared.js';
import { townPages } from './town-days.js';
import { treeOf } from './tree-of.js';

/** How many imports are killed. DATELINE_KILLS asks for more, and then over genuine pages where they are at hand. */
const KILLS = Number(process.env.DATELINE_KILLS ?? 3);
const KILLS_IN_A_ROW = 3;

const wiki = new LoopbackWiki();
const work = mkdtempSync(join(tmpdir(), 'dateline-kill-'));
// Beside the packages, which it loads from there.
const child = join(import.meta.dirname, '..', '..', 'dist', `import-child-${process.pid}.mjs`);
let apiUrl = '';
let dates: CalendarDate[] = [];

beforeAll(async () => {
  apiUrl = await wiki.start();
  const entry = join(import.meta.dirname, 'import-child.ts');
  await build({
    entryPoints: [entry],
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    outfile: child,
    logLevel: 'error',
  });
  const genuine = process.env.DATELINE_KILLS ? sharedFolder('samples', 'wikitext-rebuilt') : null;
  const made = townPages('2016-01-01', 120);
  dates = genuine ? genuinePages(genuine) : made.dates;
  if (!genuine) for (const [title, page] of made.pages) wiki.pages.set(title, page);
});
afterAll(async () => {
  await wiki.stop();
  rmSync(work, { recursive: true, force: true });
  rmSync(child, { force: true });
});

function genuinePages(folder: string): CalendarDate[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.wiki'))
    .flatMap((name, n) => {
      const date = parseCalendarDate(name.slice(0, 10));
      if (date === null) return [];
      wiki.pages.set(dayTitle(date), {
        wikitext: readFileSync(join(folder, name), 'utf8'),
        revision: 1000 + n,
      });
      return [date];
    });
}

/** Runs an import, killed after this many milliseconds where one is given; its exit code, or null where it was killed. */
function run(folder: string, killAfter: number | null): Promise<number | null> {
  const process_ = spawn(process.execPath, [child, folder, apiUrl, dates.join(',')], { stdio: 'inherit' });
  const timer = killAfter === null ? undefined : setTimeout(() => process_.kill('SIGKILL'), killAfter);
  return new Promise((resolve, reject) => {
    process_.on('error', reject).on('exit', (code) => {
      clearTimeout(timer);
      resolve(code);
    });
  });
}

it(`ends in the same tree, byte for byte, after ${KILLS} kills and a failing wiki`, async () => {
  const calm = join(work, 'calm');
  const begun = performance.now();
  expect(await run(calm, null)).toBe(0);
  const duration = performance.now() - begun;
  const undisturbed = treeOf(calm);
  expect(undisturbed.size).toBeGreaterThan(dates.length);
  wiki.faultOf = () =>
    Math.random() < 0.4 ? (FAULTS[Math.floor(Math.random() * FAULTS.length)] ?? null) : null;
  let killed = 0;
  for (let round = 0; killed < KILLS; round += 1) {
    const folder = join(work, `round-${round}`);
    for (let n = 0; n < KILLS_IN_A_ROW; n += 1)
      if ((await run(folder, duration * (0.2 + Math.random()))) === null) killed += 1;
    expect(await run(folder, null)).toBe(0);
    expect(treeOf(folder)).toEqual(undisturbed);
    rmSync(folder, { recursive: true });
  }
}, 600_000);
