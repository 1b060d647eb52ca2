import type { APISelectMenuOption } from 'discord-api-types/v10';
import { ButtonStyle } from 'discord-api-types/v10';
import type { NewsEvent } from '../events/event.js';
import { button, buttonRow } from './buttons.js';
import { SOURCES_SHOWN } from './event-embed.js';
import type { Row } from './message.js';
import type { Sentences } from './sentences/sentences.js';
import { sortedSources } from './source-links.js';

/**
 * The row under every event shown: its story, its day, and all its sources where the embed has no room for them.
 *
 * @param story whether a button leads to its story; none does inside that story's thread.
 */
export function eventButtons(event: NewsEvent, say: Sentences, story: 'story' | 'none' = 'story'): Row {
  const sources = sortedSources(event.sources).length;
  const storyId = { kind: 'story', event: event.id } as const;
  return buttonRow(
    story === 'none' ? null : button(say.event.storyButton, storyId, { style: ButtonStyle.Primary }),
    button(say.event.dayButton, { kind: 'day', date: event.date, page: 0 }),
    sources > SOURCES_SHOWN
      ? button(say.event.sourcesButton(sources), { kind: 'sources', event: event.id })
      : null,
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
