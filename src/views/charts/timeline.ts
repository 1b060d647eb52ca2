import {
  addDays,
  type CalendarDate,
  calendarDate,
  dateParts,
  dayNumber,
  weekday,
} from '../../events/calendar-date.js';
import type { Sentences } from '../sentences/sentences.js';
import type { DayCount } from './heat-map.js';
import { box, card, drawable, ink, label, MARGIN, rule, WIDTH } from './svg.js';

/** The unit of time of one bar. */
type Step = 'day' | 'week' | 'month' | 'year';

interface Bar {
  readonly from: CalendarDate;
  events: number;
  marked: boolean;
}

const TOP = 40;
const PLOT = 260;
const HEIGHT = TOP + PLOT + 70;
const FEWEST_BARS = 8;
const MOST_LABELS = 8;
const WIDEST_BAR = 56;

/**
 * Events over time as SVG: a bar for each day, week, month or year, whichever gives a picture of at most 240 bars, with
 * the time along the bottom. For topics, stories and spans of more than a year. It has no heading: the message above it
 * says what it shows.
 *
 * @param days the days with events, in order; not empty.
 * @param options.mark a day whose bar is highlighted: the event a story starts from.
 * @param options.from and `to`: the time the axis shows (default: that of the days).
 * @param options.step what a bar is (default: chosen by the length of time).
 */
export function timeline(
  days: readonly DayCount[],
  say: Sentences,
  options: { mark?: CalendarDate; from?: CalendarDate | null; to?: CalendarDate | null; step?: 'month' } = {},
): string {
  const first = options.from ?? days[0]?.date;
  const last = options.to ?? days.at(-1)?.date;
  if (!first || !last) throw new RangeError('a timeline needs a day');
  const step = stepFor(first, last, options.step);
  const bars = barsOf(days, first, last, step, options.mark);
  const most = Math.max(1, ...bars.map(({ events }) => events));
  const width = (WIDTH - MARGIN * 2) / bars.length;
  const base = TOP + PLOT;
  const shapes = bars.flatMap(({ events, marked }, i) => {
    if (events === 0) return [];
    const height = Math.max(6, (events / most) * (PLOT - 30));
    const gap = Math.max(Math.min(width * 0.2, 6), width - WIDEST_BAR);
    const fill = marked ? ink.mark : ink.steps[2];
    return [
      box(MARGIN + i * width + gap / 2, base - height, width - gap, height, fill, Math.min(4, width / 3)),
    ];
  });
  return card(HEIGHT, [
    label(MARGIN, TOP - 8, say.chart.atMost(most, step), { size: 24, fill: ink.faint }),
    rule(MARGIN, TOP + 30, WIDTH - MARGIN * 2),
    ...shapes,
    rule(MARGIN, base, WIDTH - MARGIN * 2, ink.faint),
    ...labels(bars, step, width, base, say),
  ]);
}

/** How long the time is decides what a bar covers: at most 46 days, 60 weeks, 240 months. */
function stepFor(first: CalendarDate, last: CalendarDate, wanted: 'month' | undefined): Step {
  const length = dayNumber(last) - dayNumber(first) + 1;
  if (length > 240 * 30.4) return 'year';
  if (wanted) return wanted;
  return length <= 46 ? 'day' : length <= 420 ? 'week' : 'month';
}

function barsOf(
  days: readonly DayCount[],
  first: CalendarDate,
  last: CalendarDate,
  step: Step,
  mark: CalendarDate | undefined,
): Bar[] {
  const bars: Bar[] = [];
  let at = startOf(first, step);
  const end = startOf(last, step);
  const begin = (from: CalendarDate) => bars.push({ from, events: 0, marked: false });
  if (step === 'day' && dayNumber(last) - dayNumber(first) + 1 < FEWEST_BARS) at = addDays(first, -2);
  while (at <= end && begin(at) < 1000) at = after(at, step);
  while (bars.length < FEWEST_BARS && begin(at) < 1000) at = after(at, step);
  const places = new Map(bars.map((bar) => [bar.from, bar]));
  for (const { date, events } of days) {
    const bar = places.get(startOf(date, step));
    if (bar) bar.events += events;
  }
  const marked = mark && places.get(startOf(mark, step));
  if (marked) marked.marked = true;
  return bars;
}

function startOf(date: CalendarDate, step: Step): CalendarDate {
  const { year, month } = dateParts(date);
  if (step === 'day') return date;
  if (step === 'week') return addDays(date, 1 - weekday(date));
  return calendarDate(year, step === 'month' ? month : 1, 1) ?? date;
}

function after(date: CalendarDate, step: Step): CalendarDate {
  const { year, month } = dateParts(date);
  if (step === 'day') return addDays(date, 1);
  if (step === 'week') return addDays(date, 7);
  const next =
    step === 'year' || month === 12 ? calendarDate(year + 1, 1, 1) : calendarDate(year, month + 1, 1);
  return next ?? date;
}

/** Labels under the bars where a month or a year begins (or at days), thinned to what a phone can show. */
function labels(bars: readonly Bar[], step: Step, width: number, base: number, say: Sentences): string[] {
  const named = bars.flatMap(({ from }, i) => {
    const text = nameOf(from, bars[i - 1]?.from, step, bars.length, say);
    return text === null ? [] : [{ i, text }];
  });
  const every = Math.ceil(named.length / MOST_LABELS);
  return named
    .filter((_, i) => i % every === 0)
    .flatMap(({ i, text }) => {
      const x = MARGIN + (step === 'day' ? i + 0.5 : i) * width;
      const room = drawable(text).length * 13;
      const at = Math.min(step === 'day' ? x - room / 2 : x, WIDTH - MARGIN - room);
      return [
        `<path d="M${x.toFixed(1)} ${base}v10" stroke="${ink.faint}" stroke-width="2"/>`,
        label(at, base + 40, text, { size: 24, fill: ink.faint }),
      ];
    });
}

function nameOf(
  from: CalendarDate,
  before: CalendarDate | undefined,
  step: Step,
  bars: number,
  say: Sentences,
): string | null {
  const { year, month } = dateParts(from);
  if (step === 'day') return say.chart.day(from);
  if (step === 'year') return String(year);
  const newYear = before === undefined || dateParts(before).year !== year;
  if (step === 'month' && bars > 24) return newYear && (month === 1 || bars < 60) ? String(year) : null;
  const newMonth = before === undefined || dateParts(before).month !== month;
  if (!newMonth) return null;
  return newYear ? `${say.chart.month(month)} ${year}` : say.chart.month(month);
}
