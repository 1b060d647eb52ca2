import {
  type CalendarDate,
  calendarDate,
  dateParts,
  daysInMonth,
  weekday,
} from '../../events/calendar-date.js';
import type { Sentences } from '../sentences/sentences.js';
import { box, card, ink, label, MARGIN, WIDTH } from './svg.js';

/** A day with how many events it has. */
export interface DayCount {
  readonly date: CalendarDate;
  readonly events: number;
}

const TOP = 30;
const GAP = 4;
const BETWEEN = 30;
/** Squares at least so wide have room for a weekday's letter that is legible on a phone. */
const LETTER_WIDTH = 30;

/**
 * A calendar heat map as SVG: a block for each month, a row for each week, a square for each day, the lighter the more
 * events. Days outside the span are left out. It has no heading: the message above it says what it shows.
 *
 * @param days the days with events, in order, within `from` and `to` (at most 14 months).
 */
export function heatMap(
  from: CalendarDate,
  to: CalendarDate,
  days: readonly DayCount[],
  say: Sentences,
): string {
  const months = monthsBetween(from, to);
  const columns = months.length > 6 ? 4 : months.length === 4 ? 2 : Math.min(months.length, 3);
  const width = (WIDTH - MARGIN * 2 - BETWEEN * (columns - 1)) / columns;
  const square = { width: width / 7, height: Math.min(width / 7, 84) };
  const headed = months.length > 1;
  // Letters that fit over the small squares of a year can't be read on a phone: it goes without.
  const lettered = square.width >= LETTER_WIDTH;
  const head = (headed ? 40 : 4) + (lettered ? 36 : 0);
  const rows = headed
    ? Math.max(...months.map(({ year, month }) => weeksOf(year, month)))
    : rowOf(to) - rowOf(from) + 1;
  const height = head + rows * square.height + 18;
  const most = Math.max(1, ...days.map(({ events }) => events));
  const top = brightest(days, most);
  const counts = new Map(days.map(({ date, events }) => [date, events]));
  const shapes = months.flatMap(({ year, month }, at) => {
    const x = MARGIN + (at % columns) * (width + BETWEEN);
    const y = TOP + Math.floor(at / columns) * height;
    const cut = headed ? 0 : rowOf(from) * square.height;
    const name = months.length > 1 ? monthLabel(year, month, from, to, say) : '';
    return [
      ...(headed ? [label(x, y + 26, name, { size: 28, bold: true })] : []),
      ...(lettered
        ? say.chart.weekdays.map((day, i) =>
            label(x + (i + 0.5) * square.width, y + head - 12, day, {
              size: 26,
              fill: ink.faint,
              anchor: 'middle',
            }),
          )
        : []),
      ...squares(year, month, { from, to }, { x, y: y + head - cut, ...square }, counts, top),
    ];
  });
  const bottom = TOP + Math.ceil(months.length / columns) * height;
  return card(bottom + 56, [...shapes, ...legend(bottom + 8, top, top < most, say)]);
}

function monthsBetween(from: CalendarDate, to: CalendarDate): { year: number; month: number }[] {
  const [a, b] = [dateParts(from), dateParts(to)];
  const count = (b.year - a.year) * 12 + b.month - a.month + 1;
  return Array.from({ length: count }, (_, i) => {
    const at = a.year * 12 + a.month - 1 + i;
    return { year: Math.floor(at / 12), month: (at % 12) + 1 };
  });
}

function monthLabel(
  year: number,
  month: number,
  from: CalendarDate,
  to: CalendarDate,
  say: Sentences,
): string {
  const name = say.chart.month(month);
  return from.slice(0, 4) === to.slice(0, 4) ? name : `${name} ${year}`;
}

const firstColumn = (year: number, month: number) => {
  const first = calendarDate(year, month, 1);
  return first ? weekday(first) - 1 : 0;
};
const rowOf = (date: CalendarDate) => {
  const { year, month, day } = dateParts(date);
  return Math.floor((firstColumn(year, month) + day - 1) / 7);
};
const weeksOf = (year: number, month: number) =>
  Math.ceil((firstColumn(year, month) + daysInMonth(year, month)) / 7);

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function squares(
  year: number,
  month: number,
  span: { from: CalendarDate; to: CalendarDate },
  place: Place,
  counts: ReadonlyMap<CalendarDate, number>,
  top: number,
): string[] {
  const shapes: string[] = [];
  const offset = firstColumn(year, month);
  for (let day = 1; day <= daysInMonth(year, month); day++) {
    const date = calendarDate(year, month, day);
    if (date === null || date < span.from || date > span.to) continue;
    const events = counts.get(date) ?? 0;
    const x = place.x + ((offset + day - 1) % 7) * place.width;
    const y = place.y + Math.floor((offset + day - 1) / 7) * place.height;
    const level = levelOf(events, top);
    shapes.push(box(x + GAP / 2, y + GAP / 2, place.width - GAP, place.height - GAP, fillOf(level), 6));
    if (place.width >= 50) shapes.push(...written(day, events, level, x, y, place));
  }
  return shapes;
}

/** The day and its count, where squares are large enough to read them on a phone. */
function written(day: number, events: number, level: number, x: number, y: number, place: Place): string[] {
  const fill = level >= 3 ? ink.dark : ink.text;
  const number = label(x + 12, y + 32, String(day), { size: 24, fill: level === 0 ? ink.faint : fill });
  if (events === 0 || place.width < 90) return [number];
  const count = label(x + place.width - 12, y + place.height - 16, String(events), {
    size: 32,
    fill,
    anchor: 'end',
    bold: true,
  });
  return [number, count];
}

/** Up to this many events a day, every count has a different shade. */
const FEW = 5;

/**
 * How many events make the lightest square: those of the busiest day where they are few, else what all but the busiest
 * days in twenty stay under.
 */
function brightest(days: readonly DayCount[], most: number): number {
  if (most <= FEW) return most;
  const sorted = days.map(({ events }) => events).sort((a, b) => a - b);
  return Math.max(1, sorted[Math.floor((sorted.length - 1) * 0.95)] ?? 1);
}

/** 0 for no events, then 1 to 5. */
const levelOf = (events: number, top: number) =>
  events === 0 ? 0 : Math.min(ink.steps.length, Math.ceil((events / top) * ink.steps.length));
const fillOf = (level: number) => (level === 0 ? ink.empty : (ink.steps[level - 1] ?? ink.empty));

function legend(y: number, top: number, orMore: boolean, say: Sentences): string[] {
  const size = 26;
  const text = say.chart.perDay(top, orMore);
  const right = WIDTH - MARGIN - text.length * 13 - 16;
  const fills = [ink.empty, ...ink.steps];
  return [
    label(right - fills.length * (size + GAP) - 14, y + 22, '0', {
      size: 24,
      fill: ink.faint,
      anchor: 'end',
    }),
    ...fills.map((fill, i) => box(right - (fills.length - i) * (size + GAP), y, size, size, fill, 6)),
    label(WIDTH - MARGIN, y + 22, text, { size: 24, fill: ink.faint, anchor: 'end' }),
  ];
}
