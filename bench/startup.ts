/**
 * How long a start takes over a folder of events, against what reading its files and indexing their headlines and
 * summaries with only MiniSearch take in the same run; and how long the event loop was blocked meanwhile. A start is
 * over when a question gets its full answer: what follows in the background counts, and is also printed separately, since everything
 * but a question is answered before. Each part is measured several times in turn. The least time of each is compared,
 * since other work on the machine only ever adds to it, and that of the first round, when no code has run yet.
 *
 * Before that, how long a second start takes, which takes up what the first one kept, against the first: each in a process of its
 * own, as a restart is.
 *
 *   npm run bench -- startup DIR [ROUNDS]
 */
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import MiniSearch from 'minisearch';
import { EventArchive } from '../src/archive/event-archive.js';
import { KeptArchive } from '../src/archive/kept-archive.js';
import { findContentFiles } from '../src/events/content-files.js';
import { EventLibrary } from '../src/events/event-library.js';
import { KnownReadings } from '../src/events/known-readings.js';

const dir = process.argv[2] ?? process.env.CONTENT_DIR ?? './content';

/** The argument that makes a process of this benchmark start once, over what is kept in the folder named next. */
const ONCE = 'once';

const ROUNDS = Number(process.argv[3] ?? 5);

interface Timing {
  readonly ms: number;
  readonly cpuMs: number;
  /** The longest time the event loop was blocked. */
  readonly blockedMs: number;
}

/** Runs a piece of work from a clean heap. */
async function timed<T>(work: () => Promise<T>): Promise<Timing & { result: T }> {
  globalThis.gc?.();
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const begun = performance.now();
  const cpu = process.cpuUsage();
  const result = await work();
  const ms = performance.now() - begun;
  const { user, system } = process.cpuUsage(cpu);
  // One more turn, so that a block at the very end is seen.
  await new Promise((done) => setTimeout(done, 5));
  delay.disable();
  return { result, ms, cpuMs: (user + system) / 1000, blockedMs: delay.max / 1e6 };
}

async function readAll(): Promise<number> {
  const { files } = await findContentFiles(dir);
  let bytes = 0;
  let next = 0;
  const worker = async () => {
    for (let file = files[next++]; file; file = files[next++]) {
      const { length } = await readFile(file.file);
      bytes += length;
    }
  };
  await Promise.all(Array.from({ length: 32 }, worker));
  return bytes;
}

/** What a start took, by its parts; the last of them comes after it. */
interface Start {
  readonly parts: Readonly<Record<string, Timing>>;
  readonly ms: number;
  readonly cpuMs: number;
  readonly parsed: number;
}

/** A start that takes up what an earlier one kept, and keeps what it made; with the time until a question is answered in full. */
async function start(folder: string): Promise<Start> {
  const [files, indexes] = [join(folder, 'files.bin'), join(folder, 'indexes.bin')];
  const known = await timed(() => KnownReadings.open(files, 'bench'));
  const library = await timed(() => EventLibrary.open(dir, { known: known.result }));
  const kept = await timed(() => KeptArchive.open(indexes, 'bench', library.result.events));
  const archive = await timed(() => EventArchive.over(library.result.events, null, kept.result));
  const background = await timed(() => archive.result.ready());
  const { parsed } = known.result;
  const [last] = library.result.events.slice(-1);
  const story = await timed(() => archive.result.story(last?.path ?? ''));
  // What is done while nothing else is to do keeps no process alive.
  const awake = setInterval(() => {}, 1_000);
  await library.result.keep(known.result);
  await archive.result.keep(indexes, 'bench');
  clearInterval(awake);
  const bare = ({ ms, cpuMs, blockedMs }: Timing): Timing => ({ ms, cpuMs, blockedMs });
  const all = { known, library, kept, archive, background };
  const sum = (what: 'ms' | 'cpuMs') => Object.values(all).reduce((total, part) => total + part[what], 0);
  const parts = Object.entries({ ...all, 'first story': story }).map(([name, part]) => [name, bare(part)]);
  return { parts: Object.fromEntries(parts), ms: sum('ms'), cpuMs: sum('cpuMs'), parsed };
}

/** The same in a process of its own. */
function startElsewhere(folder: string): Start {
  const args = [...process.execArgv, process.argv[1] ?? '', dir, ONCE, folder];
  const { stdout, status } = spawnSync(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  if (status !== 0) throw new Error('a start failed');
  return JSON.parse(stdout.toString()) as Start;
}

async function secondStart(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-startup-'));
  try {
    const [first, second] = [startElsewhere(folder), startElsewhere(folder)];
    const rounded = (start: Start, what: keyof Timing) =>
      Object.fromEntries(Object.entries(start.parts).map(([part, took]) => [part, Math.round(took[what])]));
    console.table({
      'first ms': rounded(first, 'ms'),
      'second ms': rounded(second, 'ms'),
      'first, of the processor': rounded(first, 'cpuMs'),
      'second, of the processor': rounded(second, 'cpuMs'),
      'second, longest block': rounded(second, 'blockedMs'),
    });
    console.log(
      `second start / first: ${(second.ms / first.ms).toFixed(2)}, of the processor's time ${(second.cpuMs / first.cpuMs).toFixed(2)};`,
      `files parsed: ${first.parsed}, then ${second.parsed}`,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function round() {
  const library = await timed(() => EventLibrary.open(dir));
  const { events, days } = library.result;
  const archive = await timed(() => EventArchive.over(events));
  // What goes on in the background must not slow down what the start is compared with.
  const background = await timed(() => archive.result.ready());
  const reading = await timed(readAll);
  const texts = events.map(({ path, headline, summary }) => ({ path, headline, summary }));
  const alone = await timed(async () =>
    new MiniSearch({ idField: 'path', fields: ['headline', 'summary'] }).addAll(texts),
  );
  return { events: events.length, days, bytes: reading.result, library, archive, background, reading, alone };
}

if (process.argv[3] === ONCE) {
  console.log(JSON.stringify(await start(process.argv[4] ?? '')));
  process.exit(0);
}
await readAll(); // The disk's cache is warm for both sides.
await secondStart();
const rounds: Awaited<ReturnType<typeof round>>[] = [];
for (let i = 0; i < ROUNDS; i++) rounds.push(await round());
if (ROUNDS === 0) process.exit(0);

const PARTS = ['library', 'archive', 'background', 'reading', 'alone'] as const;
type Part = (typeof PARTS)[number];
type Measure = 'ms' | 'cpuMs';
const first = (part: Part, what: Measure) => rounds[0]?.[part][what] ?? 0;
const least = (part: Part, what: Measure) => Math.min(...rounds.map((r) => r[part][what]));
const ratio = (start: readonly Part[], of: typeof first, what: Measure) => {
  const sum = (parts: readonly Part[]) => parts.reduce((total, part) => total + of(part, what), 0);
  return (sum(start) / sum(['reading', 'alone'])).toFixed(2);
};

console.log(
  `${rounds[0]?.events} events of ${rounds[0]?.days} days, ${Math.round((rounds[0]?.bytes ?? 0) / 1e6)} MB`,
);
console.table(
  Object.fromEntries(
    PARTS.map((part) => [
      part,
      {
        'least ms': Math.round(least(part, 'ms')),
        'of the processor': Math.round(least(part, 'cpuMs')),
        'first ms': Math.round(first(part, 'ms')),
        'longest block ms': Math.round(Math.max(...rounds.map((r) => r[part].blockedMs))),
      },
    ]),
  ),
);
console.log('start / (reading + MiniSearch alone):');
const starts = {
  'until all but questions is answered': ['library', 'archive'],
  'until questions are answered in full': ['library', 'archive', 'background'],
} as const;
for (const [until, parts] of Object.entries(starts))
  console.log(
    `  ${until}: ${ratio(parts, least, 'ms')}, of the processor's time ${ratio(parts, least, 'cpuMs')};`,
    `in the first round ${ratio(parts, first, 'ms')} and ${ratio(parts, first, 'cpuMs')}`,
  );
