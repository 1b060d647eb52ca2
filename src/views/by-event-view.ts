import type { NewsEvent } from '../events/event.js';
import { menuRow } from './buttons.js';
import { clip } from './clip.js';
import { eventOptions } from './event-buttons.js';
import { sentence } from './event-embed.js';
import { escapeMarkdown } from './markdown.js';
import { type MessageView, message, type Row } from './message.js';
import type { Sentences } from './sentences/sentences.js';
import { spanValue } from './span-value.js';

/** A time named by an event: which event was meant above it, and below it a menu of others that may be meant. */
export function byEventView(
  view: MessageView,
  event: NewsEvent,
  others: readonly NewsEvent[],
  say: Sentences,
): MessageView {
  const elsewhere = others.filter(({ date }) => date !== event.date);
  return message({
    content: `${view.content}\n${say.when.byEvent(sentence(event, [], 160))}`,
    embeds: view.embeds,
    rows: [...view.components, dayMenu(say.when.otherEvent, elsewhere, say)],
    files: view.files,
  });
}

/** Words that are no time, with the days of the events they may name. */
export function noTimeView(text: string, near: readonly NewsEvent[], say: Sentences): MessageView {
  const shown = escapeMarkdown(clip(text, 200));
  if (near.length === 0) return message({ content: say.when.unread(shown) });
  return message({
    content: say.when.unreadEvent(shown),
    rows: [dayMenu(say.when.openEventDay, near, say)],
  });
}

/** A menu of events whose days it opens. */
function dayMenu(placeholder: string, events: readonly NewsEvent[], say: Sentences): Row {
  const options = eventOptions(events, say).map((option, at) => {
    const { date } = events[at] ?? { date: null };
    return { ...option, value: spanValue({ from: date, to: date, grain: 'day' }) };
  });
  return menuRow(placeholder, { kind: 'times', menu: 9 }, options);
}
