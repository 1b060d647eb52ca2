/**
 * Stories over a folder of events: how long one takes, and how many of the events its author linked it to are among its
 * first twenty when every link is taken away. `npm run bench -- story DIR [SAMPLES]`
 */
import { StoryFinder } from '../src/archive/story/story-finder.js';
import { EventLibrary } from '../src/events/event-library.js';

/** An event's links are looked for among this many events of its story. */
const FIRST = 20;

const [dir = './content', samples = '300'] = process.argv.slice(2);
const library = await EventLibrary.open(dir);
const linked = new Map(library.events.map((event) => [event.path, event.related.map((r) => r.path)]));
const events = library.events.map((event) => ({ ...event, related: [] }));
const finder = await StoryFinder.open();
const began = performance.now();
finder.put(events);
await finder.ready();
console.log(`${events.length} events, ties indexed in ${Math.round(performance.now() - began)} ms`);

// A fixed sequence of pseudo-random numbers (a linear congruential generator), so that runs compare.
let seed = 20_160_408;
const random = () => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return seed / 2_147_483_648;
};
const times: number[] = [];
let recalled = 0;
let judged = 0;
let close = 0;
for (let i = 0; i < Number(samples); i++) {
  const self = events[Math.floor(random() * events.length)];
  if (!self) continue;
  const at = performance.now();
  const story = await finder.storyOf(self);
  times.push(performance.now() - at);
  close += story.events.filter((member) => !member.loose).length;
  const wanted = linked.get(self.path)?.filter((path) => linked.has(path)) ?? [];
  if (wanted.length === 0) continue;
  const found = story.events
    .filter((member) => member.relation !== 'self')
    .sort((a, b) => b.score - a.score)
    .slice(0, FIRST)
    .map((member) => member.event.path);
  recalled += wanted.filter((path) => found.includes(path)).length / wanted.length;
  judged += 1;
}
times.sort((a, b) => a - b);
const percentile = (p: number) =>
  (times[Math.min(times.length - 1, Math.floor(times.length * p))] ?? 0).toFixed(1);
console.log(
  `a story: p50 ${percentile(0.5)} ms, p95 ${percentile(0.95)} ms, ${(close / times.length).toFixed(1)} events that belong`,
);
console.log(
  `links recalled among the first ${FIRST}, without the links: ${(recalled / judged).toFixed(3)} of ${judged} lists`,
);
