import fc from 'fast-check';
import { describe, test } from 'vitest';
import { answerView } from '../../src/views/answer-view.js';
import { textRoom } from '../../src/views/component-id.js';
import { eventView, sourcesView } from '../../src/views/event-view.js';
import { foundView } from '../../src/views/found-view.js';
import { helpView } from '../../src/views/help-view.js';
import { LongTextsInMemory } from '../../src/views/long-texts.js';
import { packText, packTexts } from '../../src/views/packed-text.js';
import { searchView } from '../../src/views/search-view.js';
import { en } from '../../src/views/sentences/en.js';
import { storyOpening, storyPost } from '../../src/views/story-thread-view.js';
import { storyView } from '../../src/views/story-view.js';
import { anyAnswer, anyDate, anyEvent, anyHit, anyStory, anyText, anyUnderstood } from './any-event.js';
import { expectWithinLimits } from './within-limits.js';

const longTexts = new LongTextsInMemory();

describe('whatever the events hold, Discord takes', () => {
  test('an answer', () =>
    fc.assert(
      fc.asyncProperty(anyAnswer, fc.nat({ max: 12 }), async (answer, pick) => {
        const question = await packText(longTexts, textRoom.ask, answer.question);
        const again = { kind: 'ask', on: '2016-04-08', question } as const;
        expectWithinLimits(answerView(answer, en, again));
        expectWithinLimits(answerView(answer, en, again, answer.hits[pick]?.event.id));
        expectWithinLimits(foundView(answer, en));
      }),
    ));

  test('a page of a search', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(anyHit, { maxLength: 5 }),
        fc.nat({ max: 100_000 }),
        fc.nat({ max: 100_000 }),
        anyUnderstood,
        fc.record({
          query: anyText,
          topic: fc.option(anyText),
          from: fc.option(anyDate),
          to: fc.option(anyDate),
        }),
        async (hits, total, offset, understood, asked) => {
          const searched = { ...asked, sort: 'relevance' as const };
          const texts = [searched.query, searched.topic ?? ''];
          const [query, topic] = await packTexts(longTexts, textRoom.search, texts);
          if (query === undefined || topic === undefined) throw new Error('two in, two out');
          const here = { ...searched, kind: 'search' as const, on: '2016-04-08' as const, query, topic };
          expectWithinLimits(
            searchView(
              { hits, total, offset, understood, relaxed: false, related: total % 2 === 0 },
              searched,
              here,
              en,
            ),
          );
        },
      ),
    ));

  test('an event and its sources', () =>
    fc.assert(
      fc.property(anyEvent, (event) => {
        expectWithinLimits(eventView(event, en));
        expectWithinLimits(sourcesView(event, en));
      }),
    ));

  test('a story, in a thread and in place', () =>
    fc.assert(
      fc.property(anyStory, fc.nat({ max: 9 }), (story, page) => {
        expectWithinLimits(storyOpening(story, null, en));
        for (const { event } of story.events) {
          const post = storyPost(story, event.id, en);
          if (post) expectWithinLimits(post);
        }
        expectWithinLimits(storyView(story, 'abcdefghijk', en, page));
      }),
      { numRuns: 30 },
    ));

  test('help', () =>
    fc.assert(
      fc.property(anyText, fc.option(anyDate), (text, date) => {
        const facts = {
          events: 1,
          first: date,
          last: date,
          commandIds: new Map([['ask', '123456789012345678']]),
        };
        const example = { text, run: { kind: 'open', event: 'abcdefghijk' } } as const;
        const view = helpView({ ...facts, maySetDigest: true, importCommand: text }, [example, example], en);
        expectWithinLimits(view);
      }),
    ));
});
