/**
 * Reads a time of the day as people write it: "8", "8:30", "18.05", "8 am", "6:30 pm".
 *
 * @returns the minute of the day, 0 to 1439, or null for what is no time.
 */
export function readTimeOfDay(text: string): number | null {
  const read = /^(\d{1,2})(?:[:.h](\d{2}))?(?:o['’]clock|h)?(am|pm|a\.m\.|p\.m\.)?$/i.exec(
    text.replaceAll(/\s/g, ''),
  );
  if (!read) return null;
  const half = read[3]?.[0]?.toLowerCase();
  const minute = Number(read[2] ?? 0);
  let hour = Number(read[1]);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half === 'p' ? 12 : 0);
  }
  return hour > 23 || minute > 59 ? null : hour * 60 + minute;
}
