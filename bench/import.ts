/**
 * How long parsing and writing 10,000 events takes, against the time git needs to check out the same tree, in one run:
 * the least of five rounds of each, both in the folder for temporary files (TMPDIR chooses another disk). The least,
 * since what else runs on the machine only adds. Nothing is deleted before the last round has ended: an ext4 without a
 * journal passes over every inode that was deleted within the last minute when it looks for a free one, which made each
 * round slower than the one before, by seconds.
 *
 *   npm run bench -- import [DIR]
 *
 * DIR holds day pages as wikitext, named YYYY-MM-DD.wiki, and is read as often as it takes; without it the pages are
 * made up.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays, type CalendarDate } from '../src/events/calendar-date.js';
import { importDays } from '../src/import/import-days.js';
import type { PageAnswer } from '../src/import/mediawiki/client.js';
import { dayTitle } from '../src/import/mediawiki/day-title.js';

const EVENTS = 10_000;
const ROUNDS = 5;
const FIRST: CalendarDate = '2001-01-01';

const folder = process.argv[2];
const texts = folder === undefined ? madeUp() : genuine(folder);
const answers = new Map<string, PageAnswer>();
const dates: CalendarDate[] = [];
for (let rows = 0, day = 0; rows < EVENTS; day += 1) {
  const wikitext = texts[day % texts.length] ?? '';
  const date = addDays(FIRST, day);
  const title = dayTitle(date);
  answers.set(title, { kind: 'page', page: { title, url: null, revision: day + 1, wikitext } });
  dates.push(date);
  rows += leaves(wikitext);
}
const client = { pages: async () => answers };

const work = mkdtempSync(join(tmpdir(), 'dateline-bench-'));
const times = { importMs: [] as number[], checkoutMs: [] as number[] };
let events = 0;
let files = 0;
try {
  for (let round = 0; round < ROUNDS; round += 1) {
    const tree = join(work, `tree-${round}`);
    settle();
    const begun = performance.now();
    const summary = await importDays({ contentDir: tree, dates, client });
    times.importMs.push(performance.now() - begun);
    events = summary.events;
    files = summary.files.written;
    times.checkoutMs.push(checkout(tree, join(work, `clone-${round}`)));
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
const importMs = Math.round(Math.min(...times.importMs));
const checkoutMs = Math.round(Math.min(...times.checkoutMs));
const ratio = Number((importMs / checkoutMs).toFixed(2));
console.log(JSON.stringify({ in: tmpdir(), events, files, importMs, checkoutMs, ratio, times }));

/**
 * The time of `git checkout` of a tree, in milliseconds, as somebody has it who has just cloned it: objects in one pack,
 * no index, an empty work tree on the same disk.
 */
function checkout(tree: string, clone: string): number {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: work, stdio: 'ignore' });
  git('init', '-q', tree);
  // Housekeeping in the background would disturb the next round.
  git('-C', tree, 'config', 'gc.auto', '0');
  git('-C', tree, 'add', '-A');
  git('-C', tree, '-c', 'user.name=bench', '-c', 'user.email=bench@localhost', 'commit', '-qm', 'tree');
  git('clone', '-q', '--no-local', '--no-checkout', tree, clone);
  settle();
  const begun = performance.now();
  git('-C', clone, 'checkout', '-q');
  return performance.now() - begun;
}

/** Lets the disk finish what came before, so that neither side pays for the other's files. */
function settle(): void {
  execFileSync('sync');
}

function leaves(wikitext: string): number {
  const depths = [...wikitext.matchAll(/^\*+/gm)].map(([bullets]) => bullets.length);
  return depths.filter((depth, at) => (depths[at + 1] ?? 0) <= depth).length;
}

function genuine(dir: string): string[] {
  const names = readdirSync(dir).filter((name) => name.endsWith('.wiki'));
  return names.sort().map((name) => readFileSync(join(dir, name), 'utf8'));
}

/** Pages of a made-up region, with sentences, links and sources about as long as genuine ones. */
function madeUp(): string[] {
  const towns =
    'Northport Southbay Eastfield Westwood Highmoor Lowdale Ravensby Oakham Thornby Millbrook'.split(' ');
  const bodies = [
    'harbour board',
    'tram company',
    'river authority',
    'school council',
    'fire service',
    'museum',
  ];
  const deeds = [
    'postpones the opening of',
    'closes',
    'promises to repair',
    'finds a fault in',
    'sells',
    'searches',
  ];
  const things = [
    'the ferry terminal',
    'the old bridge',
    'two depots',
    'the north gallery',
    'the flood gates',
  ];
  let state = 20_160_408;
  const pick = (list: readonly string[]) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return list[Math.floor(state / 65_536) % list.length] ?? '';
  };
  const row = (depth: number, n: number) =>
    `${'*'.repeat(depth)}The [[${pick(towns)} ${pick(bodies)}]] ${pick(deeds)} [[${pick(things)}]] in [[${pick(towns)}]], [[${pick(towns)} (district)|${pick(towns)}]], after the ${pick(bodies)} of ${pick(towns)} ${pick(deeds)} ${pick(things)} for the ${n}th time. [https://post.example/${n}/${pick(towns)} (''${pick(towns)} Post'')]`;
  return Array.from({ length: 200 }, (_, day) => {
    const rows = Array.from({ length: 5 }, (__, n) => {
      const topic = `*[[${pick(towns)} ${pick(things)} dispute]]\n**[[${pick(bodies)} of ${pick(towns)} inquiry]]`;
      return `${topic}\n${row(3, day * 10 + n)}\n${row(2, day * 10 + n)}\n${row(1, day + n)}`;
    });
    return `{{Current events|year=2001|content=\n'''Region'''\n${rows.join('\n')}\n}}`;
  });
}
