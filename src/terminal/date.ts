import { Command } from 'commander';
import { DateArchive } from '../archive/date-archive.js';
import type { DateReading, EventGroup, Nearest, SpanSummary } from '../archive/dates.js';
import { EventArchive } from '../archive/event-archive.js';
import { type Naming, readDate } from '../archive/read-date.js';
import type { CalendarDate } from '../events/calendar-date.js';
import type { DateSpan } from '../events/date-span.js';
import type { NewsEvent } from '../events/event.js';
import { type AskingOptions, askedToday, withAskingOptions } from './open-archive.js';
import { openLibrary } from './open-library.js';
import { CommandFailure, printable, type Terminal } from './terminal.js';

/** Groups and events of each that a person is shown; `--json` gives all. */
const SHOWN = { groups: 12, events: 10 };

/** `dateline date WHEN`: what happened on a day or in any span. Exits 1 where the words are not a time. */
export function dateCommand(terminal: Terminal): Command {
  return withAskingOptions(new Command('date'))
    .description('show what happened on a day, or in a week, month, year or any period')
    .argument('<when...>', '"8 April 2016", "last Tuesday", "spring 2016", "the day of …"')
    .action(async (words: string[], options: AskingOptions) => {
      const today = askedToday(options);
      const { events } = await openLibrary(options, terminal);
      // Only a time named by an event ("the day of …") needs the index of words, which takes a while to build.
      const named = async (naming: Naming) => (await EventArchive.over(events)).named(naming, today);
      const when = words.join(' ');
      const reading = await readDate(when, today, named);
      if (reading.kind !== 'span' && reading.kind !== 'event') {
        if (options.json) terminal.out(JSON.stringify(problemJson(reading)));
        throw new CommandFailure(problemText(when, reading));
      }
      const archive = new DateArchive();
      for (const event of events) archive.put(event);
      const summary = archive.span(reading.span);
      const event = reading.kind === 'event' ? reading.event : null;
      terminal.out(options.json ? JSON.stringify(asJson(summary, event)) : asText(summary, event));
    });
}

type Unread = Exclude<DateReading, { kind: 'span' | 'event' }>;

function problemJson(reading: Unread) {
  const readings = reading.kind === 'ambiguous' ? { readings: reading.readings.map(spanJson) } : {};
  return { understood: null, problem: reading.kind, ...readings, total: 0, groups: [], nearest: null };
}

function problemText(when: string, reading: Unread): string {
  const text = printable(when);
  if (reading.kind === 'invalid') return `${text} isn’t a date in the calendar.`;
  if (reading.kind === 'backwards')
    return `${text} ends before it starts: ${spanText(reading.last)} comes before ${spanText(reading.first)}.`;
  if (reading.kind === 'not-a-date') {
    const near = reading.near.map((event) => printable(`  ${event.date}  ${event.headline}`));
    const how = `I couldn’t read ${text} as a date. Try 8 April 2016, 2016-04-08, April 2016 or last Tuesday.`;
    return near.length === 0
      ? how
      : [how, 'If you mean an event, these are the closest:', ...near].join('\n');
  }
  return `${text} could mean ${reading.readings.map(spanText).join(' or ')}. Write the one you mean like 2016-04-08.`;
}

const spanJson = ({ from, to, grain }: DateSpan) => ({ from, to, grain });

function asJson({ span, total, groups, nearest }: SpanSummary, event: NewsEvent | null) {
  return {
    understood: { ...spanJson(span), ...(event && { event: event.path }) },
    total,
    groups: groups.map(({ story, count, events }) => ({
      story,
      count,
      events: events.map(({ path }) => path),
    })),
    nearest: isAnyNear(nearest) ? nearest : null,
  };
}

const isAnyNear = ({ before, after }: Nearest) => before !== null || after !== null;

function asText({ span, total, days, groups, nearest }: SpanSummary, event: NewsEvent | null): string {
  const understood = event && printable(`Based on this event: ${event.headline} (${event.date})`);
  const head = `${spanText(span)}: ${count(total, 'event')} on ${count(days.length, 'day')}`;
  const shown = groups.slice(0, SHOWN.groups).flatMap((group) => ['', ...groupLines(group)]);
  const left = groups.length - SHOWN.groups;
  const near = [nearest.before && `before: ${nearest.before}`, nearest.after && `after: ${nearest.after}`];
  const around = near.filter(Boolean).join(', ');
  return [
    ...(understood ? [understood] : []),
    head,
    ...shown,
    ...(left > 0 ? ['', `… and ${left} more stories`] : []),
    ...(around ? ['', `Nearest days with events ${around}`] : []),
  ].join('\n');
}

function groupLines({ story, count, events }: EventGroup): string[] {
  const lines = events
    .slice(0, SHOWN.events)
    .map(({ date, sentence }) => printable(`  ${date}  ${sentence}`));
  const more = count > SHOWN.events ? [`  … and ${count - SHOWN.events} more`] : [];
  return [printable(`${story ?? 'Other events'} (${count})`), ...lines, ...more];
}

function spanText({ from, to }: DateSpan): string {
  const side = (date: CalendarDate | null, open: string) => date ?? open;
  return from !== null && from === to ? from : `${side(from, 'the beginning')} to ${side(to, 'the end')}`;
}

const count = (n: number, thing: string) => `${n} ${thing}${n === 1 ? '' : 's'}`;
