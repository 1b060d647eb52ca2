import type { APIEmbed } from 'discord-api-types/v10';
import type { TextRange } from '../archive/answer.js';
import type { NewsEvent } from '../events/event.js';
import { clip } from './clip.js';
import { colours } from './colours.js';
import { splitHeadline } from './headline.js';
import { safeUrl } from './link.js';
import { escapeMarkdown, escapeWithBold, rangesWithin } from './markdown.js';
import type { Sentences } from './sentences/sentences.js';
import { pictureOf, sourceLinks } from './source-links.js';

/** How much of a sentence and of its summary an embed shows: some headlines run to 1,400 characters. */
const SENTENCE = 1200;
const SUMMARY = 500;
/** Publishers named in an embed; a button lists all where there are more. */
export const SOURCES_SHOWN = 3;

/**
 * An event, each part of it once: its story small above the headline, what the title has no room for below it, then
 * topics and sources in small print. Its date is on the line beside the embed.
 */
export function eventEmbed(
  event: NewsEvent,
  say: Sentences,
  options: { bold?: readonly TextRange[]; colour?: number } = {},
): APIEmbed {
  const { bold = [], colour = colours.event } = options;
  const { title, rest, restAt } = splitHeadline(clip(event.sentence, SENTENCE));
  const below = bold.flatMap(([from, to]): TextRange[] =>
    from >= restAt ? [[from - restAt, to - restAt]] : [],
  );
  const picture = pictureOf(event.sources);
  const thumbnail = picture && safeUrl(picture);
  return {
    color: colour,
    ...(event.story !== null && { author: { name: clip(event.story, 200) } }),
    title: escapeMarkdown(title),
    description: [
      // What goes on in the middle of a sentence says so.
      (/^\p{Ll}/u.test(rest) ? '…' : '') + escapeWithBold(rest, rangesWithin(below, rest.length)),
      escapeMarkdown(clip(event.summary, SUMMARY)),
      smallLines(event, say),
    ]
      .filter((part) => part !== '')
      .join('\n\n'),
    ...(thumbnail && { thumbnail: { url: thumbnail } }),
  };
}

/** Its topics, where it has any beside its story, and its sources. */
function smallLines(event: NewsEvent, say: Sentences): string {
  const topics = event.topics.filter((topic) => topic !== event.story);
  const sources = sourceLinks(event.sources, 700, say, SOURCES_SHOWN);
  return [
    topics.length > 0 && `-# ${say.event.topics(escapeMarkdown(clip(topics.join(', '), 300)))}`,
    sources !== '' && `-# ${say.event.sources(sources)}`,
  ]
    .filter(Boolean)
    .join('\n');
}

/** An event's sentence, escaped, with ranges of it bold, cut where it is very long. */
export function sentence(event: NewsEvent, bold: readonly TextRange[], limit = SENTENCE): string {
  const text = clip(event.sentence, limit);
  return escapeWithBold(text, rangesWithin(bold, text.length));
}
