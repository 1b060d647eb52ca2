import type { APISelectMenuOption } from 'discord-api-types/v10';
import { ButtonStyle } from 'discord-api-types/v10';
import type { NewsEvent } from '../events/event.js';
import { button, buttonRow, linkButton } from './buttons.js';
import type { Row } from './message.js';
import type { Sentences } from './sentences/sentences.js';

/**
 * The row under every event shown: its story, its day, its sources (its one source as a link).
 *
 * @param story which button leads to its story: in a story's thread, one that branches off.
 */
export function eventButtons(event: NewsEvent, say: Sentences, story: 'story' | 'branch' = 'story'): Row {
  const [source, ...more] = event.sources;
  const sources =
    source && more.length === 0
      ? linkButton(source.name, source.url)
      : source && button(say.event.sourcesButton(event.sources.length), { kind: 'sources', event: event.id });
  return buttonRow(
    button(say.event.storyButton, { kind: story, event: event.id }, { style: ButtonStyle.Primary }),
    button(say.date(event.date), { kind: 'day', date: event.date, page: 0 }),
    sources ?? null,
  );
}

/** Events as the options of a select menu; the value is the event's id. */
export function eventOptions(
  events: readonly NewsEvent[],
  say: Sentences,
  chosen?: string,
): APISelectMenuOption[] {
  return events.map((event) => ({
    label: event.sentence,
    description: [say.date(event.date), event.story].filter(Boolean).join(' · '),
    value: event.id,
    ...(event.id === chosen && { default: true }),
  }));
}
