import type { APIButtonComponent } from 'discord-api-types/v10';
import type { Nearest } from '../archive/dates.js';
import type { DateSpan } from '../events/date-span.js';
import { unitAround } from '../time/unit-around.js';
import { buttonRow } from './buttons.js';
import { colours } from './colours.js';
import { type MessageView, message, type Row } from './message.js';
import type { Sentences } from './sentences/sentences.js';
import { spanButton } from './span-buttons.js';
import { spanText } from './span-text.js';

/** A time without events: says so, with what there is instead and buttons to the nearest days that have some. */
export function noEventsView(
  span: DateSpan,
  { before, after }: Nearest,
  say: Sentences,
  instead: {
    readonly buttons?: readonly APIButtonComponent[];
    readonly description?: string;
    readonly menus?: readonly Row[];
  } = {},
): MessageView {
  const { buttons: more = [], description = '', menus = [] } = instead;
  const [earlier, later] = [before && unitAround(before, 'day'), after && unitAround(after, 'day')];
  const buttons = [
    ...(earlier ? [spanButton(say.when.before(spanText(earlier, say)), earlier, 'before')] : []),
    ...(later ? [spanButton(say.when.after(spanText(later, say)), later, 'after')] : []),
    ...more,
  ];
  const hint = earlier || later ? say.when.nearest : say.when.nothingElse;
  return message({
    content: say.when.nothing(spanText(span, say)),
    embeds: [
      { color: colours.nothing, description: [description, hint].filter((text) => text !== '').join('\n\n') },
    ],
    rows: [...menus, ...(buttons.length > 0 ? [buttonRow(...buttons)] : [])],
  });
}
