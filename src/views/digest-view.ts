import type { EventGroup, OnThisDay } from '../archive/dates.js';
import { type CalendarDate, dateParts } from '../events/calendar-date.js';
import type { NewsEvent } from '../events/event.js';
import { menuRow } from './buttons.js';
import { colours } from './colours.js';
import { eventOptions } from './event-buttons.js';
import { sentence } from './event-embed.js';
import { escapeMarkdown } from './markdown.js';
import { type MessageView, message } from './message.js';
import type { Sentences } from './sentences/sentences.js';

/** Years, or events, a daily post lists. */
const LISTED = 8;

/** The daily post "on this day": one line per year, newest first. */
export function onThisDayPost(found: OnThisDay, mark: string, say: Sentences): MessageView {
  const years = found.years.slice(0, LISTED);
  const lines = years.map(({ date, gist }) => `**${dateParts(date).year}** · ${sentence(gist, [], 200)}`);
  const day = say.dayOfYear(found.month, found.day);
  return post(
    say.following.digest.onThisDay(day),
    lines,
    years.map((y) => y.gist),
    mark,
    say,
  );
}

/** The daily post about the day before: the main event of each of its stories. */
export function yesterdayPost(
  date: CalendarDate,
  groups: readonly EventGroup[],
  mark: string,
  say: Sentences,
): MessageView {
  return storiesPost(say.following.digest.yesterday(say.date(date)), groups, mark, say);
}

/** The weekly post about the seven days before: the main events of their stories. */
export function lastWeekPost(
  from: CalendarDate,
  to: CalendarDate,
  groups: readonly EventGroup[],
  mark: string,
  say: Sentences,
): MessageView {
  return storiesPost(say.digests.lastWeek(say.date(from), say.date(to)), groups, mark, say);
}

function storiesPost(line: string, groups: readonly EventGroup[], mark: string, say: Sentences): MessageView {
  const shown = groups.slice(0, LISTED);
  const lines = shown.map(({ story, gist }) =>
    [story && `**${escapeMarkdown(story)}** · `, sentence(gist, [], 200)].filter(Boolean).join(''),
  );
  return post(
    line,
    lines,
    shown.map((group) => group.gist),
    mark,
    say,
  );
}

function post(
  line: string,
  lines: readonly string[],
  events: readonly NewsEvent[],
  mark: string,
  say: Sentences,
): MessageView {
  return message({
    content: line,
    embeds: [{ color: colours.date, description: lines.join('\n\n') }],
    rows: [menuRow(say.search.open, { kind: 'news', mark }, eventOptions(events, say))],
  });
}
