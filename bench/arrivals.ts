// Twenty thousand files that come into a served folder of ten thousand at once, and go again: how long an acknowledgement has to
// wait meanwhile, that is how long the event loop is busy before a click's turn comes. Discord waits three seconds.
// npm run bench -- arrivals [FILES] [SERVED]
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { EventArchive } from '../src/archive/event-archive.js';
import { dateOfDayNumber } from '../src/events/calendar-date.js';
import { ContentWatcher } from '../src/events/content-watcher.js';
import { EventLibrary } from '../src/events/event-library.js';

const FILES = Number(process.argv[2] ?? 20_000);
const SERVED = Number(process.argv[3] ?? 10_000);
const DEADLINE_MS = 3000;
const CLICK_EVERY_MS = 50;

const WORDS =
  'harbour ferry mayor bridge tram storm strike market school museum river quarry tunnel library fair mill'.split(
    ' ',
  );
const word = (n: number) => WORDS[n % WORDS.length] ?? '';

function eventOf(n: number): { path: string; text: string } {
  const date = dateOfDayNumber(18_000 + (n % 3000));
  const sentence = `The ${word(n)} of Aldmere number ${n} meets the ${word(n >> 4)} and the ${word(n >> 8)} of town ${n % 977}.`;
  return {
    path: `news/${date.replaceAll('-', '/')}/event-${n}.md`,
    text: `---\ndate: ${date}\nheadline: "${word(n)} ${n % 400}: ${sentence}"\ntopics: ["${word(n >> 2)}"]\n---\nIt is told in ${n % 60} lines.\n`,
  };
}

/** What writes or removes the files does so in a separate thread, as another program would. */
const WRITER = `
const { parentPort, workerData: { dir } } = require('node:worker_threads');
const fs = require('node:fs'), path = require('node:path');
parentPort.on('message', (files) => {
  for (const [name, text] of files) {
    const file = path.join(dir, name);
    if (text === null) fs.rmSync(file, { force: true });
    else { fs.mkdirSync(path.dirname(file), { recursive: true }); fs.writeFileSync(file, text); }
  }
  parentPort.postMessage('done');
});
`;

const dir = mkdtempSync(join(tmpdir(), 'dateline-arrivals-'));
const ours = Array.from({ length: SERVED }, (_, n) => eventOf(n));
const theirs = Array.from({ length: FILES }, (_, n) => eventOf(SERVED + n));
for (const { path, text } of ours) {
  mkdirSync(join(dir, path, '..'), { recursive: true });
  writeFileSync(join(dir, path), text);
}
const library = await EventLibrary.open(dir);
const archive = await EventArchive.over(library.events);
const watcher = await ContentWatcher.start(
  dir,
  async (files) => archive.update(await library.refresh(files)),
  (error) => console.error(error),
  { folder: library, onNotice: (notice) => console.log(`  ${notice}`) },
);
await pause(2000);

/** Processor time used so far, in milliseconds: other work on the machine adds nothing to it. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** How late a click is answered, at worst, until the library has this many events. */
async function worstUntil(events: number): Promise<{ worst: number; busy: number; took: number }> {
  const begun = performance.now();
  let worst = 0;
  let busy = 0;
  let next = begun;
  while (library.files !== events) {
    next += CLICK_EVERY_MS;
    const before = cpuMs();
    await pause(Math.max(0, next - performance.now()));
    busy = Math.max(busy, cpuMs() - before);
    worst = Math.max(worst, performance.now() - next);
    next = Math.max(next, performance.now());
    if (performance.now() - begun > 900_000)
      throw new Error(`only ${library.files} files after fifteen minutes`);
  }
  return { worst, busy, took: performance.now() - begun };
}

let late = false;
async function measured(what: string, files: readonly (readonly [string, string | null])[], events: number) {
  const writer = new Worker(WRITER, { eval: true, workerData: { dir } });
  writer.postMessage(files);
  const { worst, busy, took } = await worstUntil(events);
  await writer.terminate();
  late ||= worst > DEADLINE_MS;
  console.log(
    `${what}: taken up after ${(took / 1000).toFixed(1)} s, the slowest acknowledgement after ${worst.toFixed(0)} ms (${busy.toFixed(0)} ms of work)`,
  );
}

await measured(
  `${FILES} files come into ${SERVED}`,
  theirs.map(({ path, text }) => [path, text]),
  SERVED + FILES,
);
await measured(
  `${FILES} files go`,
  theirs.map(({ path }) => [path, null]),
  SERVED,
);
await mkdir(join(dir, 'one-day'));
const oneDay = theirs.map(
  ({ text }, n) => [`one-day/${n}.md`, text.replace(/^date: .*$/m, 'date: 2031-05-07')] as const,
);
await measured(`${FILES} files of one day come`, oneDay, SERVED + FILES);
await writeFile(join(dir, 'last.txt'), '');
const going = rm(join(dir, 'one-day'), { recursive: true });
const { worst, took } = await worstUntil(SERVED);
await going;
console.log(
  `their folder goes: taken up after ${(took / 1000).toFixed(1)} s, the slowest acknowledgement after ${worst.toFixed(0)} ms`,
);
await watcher.stop();
rmSync(dir, { recursive: true });
process.exitCode = late || worst > DEADLINE_MS ? 1 : 0;
