/**
 * What the worst questions cost over a large folder: five hundred characters each, made to be slow. Each is asked once when a
 * start has asked its own questions ahead, and again when all is warm.
 *
 *   npm run bench -- adversarial CONTENT [QUESTIONS] [SEED] [--words]
 *
 * CONTENT is a folder of events. No vectors of events are computed, which would take minutes and slow down what is timed; a question is
 * encoded and read against events all the same, unless `--words` leaves out the models.
 */
import { PerformanceObserver } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import { EventArchive } from '../src/archive/event-archive.js';
import { parseCalendarDate } from '../src/events/calendar-date.js';
import { EventLibrary } from '../src/events/event-library.js';
import { openModels } from '../src/search/encode/open-models.js';
import type { TextModels } from '../src/search/encode/text-models.js';
import { seeded } from '../test/events/mutate.js';
import { adversarialQuestions } from './adversarial-questions.js';

const LONGEST_MS = 100;

/** The longest pause to collect garbage since it was last asked for, in milliseconds. */
let longestPause = 0;
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) longestPause = Math.max(longestPause, duration);
}).observe({ entryTypes: ['gc'] });

const [content = '', count = '48', seed = '15'] = process.argv.slice(2);
const today = parseCalendarDate('2026-01-01') ?? '2026-01-01';
const library = await EventLibrary.open(content);
const opened = process.argv.includes('--words')
  ? null
  : await openModels(process.env['DATA_DIR'] ?? './data');
const models = opened && { ...opened, keep: null, models: withoutVectors(opened.models) };
const archive = await EventArchive.over(library.events, models);
await archive.ready();
const begun = performance.now();
const first = library.events.at(-1);
if (first) await archive.ask(`When: ${first.sentence}`, { today });
// Asking ahead keeps no process alive.
const alive = setInterval(() => {}, 1000);
// As the bot does after a start, in the background.
const warming = await blockOf(archive.warmUp(today).then(() => archive.lookAhead()));
clearInterval(alive);
console.log(
  `asked and looked ahead in ${Math.round(performance.now() - begun)} ms, the longest block ${Math.round(warming)} ms`,
);
const questions = adversarialQuestions(library.events, Number(count), seeded(Number(seed)));
console.log(`${library.events.length} events, ${questions.length} questions of up to 500 characters`);

/** The models without their work in the background. */
function withoutVectors(models: TextModels): TextModels {
  return {
    encoderId: models.encoderId,
    encode: async (texts, kind) => (kind === 'event' ? texts.map(() => null) : models.encode(texts, kind)),
    read: (question, events) => models.read(question, events),
    close: () => models.close(),
  };
}

interface Cost {
  readonly kind: string;
  /** By the clock or by processor time, whichever is less: other work on the machine counts in neither. */
  readonly ms: number;
  readonly block: number;
}

/** Processor time used so far, in milliseconds: other work on the machine adds nothing to it. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** The longest time between two turns of the event loop while something is done, in milliseconds. */
async function blockOf(work: Promise<unknown>): Promise<number> {
  let done = false;
  let block = 0;
  const ended = work.finally(() => {
    done = true;
  });
  for (let [last, lastCpu] = [performance.now(), cpuMs()]; !done; ) {
    await setImmediate();
    const [now, cpu] = [performance.now(), cpuMs()];
    block = Math.max(block, Math.min(now - last, cpu - lastCpu));
    [last, lastCpu] = [now, cpu];
  }
  await ended;
  return block;
}

async function cost({ kind, text }: { kind: string; text: string }): Promise<Cost> {
  const [begun, begunCpu] = [performance.now(), cpuMs()];
  const block = await blockOf(archive.ask(text, { today }));
  return { kind, ms: Math.min(performance.now() - begun, cpuMs() - begunCpu), block };
}

async function round(name: string): Promise<number> {
  const costs: Cost[] = [];
  longestPause = 0;
  for (const question of questions) {
    costs.push(await cost(question));
  }
  const sorted = costs.toSorted((a, b) => b.ms - a.ms);
  const slowest = sorted[0]?.ms ?? 0;
  const block = Math.max(...costs.map((one) => one.block));
  const middle = sorted[Math.floor(sorted.length / 2)]?.ms ?? 0;
  console.log(
    `${name}: the slowest ${slowest.toFixed(0)} ms, half of them under ${middle.toFixed(0)} ms, the longest block ${block.toFixed(0)} ms, the longest pause to collect garbage ${longestPause.toFixed(0)} ms`,
  );
  console.table(
    sorted
      .slice(0, 8)
      .map(({ kind, ms, block: own }) => ({ kind, ms: Math.round(ms), block: Math.round(own) })),
  );
  return slowest;
}

let worst = await round('each for the first time');
for (const again of ['asked again', 'once more']) worst = Math.max(worst, await round(again));
await archive.close();
process.exitCode = worst > LONGEST_MS ? 1 : 0;
