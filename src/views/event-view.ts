import type { NewsEvent } from '../events/event.js';
import { clip } from './clip.js';
import { colours } from './colours.js';
import { eventButtons } from './event-buttons.js';
import { eventEmbed, sentence } from './event-embed.js';
import { limits } from './limits.js';
import { link } from './link.js';
import { type MessageView, message } from './message.js';
import type { Sentences } from './sentences/sentences.js';
import { sortedSources } from './source-links.js';

/**
 * One event, with its buttons.
 *
 * @param inside whether it is shown inside the thread of its own story, where no button opens that thread.
 */
export function eventView(event: NewsEvent, say: Sentences, inside = false): MessageView {
  return message({
    content: say.event.line(event.date),
    embeds: [eventEmbed(event, say)],
    rows: [eventButtons(event, say, inside ? 'none' : 'story')],
  });
}

/** Who reported an event: all its sources as links, one per line. */
export function sourcesView(event: NewsEvent, say: Sentences): MessageView {
  const lines: string[] = [];
  let room = limits.description - 40;
  for (const source of sortedSources(event.sources)) {
    const line = `- ${link(clip(source.name, 100), source.url)}`;
    if (line.length + 1 > room) break;
    room -= line.length + 1;
    lines.push(line);
  }
  const left = sortedSources(event.sources).length - lines.length;
  return message({
    content: say.event.sourcesOf(sortedSources(event.sources).length),
    embeds: [
      {
        color: colours.event,
        description: [
          `**${say.date(event.date)}** · ${sentence(event, [], 300)}`,
          [...lines, ...(left > 0 ? [say.event.andMore(left).trim()] : [])].join('\n'),
        ]
          .filter((part) => part !== '')
          .join('\n\n'),
      },
    ],
  });
}
