import { stemmer } from 'stemmer';
import type { Hit, TextRange } from '../archive/answer.js';
import { sentence } from './event-embed.js';
import { escapeMarkdown } from './markdown.js';
import type { Sentences } from './sentences/sentences.js';
import { sourceLinks } from './source-links.js';

/** How much of a found event's sentence a list shows. */
const SENTENCE = 180;
/** Publishers named after it. */
const SOURCES = 2;

/**
 * Found events one below the other: date and story, the sentence with the words asked for in bold, where it was reported.
 * A story is named once, at the first of its events.
 *
 * @param asked the words asked for.
 * @param said a story that the message has named already.
 */
export function hitLines(
  hits: readonly Hit[],
  asked: readonly string[],
  say: Sentences,
  said: string | null = null,
): string {
  const named = new Set<string | null>([said]);
  return hits
    .map((hit) => {
      const { event, folded } = hit;
      const isNew = !named.has(event.story);
      named.add(event.story);
      const head = [`**${say.date(event.date)}**`, isNew && event.story && escapeMarkdown(event.story)];
      const sources = sourceLinks(event.sources, 200, say, SOURCES, false);
      const small = [sources, folded.length > 0 && say.search.folded(folded.length)]
        .filter(Boolean)
        .join(' · ');
      const text = sentence(event, askedRanges(hit, asked), SENTENCE);
      return `${head.filter(Boolean).join(' · ')}\n${text}${small && ` (${small})`}`;
    })
    .join('\n\n');
}

/** Words shorter than this say little, bold or not. */
const SHORTEST = 3;

/** Of the words that matched, those that were asked for: not what only means something like them. */
export function askedRanges({ event, matched }: Hit, asked: readonly string[]): TextRange[] {
  const wanted = new Set(asked.flatMap(stemsOf));
  return matched.filter(([from, to]) => {
    const stems = stemsOf(event.sentence.slice(from, to));
    return stems.length > 0 && stems.some((stem) => wanted.has(stem));
  });
}

function stemsOf(text: string): string[] {
  const words =
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => word.length >= SHORTEST || /\p{N}|\p{Script=Han}/u.test(word)).map(stemmer);
}
