import type { CalendarDate } from '../events/calendar-date.js';
import { button, buttonRow } from './buttons.js';
import { clip } from './clip.js';
import { colours } from './colours.js';
import type { ComponentId } from './component-id.js';
import { type MessageView, message } from './message.js';
import type { Sentences } from './sentences/sentences.js';

/** Something to ask about the events that are loaded, with the custom_id of a button that asks it. */
export interface Example {
  readonly text: string;
  readonly run: ComponentId;
}

/** What `/help` has to know. */
export interface HelpFacts {
  readonly events: number;
  readonly first: CalendarDate | null;
  readonly last: CalendarDate | null;
  /** Ids of the registered commands by name; a command without one is not clickable. */
  readonly commandIds: ReadonlyMap<string, string>;
  /** Whether the person may use `/digest` where they ask. */
  readonly maySetDigest: boolean;
  /** The command that imports more events, where only those that come with the bot are served. */
  readonly importCommand: string | null;
}

/** What can be asked, each command clickable, with buttons that run examples. */
export function helpView(facts: HelpFacts, examples: readonly Example[], say: Sentences): MessageView {
  const { first, last, importCommand } = facts;
  const words = say.help;
  const line = (name: keyof typeof words & string, text: string) => `${mention(name, facts)} – ${text}`;
  return message({
    content: words.line,
    embeds: [
      {
        color: colours.help,
        description: [
          [
            line('ask', words.ask),
            line('search', words.search),
            line('date', words.date),
            line('onthisday', words.onthisday),
            line('topic', words.topic),
            line('thread', words.thread),
            `${mention('follow', facts, 'follow topic')} – ${words.follow}`,
            ...(facts.maySetDigest ? [`${mention('digest', facts, 'digest set')} – ${words.digest}`] : []),
          ].join('\n'),
          words.find,
          [
            first && last ? words.extent(facts.events, first, last) : words.empty,
            ...(importCommand === null ? [] : [words.importMore(importCommand)]),
          ].join('\n'),
          ...(examples.length > 0 ? [words.try] : []),
        ].join('\n\n'),
      },
    ],
    rows: examples.map(({ text, run }) => buttonRow(button(clip(text, 60), run))),
  });
}

/** A command as Discord makes it clickable, `</ask:123>`; as code where its id is unknown. */
function mention(name: string, { commandIds }: HelpFacts, whole = name): string {
  const id = commandIds.get(name);
  return id === undefined ? `\`/${whole}\`` : `</${whole}:${id}>`;
}
