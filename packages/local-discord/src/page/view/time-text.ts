const locale = 'en-GB';
const formats: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
};

const units = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

/** A moment in one of the styles of Discord's `<t:…>`. */
export function timeText(date: Date, style: string): string {
  if (Number.isNaN(date.getTime())) return 'Invalid date';
  if (style === 'R') return relative(date);
  return new Intl.DateTimeFormat(locale, formats[style] ?? formats.f).format(date);
}

/** "Tuesday, 24 November 2026 at 14:05". */
export function longTime(date: Date): string {
  return timeText(date, 'F');
}

/** As shown beside a message's author: "Today at 14:05", "23/11/2026 14:05". */
export function messageTime(timestamp: string, now = new Date()): string {
  const date = new Date(timestamp);
  const clock = timeText(date, 't');
  const daysAgo = dayNumber(now) - dayNumber(date);
  if (daysAgo === 0) return `Today at ${clock}`;
  if (daysAgo === 1) return `Yesterday at ${clock}`;
  return `${timeText(date, 'd')} ${clock}`;
}

/** The day's name for the line between two days' messages. */
export function dayText(timestamp: string): string {
  return timeText(new Date(timestamp), 'D');
}

function relative(date: Date): string {
  const seconds = Math.round((date.getTime() - Date.now()) / 1000);
  const [unit, size] = units.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1];
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(Math.round(seconds / size), unit);
}

/** Days since an arbitrary day, by the reader's clock. */
function dayNumber(date: Date): number {
  return Math.floor((date.getTime() - date.getTimezoneOffset() * 60_000) / 86_400_000);
}
