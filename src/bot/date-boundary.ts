import type { CalendarDate } from '../events/calendar-date.js';
import { escapeMarkdown } from '../views/markdown.js';
import { spanText } from '../views/span-text.js';
import type { Asked } from './command.js';

/** What a date option gave: a day, nothing, or what is wrong with it as a sentence. */
export type Boundary =
  | { readonly kind: 'date'; readonly date: CalendarDate | null; readonly relative: boolean }
  | { readonly kind: 'problem'; readonly sentence: string };

/** Reads the option "from" as the first day of what was written, "to" as the last: April 2016 is 1 or 30 April. */
export async function readBoundary(
  { archive, say, today }: Asked,
  side: 'from' | 'to',
  written: string | null,
): Promise<Boundary> {
  if (written === null) return { kind: 'date', date: null, relative: false };
  const reading = await archive.readDate(written, today);
  const text = escapeMarkdown(written);
  if (reading.kind === 'span') return { kind: 'date', date: reading.span[side], relative: reading.relative };
  if (reading.kind === 'event') return { kind: 'date', date: reading.span[side], relative: false };
  if (reading.kind === 'invalid') return { kind: 'problem', sentence: say.dates.invalid(side, text) };
  if (reading.kind === 'backwards')
    return {
      kind: 'problem',
      sentence: say.when.backwards(spanText(reading.first, say), spanText(reading.last, say)),
    };
  if (reading.kind === 'not-a-date') return { kind: 'problem', sentence: say.dates.unread(side, text) };
  const readings = reading.readings.map((span) => spanText(span, say));
  return { kind: 'problem', sentence: say.dates.ambiguous(side, text, readings) };
}
