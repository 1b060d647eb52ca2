/**
 * How long a day, a month, a year and the whole archive take to lay out.
 *
 *   usage: node dates.js CONTENT_DIR
 */
import { DateArchive } from '../src/archive/date-archive.js';
import { dateParts } from '../src/events/calendar-date.js';
import { EventLibrary } from '../src/events/event-library.js';
import { monthOf, yearOf } from '../src/search/time/spans.js';

const ROUNDS = 300;
const whole = { from: null, to: null, grain: 'span' } as const;

const { events } = await EventLibrary.open(process.argv[2] ?? './content');
const archive = new DateArchive();
const begun = performance.now();
for (const event of events) archive.put(event);
console.log(`${events.length} events taken up in ${(performance.now() - begun).toFixed(0)} ms`);

// The same dates in every run: picked by a fixed stride.
const dates = Array.from({ length: ROUNDS }, (_, i) => events[(i * 7919) % events.length]?.date).filter(
  (d) => d !== undefined,
);
const topics = archive.suggestTopics('', ROUNDS);

measure('day', dates, (date) => archive.day(date));
measure('month', dates, (date) =>
  archive.span(monthOf(dateParts(date).year, dateParts(date).month) ?? whole),
);
measure('year', dates, (date) => archive.span(yearOf(dateParts(date).year) ?? whole));
measure('on this day', dates, (date) => archive.onThisDay(dateParts(date).month, dateParts(date).day));
measure('topic (largest first)', topics, ({ topic }) => archive.topic(topic));
measure('suggest dates', dates, (date) => archive.suggestDates(date.slice(0, 6), 25, date));
measure('suggest topics', topics, ({ topic }) => archive.suggestTopics(topic.slice(0, 3), 25));
measure('all of it', dates.slice(0, 10), () => archive.span(whole));

function measure<T>(name: string, inputs: readonly T[], run: (input: T) => unknown): void {
  const times = inputs.map((input) => {
    const start = performance.now();
    run(input);
    return performance.now() - start;
  });
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(2);
  console.log(`${name}: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, most ${at(1)} ms over ${inputs.length}`);
}
