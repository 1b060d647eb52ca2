import { dateParts } from '../../events/calendar-date.js';
import type { DateSpan } from '../../events/date-span.js';
import { dayView } from '../../views/day-view.js';
import { spanPicture, spanView } from '../../views/span-view.js';
import type { Asked, Show } from '../command.js';

/** A day as a day, anything longer as a span with its picture. */
export async function showSpan(
  { archive, pictures, say }: Pick<Asked, 'archive' | 'pictures' | 'say'>,
  { from, to, grain }: DateSpan,
  page: number,
  note = '',
): Promise<Show> {
  if (from !== null && from === to) {
    const here = { kind: 'day', date: from, page } as const;
    const day = await archive.day(from);
    const { month, day: of } = dateParts(from);
    const others = day.total === 0 ? await archive.onThisDay(month, of) : null;
    return { kind: 'show', view: dayView(day, page, say, note, others), here };
  }
  const summary = await archive.span({ from, to, grain });
  const picture = spanPicture(summary, say);
  const file = picture && (await pictures.png(picture));
  const here = { kind: 'span', go: 'here', page, from, to, grain } as const;
  return { kind: 'show', view: spanView(summary, page, file, say, note), here };
}
