import type { CalendarDate } from '../events/calendar-date.js';
import { colours } from './colours.js';
import { escapeMarkdown } from './markdown.js';
import { type MessageView, message } from './message.js';
import type { Sentences } from './sentences/sentences.js';

/** Things to type that find something in the events that are loaded; a part is null where nothing fits. */
export interface Examples {
  readonly question: string | null;
  readonly search: string | null;
  readonly date: string | null;
  readonly thread: string | null;
}

/**
 * What can be asked, with examples that work here.
 *
 * @param maySetDigest whether the person may call `/digest` where they ask.
 */
export function helpView(
  extent: { events: number; days: number; first: CalendarDate | null; last: CalendarDate | null },
  examples: Examples,
  maySetDigest: boolean,
  say: Sentences,
): MessageView {
  const { first, last } = extent;
  const typed = (command: string, text: string | null) =>
    text === null ? '' : `\n\`/${command} ${code(text)}\``;
  return message({
    content: say.help.line,
    embeds: [
      {
        color: colours.help,
        title: say.help.title,
        description: first && last ? say.help.extent(extent.events, first, last) : say.help.empty,
        fields: [
          { name: '/ask', value: `${say.help.ask}${typed('ask', examples.question)}` },
          { name: '/search', value: `${say.help.search}${typed('search', examples.search)}` },
          { name: '/date', value: `${say.help.date}${typed('date', examples.date)}` },
          { name: '/thread', value: `${say.help.thread}${typed('thread', examples.thread)}` },
          {
            name: say.help.more,
            value: [say.help.others, maySetDigest && say.help.digest].filter(Boolean).join(' '),
          },
          { name: escapeMarkdown(say.commands.find.name), value: say.help.find },
        ],
        footer: { text: say.help.buttons },
      },
    ],
  });
}

/** A text inside backticks, where no escape works. */
const code = (text: string) => text.replaceAll('`', 'ˋ').replace(/\s+/g, ' ');
