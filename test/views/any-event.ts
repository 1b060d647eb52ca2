import fc from 'fast-check';
import type { Answer, Hit, Understood } from '../../src/archive/answer.js';
import type { Story } from '../../src/archive/story/story.js';
import { dateOfDayNumber } from '../../src/events/calendar-date.js';
import type { NewsEvent } from '../../src/events/event.js';

/** Texts as events and people bring them: short, endless, full of marks. */
export const anyText = fc.oneof(
  fc.lorem({ mode: 'sentences', maxCount: 3 }),
  fc.string({ unit: 'grapheme', maxLength: 120 }),
  fc
    .array(fc.constantFrom('**', '_', '](', '`', '@everyone', '<@1>', '\n', '# ', 'word ', '\\'), {
      maxLength: 400,
    })
    .map((parts) => parts.join('')),
  fc.nat({ max: 9000 }).map((n) => 'a long word '.repeat(n / 12)),
);

export const anyDate = fc.integer({ min: -700_000, max: 2_900_000 }).map(dateOfDayNumber);

export const anyEvent: fc.Arbitrary<NewsEvent> = fc.record({
  id: fc.stringMatching(/^[\w-]{11}$/),
  path: fc.constant('/news/2016/04/8/an-event.md'),
  date: anyDate,
  story: fc.option(anyText),
  headline: anyText,
  sentence: anyText,
  summary: anyText,
  topics: fc.array(anyText, { maxLength: 6 }),
  context: fc.array(anyText, { maxLength: 3 }),
  sources: fc.array(
    fc.record({ name: anyText, url: fc.oneof(fc.webUrl(), anyText), image: fc.option(fc.webUrl()) }),
    { maxLength: 30 },
  ),
  related: fc.constant([]),
});

const anyRange = fc.tuple(fc.nat({ max: 200 }), fc.nat({ max: 200 }));

export const anyHit: fc.Arbitrary<Hit> = fc.record({
  event: anyEvent,
  score: fc.double(),
  parts: fc.constant({}),
  matched: fc.array(anyRange, { maxLength: 5 }),
  folded: fc.array(anyEvent, { maxLength: 2 }),
});

export const anyUnderstood: fc.Arbitrary<Understood> = fc.record({
  wanted: fc.constant('anything' as const),
  terms: fc.array(anyText, { maxLength: 6 }),
  span: fc.option(
    fc.record({ from: fc.option(anyDate), to: fc.option(anyDate), grain: fc.constant('span' as const) }),
  ),
  mended: fc.array(fc.record({ from: anyText, to: anyText }), { maxLength: 3 }),
});

export const anyAnswer: fc.Arbitrary<Answer> = fc
  .record({
    question: anyText,
    understood: anyUnderstood,
    answered: fc.boolean(),
    confidence: fc.double({ min: 0, max: 1, noNaN: true }),
    because: anyText,
    hits: fc.array(anyHit, { maxLength: 12 }),
    relaxed: fc.boolean(),
    directText: fc.option(anyText),
  })
  .map(({ directText, ...answer }) => {
    const event = answer.hits[0]?.event;
    const direct = directText !== null && event ? { text: directText, value: null, event, rests: [] } : null;
    return { ...answer, direct };
  });

export const anyStory: fc.Arbitrary<Story> = fc
  .record({
    title: anyText,
    events: fc.array(fc.tuple(anyEvent, fc.boolean(), anyText), { minLength: 1, maxLength: 40 }),
  })
  .map(({ title, events }) => ({
    title,
    topic: null,
    total: events.length,
    events: events.map(([event, loose, name], at) => ({
      event,
      loose,
      relation: at < events.length / 2 - 1 ? 'before' : at > events.length / 2 ? 'after' : 'self',
      why: [{ kind: 'same-story', story: name }],
      score: 1,
      folded: [],
    })),
    turningPoints: events.map(([event]) => event.id).slice(0, 10),
  }));
