import type { TopicCount, TopicSummary } from '../archive/dates.js';
import { newestFirst } from '../archive/topic-summary.js';
import type { CalendarDate } from '../events/calendar-date.js';
import { button, buttonRow, menuRow } from './buttons.js';
import type { Picture } from './charts/picture.js';
import { timeline } from './charts/timeline.js';
import { clip } from './clip.js';
import { colours } from './colours.js';
import { eventOptions } from './event-buttons.js';
import { sentence } from './event-embed.js';
import { limits } from './limits.js';
import { escapeMarkdown } from './markdown.js';
import { type MessageFile, type MessageView, message } from './message.js';
import type { PackedText } from './packed-text.js';
import type { Sentences } from './sentences/sentences.js';
import { spanButton } from './span-buttons.js';

/** Room for the main events in the description; the rest of the embed's 6,000 characters is for what goes with it. */
const ROOM = 3600;

/**
 * A topic: how much, from when to when, its main events by year, newest first, and what it goes with. Menus open an
 * event, another topic, or all its events of a year; a button opens its thread.
 *
 * @param here the topic's name as a custom_id holds it.
 * @param on the day the person asked.
 */
export function topicView(
  topic: TopicSummary,
  here: PackedText,
  on: CalendarDate,
  file: MessageFile | null,
  say: Sentences,
): MessageView {
  const main = topic.years.flatMap((year) => newestFirst(year.main));
  const [newest] = main;
  const first = { from: topic.first, to: topic.first, grain: 'day' } as const;
  const last = { from: topic.last, to: topic.last, grain: 'day' } as const;
  return message({
    content: say.topic.line(escapeMarkdown(clip(topic.topic, 200)), topic.total),
    embeds: [
      {
        color: colours.topic,
        title: escapeMarkdown(topic.topic),
        description: [say.topic.span(topic.total, topic.first, topic.last), ...yearLines(topic, say)].join(
          '\n\n',
        ),
        fields: [{ name: say.topic.goesWith, value: companions(topic, say) }],
        ...(file && { image: { url: `attachment://${file.name}` } }),
      },
    ],
    rows: [
      menuRow(say.search.open, { kind: 'event', menu: 0 }, eventOptions(main, say)),
      menuRow(
        say.topic.yearMenu,
        { kind: 'topic-year', on, topic: here },
        topic.years.map(({ year, count }) => ({
          label: String(year),
          description: say.events(count),
          value: String(year),
        })),
      ),
      menuRow(say.topic.goesWithMenu, { kind: 'topics', menu: 0 }, topicOptions(topic.goesWith, say)),
      buttonRow(
        newest ? button(say.topic.thread, { kind: 'story', event: newest.id }) : null,
        spanButton(say.topic.firstDay(topic.first), first, 'before'),
        topic.first === topic.last ? null : spanButton(say.topic.latestDay(topic.last), last, 'after'),
      ),
    ],
    ...(file && { files: [file] }),
  });
}

/** Topics as the options of a select menu; those too long for one are left out. */
export function topicOptions(topics: readonly { topic: string; events: number }[], say: Sentences) {
  return topics
    .filter(({ topic }) => topic.length <= limits.selectValue)
    .map(({ topic, events }) => ({ label: topic, description: say.events(events), value: topic }));
}

/** A topic that no event has, with the nearest names to choose from. */
export function unknownTopicView(name: string, near: readonly TopicCount[], say: Sentences): MessageView {
  return message({
    content: say.topic.unknown(escapeMarkdown(clip(name, 200))),
    rows: [menuRow(say.topic.didYouMean, { kind: 'topics', menu: 0 }, topicOptions(near, say))],
  });
}

/** Says that there is no topic of a name, and which are the nearest. */
export function noSuchTopic(name: string, near: readonly TopicCount[], say: Sentences): string {
  const names = near.map(({ topic }) => escapeMarkdown(clip(topic, 100)));
  return say.topic.noSuch(escapeMarkdown(clip(name, 200)), names);
}

/** The timeline of a topic. */
export function topicPicture({ topic, total, days, first, last }: TopicSummary, say: Sentences): Picture {
  return {
    name: 'timeline.png',
    svg: timeline(topic, days, say),
    description: say.when.picture.bars(clip(topic, 300), total, first, last),
  };
}

/** A paragraph for each year, as many as there is room for, each with fewer events where there are many years. */
function yearLines({ years }: TopicSummary, say: Sentences): string[] {
  const each = years.length <= 3 ? 5 : years.length <= 6 ? 3 : 1;
  const paragraphs: string[] = [];
  let room = ROOM;
  for (const { year, count, main } of years) {
    const events = newestFirst(main.slice(0, each)).map(
      (event) => `- ${say.date(event.date)}: ${sentence(event, [], 180)}`,
    );
    const paragraph = [`**${year}** (${say.events(count)})`, ...events].join('\n');
    room -= paragraph.length + 2;
    if (room < 0) break;
    paragraphs.push(paragraph);
  }
  return paragraphs;
}

function companions({ goesWith }: TopicSummary, say: Sentences): string {
  return goesWith
    .slice(0, 8)
    .map(({ topic, events }) => `${escapeMarkdown(clip(topic, 100))} (${say.number(events)})`)
    .join(' · ');
}
