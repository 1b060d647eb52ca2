import type { APIEmbed } from 'discord-api-types/v10';
import type { TextRange } from '../archive/answer.js';
import type { EventSource, NewsEvent } from '../events/event.js';
import { clip } from './clip.js';
import { colours } from './colours.js';
import { limits } from './limits.js';
import { link } from './link.js';
import { escapeMarkdown, escapeWithBold, rangesWithin } from './markdown.js';
import type { Sentences } from './sentences/sentences.js';

/** How much of a sentence and of its summary an embed shows: some headlines run to 1,400 characters. */
const SENTENCE = 1200;
const SUMMARY = 500;

/** An event: its story as the title, its sentence with the words that matter bold, its date, topics and sources. */
export function eventEmbed(
  event: NewsEvent,
  say: Sentences,
  options: { bold?: readonly TextRange[]; colour?: number } = {},
): APIEmbed {
  const { bold = [], colour = colours.event } = options;
  const topics = event.topics.filter((topic) => topic !== event.story);
  const sources = sourceLinks(event.sources, limits.fieldValue, say);
  return {
    color: colour,
    title: escapeMarkdown(event.story ?? say.event.untold),
    description: [sentence(event, bold), escapeMarkdown(clip(event.summary, SUMMARY))]
      .filter((part) => part !== '')
      .join('\n\n'),
    fields: [
      { name: say.event.date, value: say.date(event.date), inline: true },
      { name: say.event.topics, value: escapeMarkdown(clip(topics.join(', '), 400)), inline: true },
      { name: say.event.sources, value: sources },
    ].filter((field) => field.value !== ''),
  };
}

/** An event's sentence, escaped, with ranges of it bold, cut where it is very long. */
export function sentence(event: NewsEvent, bold: readonly TextRange[], limit = SENTENCE): string {
  const text = clip(event.sentence, limit);
  return escapeWithBold(text, rangesWithin(bold, text.length));
}

/** Sources as links, parted by " · ", as many as fit into `room` characters, then "and 3 more". */
export function sourceLinks(sources: readonly EventSource[], room: number, say: Sentences): string {
  const links = sources.map((source) => link(clip(source.name, 60), source.url));
  for (let shown = links.length; shown > 0; shown--) {
    const more = links.length - shown;
    const line = links.slice(0, shown).join(' · ') + (more > 0 ? say.event.andMore(more) : '');
    if (line.length <= room) return line;
  }
  return '';
}
