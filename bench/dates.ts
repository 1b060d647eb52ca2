/**
 * How long a day, a month, a year and the whole archive take to lay out, without and with the picture.
 *
 *   npm run bench -- dates CONTENT_DIR
 */
import { DateArchive } from '../src/archive/date-archive.js';
import { dateParts } from '../src/events/calendar-date.js';
import { EventLibrary } from '../src/events/event-library.js';
import { Pictures } from '../src/pictures/pictures.js';
import { monthOf, yearOf } from '../src/time/spans.js';
import type { Picture } from '../src/views/charts/picture.js';
import { en } from '../src/views/sentences/en.js';
import { spanPicture } from '../src/views/span-view.js';

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
await measurePictures('month with picture', dates.slice(0, 100), (date) => {
  const { year, month } = dateParts(date);
  return spanPicture(archive.span(monthOf(year, month) ?? whole), en);
});
await measurePictures('year with picture', dates.slice(0, 100), (date) =>
  spanPicture(archive.span(yearOf(dateParts(date).year) ?? whole), en),
);
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
  report(name, times);
}

/** Like `measure`, with the drawing of the picture, each time again. */
async function measurePictures<T>(name: string, inputs: readonly T[], draw: (input: T) => Picture | null) {
  const times: number[] = [];
  for (const input of inputs) {
    const start = performance.now();
    const picture = draw(input);
    if (picture) await new Pictures().png(picture);
    times.push(performance.now() - start);
  }
  report(name, times);
}

function report(name: string, times: readonly number[]): void {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(2);
  console.log(`${name}: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, most ${at(1)} ms over ${times.length}`);
}
