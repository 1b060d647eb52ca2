import type { APIEmbed } from 'discord-api-types/v10';
import { ComponentType } from 'discord-api-types/v10';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer, Hit } from '../../src/archive/answer.js';
import { DateArchive } from '../../src/archive/date-archive.js';
import type { Story } from '../../src/archive/story/story.js';
import { addDays, type CalendarDate } from '../../src/events/calendar-date.js';
import type { NewsEvent } from '../../src/events/event.js';
import { answerView } from '../../src/views/answer-view.js';
import { byEventView } from '../../src/views/by-event-view.js';
import { dayView } from '../../src/views/day-view.js';
import { yesterdayPost } from '../../src/views/digest-view.js';
import { eventView, sourcesView } from '../../src/views/event-view.js';
import { foundView } from '../../src/views/found-view.js';
import type { MessageView } from '../../src/views/message.js';
import { newsView } from '../../src/views/news-view.js';
import { onThisDayView } from '../../src/views/on-this-day-view.js';
import type { PackedText } from '../../src/views/packed-text.js';
import { searchView } from '../../src/views/search-view.js';
import { en } from '../../src/views/sentences/en.js';
import { spanView } from '../../src/views/span-view.js';
import { storyOpening, storyPost } from '../../src/views/story-thread-view.js';
import { storyView } from '../../src/views/story-view.js';
import { topicView } from '../../src/views/topic-view.js';

/** A name in words that no sentence of the views has. */
const anyName = fc
  .array(fc.constantFrom('Zarnow', 'Quell', 'Oberlin', 'Vasko', 'Thessal', 'Mirrik'), {
    minLength: 1,
    maxLength: 3,
  })
  .map((words) => words.join(' '));
const anyStoryName = fc
  .tuple(anyName, fc.integer({ min: 10, max: 99 }))
  .map(([name, n]) => `${name} affair ${n}`);

/** A sentence without a date in it, of one or more clauses. */
const anySentence = fc
  .tuple(
    anyName,
    fc.array(fc.constantFrom('opens a bridge', 'meets a rival', 'leaves a harbour'), {
      minLength: 1,
      maxLength: 5,
    }),
  )
  .map(([name, deeds]) => `${name} ${deeds.join(', while the crowd ')}.`);

const anySources = fc
  .uniqueArray(fc.nat({ max: 9 }), { maxLength: 6 })
  .map((numbers) =>
    numbers.map((n) => ({ name: `Paper ${n}`, url: `https://paper${n}.example/x`, image: null })),
  );

/** Events of different days; some share a story, some have none. */
const anyEvents: fc.Arbitrary<NewsEvent[]> = fc
  .tuple(
    fc.array(
      fc.record({
        sentence: anySentence,
        story: fc.nat({ max: 3 }),
        gap: fc.integer({ min: 1, max: 200 }),
        summary: fc.constantFrom('', 'More of it.'),
        sources: anySources,
      }),
      { minLength: 1, maxLength: 14 },
    ),
    fc.uniqueArray(anyStoryName, { minLength: 3, maxLength: 3, selector: (name) => name.slice(-2) }),
  )
  .map(([drafts, names]) => {
    let date: CalendarDate = '2014-03-05';
    return drafts.map(({ sentence, story, gap, summary, sources }, at): NewsEvent => {
      date = addDays(date, gap);
      const name = names[story] ?? null;
      return {
        id: `event${String(at).padStart(6, '0')}`,
        path: `/news/${at}.md`,
        date,
        story: name,
        headline: name === null ? sentence : `${name}: ${sentence}`,
        sentence,
        summary,
        topics: name === null ? [] : [name, 'Harbours'],
        context: [],
        sources,
        related: [],
      };
    });
  });

/** What a person sees of a message: its text and the labels of its buttons; menus are closed. */
function seen(view: MessageView): string {
  const embedded = (embed: APIEmbed) => [
    embed.author?.name,
    embed.title,
    embed.description,
    ...(embed.fields ?? []).flatMap(({ name, value }) => [name, value]),
    embed.footer?.text,
  ];
  const labels = view.components.flatMap((row) =>
    row.components.map((c) =>
      c.type === ComponentType.StringSelect ? c.placeholder : 'label' in c ? c.label : '',
    ),
  );
  return [view.content, ...view.embeds.flatMap(embedded), ...labels].filter(Boolean).join('\n');
}

function expectSaidOnce(view: MessageView, events: readonly NewsEvent[]): void {
  const text = seen(view);
  const count = (part: string) => text.split(part).length - 1;
  for (const { date, story } of events) {
    const day = en.date(date);
    // "8 April 2016" is in "18 April 2016" as well.
    const times = [...text.matchAll(new RegExp(`(?<!\\d)${day}`, 'g'))].length;
    expect(times, `${day} in:\n${text}`).toBeLessThanOrEqual(1);
    if (story !== null) expect(count(story), `${story} in:\n${text}`).toBeLessThanOrEqual(1);
  }
}

const hit = (event: NewsEvent): Hit => ({ event, score: 1, parts: {}, matched: [], folded: [] });
const understood = (event: NewsEvent | undefined, asksDay: boolean): Answer['understood'] => ({
  terms: ['bridge'],
  span: event && asksDay ? { from: event.date, to: event.date, grain: 'day' } : null,
  mended: [{ from: 'brigde', to: 'bridge' }],
});

describe('no message says a date or the name of a story twice', () => {
  test('an answer, whatever it rests on', () =>
    fc.assert(
      fc.property(
        anyEvents,
        fc.boolean(),
        fc.boolean(),
        fc.option(fc.constantFrom('date', 'name')),
        fc.nat({ max: 14 }),
        (events, answered, asksDay, direct, pick) => {
          const [first] = events;
          if (!first) return;
          const text = direct === 'date' ? en.date(first.date) : 'Zarnow';
          const answer: Answer = {
            question: 'x',
            understood: understood(first, asksDay),
            answered,
            confidence: 1,
            because: '',
            direct: answered && direct !== null ? { text, value: null, event: first, rests: [] } : null,
            hits: events.slice(0, 10).map(hit),
            relaxed: false,
          };
          const again = { kind: 'event', menu: 0 } as const;
          expectSaidOnce(answerView(answer, en, again), events);
          expectSaidOnce(answerView(answer, en, again, events[pick]?.id), events);
          expectSaidOnce(foundView(answer, en), events);
        },
      ),
    ));

  test('an event, its sources, a page of a search, news', () =>
    fc.assert(
      fc.property(anyEvents, (events) => {
        const [first] = events;
        if (!first) return;
        expectSaidOnce(eventView(first, en), events);
        expectSaidOnce(sourcesView(first, en), events);
        const page = {
          hits: events.slice(0, 5).map(hit),
          total: 12,
          offset: 0,
          understood: understood(undefined, false),
          relaxed: false,
          related: false,
        };
        for (const topic of [null, first.story]) {
          const searched = { query: topic ?? 'bridge', topic, from: null, to: null, sort: 'newest' } as const;
          const query = '=x' as PackedText;
          const here = { ...searched, kind: 'search', on: '2016-04-08', topic: null, query } as const;
          const said = topic === null ? searched : { ...searched, query: '' };
          expectSaidOnce(searchView(page, said, here, en), events);
        }
        const follow = { kind: 'story', label: first.story ?? 'Bridges', direct: false } as const;
        expectSaidOnce(newsView(follow, events, 'abcd', en), events);
      }),
    ));

  test('a day, a span, a topic, the same day of all years', () =>
    fc.assert(
      fc.property(anyEvents, (events) => {
        const archive = new DateArchive();
        for (const event of events) archive.put(event);
        const [first] = events;
        if (!first) return;
        const day = archive.day(first.date);
        expectSaidOnce(dayView(day, 0, en), events);
        expectSaidOnce(byEventView(dayView(day, 0, en), first, events, en), events);
        const year = Number(first.date.slice(0, 4));
        for (const [from, to] of [
          [first.date, addDays(first.date, 6)],
          [`${year}-01-01`, `${year}-12-31`],
          [null, null],
        ] as [CalendarDate | null, CalendarDate | null][])
          for (const page of [0, 1])
            expectSaidOnce(spanView(archive.span({ from, to, grain: 'span' }), page, null, en), events);
        expectSaidOnce(onThisDayView(archive.onThisDay(3, 5), 0, en), events);
        expectSaidOnce(yesterdayPost(first.date, day.groups, 'abcd', en), events);
        const topic = first.story === null ? null : archive.topic(first.story);
        if (topic) expectSaidOnce(topicView(topic, '=x' as PackedText, '2016-04-08', null, en), events);
      }),
    ));

  test('a story, its opening, its posts', () =>
    fc.assert(
      fc.property(anyEvents, fc.nat({ max: 13 }), (events, at) => {
        const self = events[at] ?? events[0];
        if (!self) return;
        const story: Story = {
          title: self.story ?? 'Bridges',
          topic: self.story,
          total: events.length,
          events: events.map((event, i) => ({
            event,
            relation: event === self ? 'self' : event.date < self.date ? 'before' : 'after',
            why: [],
            score: 1,
            loose: i % 3 === 1 && event !== self,
            folded: [],
          })),
          turningPoints: events.map(({ id }) => id).reverse(),
        };
        expectSaidOnce(storyOpening(story, null, en), events);
        for (const page of [0, 1, 2]) expectSaidOnce(storyView(story, self.id, en, page), events);
        for (const { id } of events) {
          const post = storyPost(story, id, en);
          if (post) expectSaidOnce(post, events);
        }
      }),
    ));
});
