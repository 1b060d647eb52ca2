import type { NewsEvent } from '../events/event.js';
import { clip } from './clip.js';
import { colours } from './colours.js';
import { eventButtons } from './event-buttons.js';
import { eventEmbed, sentence } from './event-embed.js';
import { limits } from './limits.js';
import { link } from './link.js';
import { type MessageView, message } from './message.js';
import type { Sentences } from './sentences/sentences.js';

/** One event by itself, with its buttons. */
export function eventView(event: NewsEvent, say: Sentences): MessageView {
  return message({
    content: say.event.line(event.date),
    embeds: [eventEmbed(event, say)],
    rows: [eventButtons(event, say)],
  });
}

/** Who reported an event: all its sources as links, one a line. */
export function sourcesView(event: NewsEvent, say: Sentences): MessageView {
  const lines: string[] = [];
  let room = limits.description - 40;
  for (const source of event.sources) {
    const line = `- ${link(clip(source.name, 100), source.url)}`;
    if (line.length + 1 > room) break;
    room -= line.length + 1;
    lines.push(line);
  }
  const left = event.sources.length - lines.length;
  return message({
    content: say.event.sourcesOf(event.sources.length),
    embeds: [
      {
        color: colours.event,
        description: `${sentence(event, [], 300)}\n${say.date(event.date)}`,
      },
      {
        color: colours.event,
        description: [...lines, ...(left > 0 ? [say.event.andMore(left).trim()] : [])].join('\n'),
      },
    ],
  });
}
