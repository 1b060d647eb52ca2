import type { APIEmbed } from 'discord-api-types/v10';
import type { Answer } from '../archive/answer.js';
import { clip } from './clip.js';
import { colours } from './colours.js';
import { sentence } from './event-embed.js';
import { escapeMarkdown } from './markdown.js';
import type { Sentences } from './sentences/sentences.js';

/** How much of an earlier event's sentence is shown. */
const SENTENCE = 180;

/** What a part of a question is quoted with at most. */
const PART = 60;

/** Says what of a question the answer leaves open: one of two parts, or the cause or manner of what is known. Empty where nothing. */
export function whatIsMissing({ parts = [], unexplained }: Answer, say: Sentences): string {
  if (unexplained) {
    const text = unexplained.asked === 'why' ? say.ask.notWhy : say.ask.notHow;
    return unexplained.before.length > 0 ? `${text} ${say.ask.justBefore}` : text;
  }
  const open = parts.filter(({ line }) => line === null);
  const [only] = open;
  return only && open.length < parts.length ? say.ask.partOpen(escapeMarkdown(clip(only.asked, PART))) : '';
}

/** The events just before one whose cause is not known, each a line with its date; none where there are none. */
export function earlierEvents({ unexplained }: Answer, say: Sentences): APIEmbed[] {
  const before = unexplained?.before ?? [];
  if (before.length === 0) return [];
  const lines = before.map((event) => `- **${say.date(event.date)}** · ${sentence(event, [], SENTENCE)}`);
  return [{ color: colours.event, title: say.ask.earlier, description: lines.join('\n') }];
}
