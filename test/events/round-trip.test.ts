import fc from 'fast-check';
import { expect, it } from 'vitest';
import { composeEvent } from '../../src/events/compose-event.js';
import { KnownTerms } from '../../src/events/known-terms.js';
import { readEvent } from '../../src/events/read-event.js';
import { eventFile } from './write-tree.js';

const word = fc.stringMatching(/^[a-z]{3,9}$/).filter((w) => !/^(?:en|date)$/.test(w));
const name = fc
  .array(
    word.map((w) => w.charAt(0).toUpperCase() + w.slice(1)),
    { minLength: 2, maxLength: 4 },
  )
  .map((words) => words.join(' '));
const sentence = fc.array(word, { minLength: 3, maxLength: 12 }).map((words) => `Ships ${words.join(' ')}.`);
const date = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10));
const slug = fc.stringMatching(/^[a-z0-9-]{1,40}$/);
const sources = fc.array(fc.record({ name, host: word, image: fc.boolean() }), { maxLength: 4 });
const related = fc.array(
  fc.record({ slug, headline: sentence, context: fc.uniqueArray(name, { minLength: 1, maxLength: 3 }) }),
  { maxLength: 4 },
);

it('reads every event back as it was written', () => {
  fc.assert(
    fc.property(
      date,
      fc.uniqueArray(name, { maxLength: 3, selector: (n) => n.toLowerCase() }),
      sentence,
      sources,
      related,
      (date, stories, sentence, sources, related) => {
        const headline = [...stories, sentence].join(': ');
        const sourceLines = sources.map(
          ({ name, host, image }, n) =>
            `${n + 1}. [${name}](https://${host}.example.org/${n})${image ? ' [IMG](https://i.example.org/p.jpg)' : ''}`,
        );
        const relatedLines = related.map(
          (r, n) =>
            `${n + 1}. [${r.headline} ](/news/2031/05/7/${r.slug}.md) _Context: ${r.context.join(', ')}_`,
        );
        const text = eventFile(
          date,
          headline,
          `### Source:\n\n${sourceLines.join('\n')}\n\n### Related:\n\n${relatedLines.join('\n')}\n`,
        );
        const reading = readEvent('/news/a.md', text);
        if (reading.kind !== 'event') throw new Error(JSON.stringify(reading));
        const event = composeEvent(reading.draft, [], { terms: new KnownTerms(), locate: (link) => link });
        expect(event).toMatchObject({ date, headline, sentence, story: stories[0] ?? null, topics: stories });
        expect(event.sources).toEqual(
          sources.map(({ name, host, image }, n) => ({
            name,
            url: `https://${host}.example.org/${n}`,
            image: image ? 'https://i.example.org/p.jpg' : null,
          })),
        );
        expect(event.related.map((r) => [r.path, r.headline, r.context])).toEqual(
          related.map((r) => [`/news/2031/05/7/${r.slug}.md`, r.headline, r.context]),
        );
        expect(reading.problems).toEqual([]);
      },
    ),
  );
});
