/**
 * How long a start takes over a folder of events, against what reading its files and indexing their headlines and
 * summaries with only MiniSearch take in the same run; and how long the event loop was blocked meanwhile. A start is
 * over when a question gets its full answer: what follows in the background counts, and is also printed separately, since everything
 * but a question is answered before. Each part is measured several times in turn. The least time of each is compared,
 * since other work on the machine only ever adds to it, and that of the first round, when no code has run yet.
 *
 * Then, how long a second start takes, which picks up what the first one kept, against the first.
 *
 *   npm run bench -- startup DIR [ROUNDS]
 */
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

/** A start that picks up what an earlier one kept, and keeps what it made; with the time until a question is answered in full. */
async function start(folder: string) {
  const [files, indexes] = [join(folder, 'files.bin'), join(folder, 'indexes.bin')];
  const known = await timed(() => KnownReadings.open(files, 'bench'));
  const library = await timed(() => EventLibrary.open(dir, { known: known.result }));
  const kept = await timed(() => KeptArchive.open(indexes, 'bench', library.result.events));
  const archive = await timed(() => EventArchive.over(library.result.events, null, kept.result));
  const background = await timed(() => archive.result.ready());
  const [last] = library.result.events.slice(-1);
  const story = await timed(() => archive.result.story(last?.path ?? ''));
  const parts = { known, library, kept, archive, background };
  const sum = (what: 'ms' | 'cpuMs') => Object.values(parts).reduce((total, part) => total + part[what], 0);
  const { parsed } = known.result;
  const keep = async () => {
    // What is done while nothing else is to do keeps no process alive.
    const awake = setInterval(() => {}, 1_000);
    await library.result.keep(known.result);
    await archive.result.keep(indexes, 'bench');
    clearInterval(awake);
  };
  return { parts: { ...parts, 'first story': story }, ms: sum('ms'), cpuMs: sum('cpuMs'), parsed, keep };
}

async function secondStart(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-startup-'));
  try {
    const starts: Awaited<ReturnType<typeof start>>[] = [];
    for (let i = 0; i < 2; i++) {
      const begun = await start(folder);
      starts.push({ ...begun, keep: async () => {} });
      if (i === 0) await begun.keep();
    }
    const [first, second] = starts;
    if (!first || !second) return;
    const rounded = (start: typeof first, what: 'ms' | 'cpuMs') =>
      Object.fromEntries(Object.entries(start.parts).map(([part, took]) => [part, Math.round(took[what])]));
    console.table({
      'first ms': rounded(first, 'ms'),
      'second ms': rounded(second, 'ms'),
      'first, of the processor': rounded(first, 'cpuMs'),
      'second, of the processor': rounded(second, 'cpuMs'),
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
