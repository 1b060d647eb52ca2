// Ten thousand mutated files and wiki pages: none may crash the reading, go unreported, hold up the event loop or stay in memory.
// npm run bench -- mutations [FILES] [SEED]
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { EventLibrary } from '../src/events/event-library.js';
import { readDayPage, UnreadablePage } from '../src/import/wikitext/day-page.js';
import { mutated, seeded } from '../test/events/mutate.js';

const FILES = Number(process.argv[2] ?? 10_000);
const SEED = Number(process.argv[3] ?? 15);
const LONGEST_BLOCK_MS = 100;
/** An import is a separate process: nobody waits for its turns. */
const LONGEST_PAGE_MS = 300;
const MOST_GROWTH = 1.1;

/** Processor time used so far, in milliseconds: other work on the machine adds nothing to it. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/**
 * The longest time between two turns of the event loop while something is done, in milliseconds: of the clock, or of processor time
 * where that is less. Processor time also counts the threads that collect garbage and read files; the clock also counts what else
 * the machine does.
 */
async function longestBlock(work: Promise<unknown>): Promise<number> {
  let done = false;
  let longest = 0;
  const ended = work.finally(() => {
    done = true;
  });
  let [lastCpu, lastTime] = [cpuMs(), performance.now()];
  while (!done) {
    await setImmediate();
    const [cpu, time] = [cpuMs(), performance.now()];
    longest = Math.max(longest, Math.min(cpu - lastCpu, time - lastTime));
    [lastCpu, lastTime] = [cpu, time];
  }
  await ended;
  return longest;
}

async function heap(): Promise<number> {
  for (let i = 0; i < 5; i++) {
    globalThis.gc?.();
    await setImmediate();
  }
  return process.memoryUsage().heapUsed;
}

const dir = mkdtempSync(join(tmpdir(), 'dateline-mutations-'));
const failures: string[] = [];
const expect = (held: boolean, failure: string) => {
  if (!held) failures.push(failure);
};

function look(library: EventLibrary, paths: readonly string[]): void {
  const { problems, leftOut, events } = library;
  const told = new Set([...problems, ...leftOut, ...events].map(({ path }) => path));
  const pages = new Set(events.map(({ path }) => path));
  for (const path of paths) {
    const isPage = library.isDayPage(path);
    expect(told.has(path) || pages.has(path) || isPage, `${path} is neither served nor reported`);
  }
  console.log(`  ${events.length} events, ${problems.length} problems, ${leftOut.length} left out`);
}

const random = seeded(SEED);
const paths: string[] = [];
for (let n = 0; n < FILES; n++) {
  const path = `/news/${n % 100}/${n}.md`;
  mkdirSync(join(dir, 'news', String(n % 100)), { recursive: true });
  writeFileSync(join(dir, path), mutated(random));
  paths.push(path);
}
// Once to have the program itself in memory.
mkdirSync(join(dir, 'warm'));
for (let n = 0; n < 3000; n++) writeFileSync(join(dir, 'warm', `${n}.md`), mutated(random));
look(await EventLibrary.open(join(dir, 'warm')), []);

const before = await heap();
const begun = performance.now();
let library: EventLibrary | null = null;
const block = await longestBlock(
  EventLibrary.open(join(dir, 'news')).then((opened) => {
    library = opened;
  }),
);
const took = performance.now() - begun;
if (library)
  look(
    library,
    paths.map((path) => path.slice(5)),
  );
library = null;
const after = await heap();
console.log(
  `${FILES} files in ${(took / 1000).toFixed(1)} s, longest block ${block.toFixed(0)} ms, heap ${(before / 1e6).toFixed(1)} -> ${(after / 1e6).toFixed(1)} MB`,
);
expect(block <= LONGEST_BLOCK_MS, `the event loop was blocked for ${block.toFixed(0)} ms`);
expect(after <= before * MOST_GROWTH, `the heap grew by ${((after / before - 1) * 100).toFixed(0)} %`);

let slowest = 0;
let refused = 0;
for (let n = 0; n < FILES; n++) {
  const page = `== Sport ==\n* [[Aldmere]]: ${mutated(random).toString().replaceAll('- ', '\n* ')}<ref>[https://post.example.org/a Post]</ref>`;
  const start = cpuMs();
  try {
    readDayPage('2031-05-07', page);
  } catch (error) {
    expect(error instanceof UnreadablePage, `a wiki page broke the reading: ${error}`);
    refused++;
  }
  slowest = Math.max(slowest, cpuMs() - start);
}
console.log(`${FILES} wiki pages, the slowest ${slowest.toFixed(0)} ms, ${refused} refused`);
expect(slowest <= LONGEST_PAGE_MS, `a wiki page took ${slowest.toFixed(0)} ms`);

rmSync(dir, { recursive: true });
for (const failure of failures.slice(0, 20)) console.error(failure);
process.exitCode = failures.length > 0 ? 1 : 0;
