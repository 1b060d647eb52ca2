import { addDays, type CalendarDate } from '../events/calendar-date.js';
import type { ImportSummary } from '../import/import-days.js';
import { printable } from './terminal.js';

/** Most lines that one kind of report takes. */
const MOST_LINES = 12;

/** What an import did, for a person. */
export function reportImport(summary: ImportSummary): string {
  const { days, events, sources, files, absent, unread, notices, gone, dryRun } = summary;
  const lines = [
    `${days} ${days === 1 ? 'day' : 'days'} read: ${events} events, ${sources} links to sources.`,
    dryRun
      ? `Nothing was written: ${files.written} files would be, ${files.unchanged} are unchanged.`
      : `${files.written} files written, ${files.unchanged} unchanged.`,
  ];
  if (gone > 0) lines.push(`${gone} events are no longer on their page; their files are marked as gone.`);
  if (absent.length > 0) lines.push(`No page: ${spans(absent).join(', ')}.`);
  lines.push(
    ...capped(
      'Skipped, because they were written or edited by hand',
      files.edited.map((path) => printable(path)),
    ),
    ...capped(
      'Not read',
      unread.map(({ date, reason }) => `${date}: ${printable(reason)}`),
    ),
    ...capped(
      'Not fully understood (--json lists all)',
      notices.map(({ date, problem, excerpt }) => `${date}: ${problem} ${printable(excerpt)}`),
    ),
  );
  return lines.join('\n');
}

function capped(title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  const more = lines.length - MOST_LINES;
  return [
    `${title}, ${lines.length}:`,
    ...lines.slice(0, MOST_LINES).map((line) => `  ${line}`),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ];
}

/** Dates in a row as "2002-01-01 to 2002-03-31". */
function spans(dates: readonly CalendarDate[]): string[] {
  const found: { from: CalendarDate; to: CalendarDate }[] = [];
  for (const date of dates) {
    const last = found.at(-1);
    if (last && addDays(last.to, 1) === date) last.to = date;
    else found.push({ from: date, to: date });
  }
  return found.map(({ from, to }) => (from === to ? from : `${from} to ${to}`));
}
