import fc from 'fast-check';
import { describe, test } from 'vitest';
import { DateArchive } from '../../src/archive/date-archive.js';
import { addDays } from '../../src/events/calendar-date.js';
import type { Grain } from '../../src/events/date-span.js';
import type { NewsEvent } from '../../src/events/event.js';
import { textRoom } from '../../src/views/component-id.js';
import { dayView } from '../../src/views/day-view.js';
import { LongTextsInMemory } from '../../src/views/long-texts.js';
import { onThisDayView } from '../../src/views/on-this-day-view.js';
import { packText } from '../../src/views/packed-text.js';
import { readingsView } from '../../src/views/readings-view.js';
import { en } from '../../src/views/sentences/en.js';
import { spanPicture, spanView } from '../../src/views/span-view.js';
import { topicPicture, topicView, unknownTopicView } from '../../src/views/topic-view.js';
import { anyDate, anyEvent, anyText } from './any-event.js';
import { expectWithinLimits } from './within-limits.js';

const longTexts = new LongTextsInMemory();

/** Events around one day, each under a path of its own, some of the same day in other years. */
const anyEvents = fc
  .tuple(
    fc.integer({ min: 1, max: 30 }).map((n) => n * 20),
    fc.array(fc.tuple(anyEvent, fc.nat({ max: 800 })), { minLength: 1, maxLength: 30 }),
  )
  .map(([spread, events]) =>
    events.map(
      ([event, days], i): NewsEvent => ({
        ...event,
        path: `/news/${i}.md`,
        date: addDays('2016-02-29', days % spread),
        topics: event.story === null ? event.topics : [event.story, ...event.topics],
      }),
    ),
  );

function archiveOf(events: readonly NewsEvent[]) {
  const archive = new DateArchive();
  for (const event of events) archive.put(event);
  return archive;
}

describe('whatever the events hold, Discord takes', () => {
  test('a day and the same day in all years', () =>
    fc.assert(
      fc.property(anyEvents, fc.nat({ max: 5 }), (events, page) => {
        const archive = archiveOf(events);
        expectWithinLimits(dayView(archive.day('2016-02-29'), page, en, 'note'));
        expectWithinLimits(dayView(archive.day('2015-02-28'), page, en));
        expectWithinLimits(onThisDayView(archive.onThisDay(2, 29), page, en, 'note'));
      }),
      { numRuns: 40 },
    ));

  test('a span of any kind, with its picture', () =>
    fc.assert(
      fc.property(
        anyEvents,
        fc.constantFrom<Grain[]>('week', 'month', 'quarter', 'season', 'year', 'span'),
        fc.option(fc.nat({ max: 3000 })),
        fc.boolean(),
        fc.nat({ max: 5 }),
        (events, grain, length, open, page) => {
          const from = open ? null : ('2016-02-01' as const);
          const to = length === null ? null : addDays('2016-02-01', length);
          const summary = archiveOf(events).span({ from, to, grain });
          const picture = spanPicture(summary, en);
          const file = picture && { ...picture, data: new Uint8Array() };
          expectWithinLimits(spanView(summary, page, file, en, 'note'));
        },
      ),
      { numRuns: 60 },
    ));

  test('a topic, known or not', () =>
    fc.assert(
      fc.asyncProperty(anyEvents, anyText, async (events, name) => {
        const archive = archiveOf(events);
        const [{ topic } = { topic: '' }] = archive.suggestTopics('', 1);
        const summary = archive.topic(topic);
        const search = { kind: 'open', event: 'abcdefghijk' } as const;
        expectWithinLimits(unknownTopicView(name, archive.suggestTopics('', 25), search, en));
        if (!summary) return;
        const here = await packText(longTexts, textRoom['topic-year'], summary.topic);
        const file = { ...topicPicture(summary, en), data: new Uint8Array() };
        expectWithinLimits(topicView(summary, here, '2016-04-08', file, en));
      }),
      { numRuns: 40 },
    ));

  test('both readings of a date', () =>
    fc.assert(
      fc.property(anyText, anyDate, anyDate, (text, one, two) => {
        const day = (date: typeof one) => ({ from: date, to: date, grain: 'day' as const });
        expectWithinLimits(readingsView(text, [day(one), day(two)], en));
      }),
    ));
});
