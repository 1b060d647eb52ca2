import type { TopicCount, TopicSummary } from '../archive/dates.js';
import { newestFirst } from '../archive/topic-summary.js';
import type { CalendarDate } from '../events/calendar-date.js';
import type { NewsEvent } from '../events/event.js';
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

/** Main events beside the picture: with it they fill one screen of a phone. */
const SHOWN = 3;

/**
 * A topic: how much there is and from when to when, its picture, its three main events. Menus open an event, all events
 * of a year or a related topic; buttons its story thread, its first and its latest day.
 *
 * @param here the topic's name as a custom_id has it.
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
    content: say.topic.line(escapeMarkdown(clip(topic.topic, 200)), topic.total, topic.first, topic.last),
    embeds: [
      {
        color: colours.topic,
        description: mainEvents(topic)
          .map((event) => `**${say.date(event.date)}** · ${sentence(event, [], 85)}`)
          .join('\n\n'),
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
      menuRow(say.topic.related, { kind: 'topics', menu: 0 }, topicOptions(topic.goesWith, say)),
      buttonRow(
        newest ? button(say.event.storyButton, { kind: 'story', event: newest.id }) : null,
        spanButton(say.topic.firstDay, first, 'before'),
        topic.first === topic.last ? null : spanButton(say.topic.latestDay, last, 'after'),
      ),
    ],
    ...(file && { files: [file] }),
  });
}

/** The events that tell a topic in three lines, oldest first: the main one of each of its busiest years. */
function mainEvents({ years }: TopicSummary): NewsEvent[] {
  const byRank = [0, 1, 2].flatMap((rank) =>
    years.toSorted((a, b) => b.count - a.count).flatMap(({ main }) => main[rank] ?? []),
  );
  return newestFirst(byRank.slice(0, SHOWN)).reverse();
}

/** Topics as the options of a select menu; those too long for one are left out. */
export function topicOptions(topics: readonly { topic: string; events: number }[], say: Sentences) {
  return topics
    .filter(({ topic }) => topic.length <= limits.selectValue)
    .map(({ topic, events }) => ({ label: topic, description: say.events(events), value: topic }));
}

/**
 * A topic that no event has: the nearest names to choose from, and a search for the words.
 *
 * @param search the custom_id of that search; null where it would find nothing.
 */
export function unknownTopicView(
  name: string,
  near: readonly TopicCount[],
  search: Parameters<typeof button>[1] | null,
  say: Sentences,
): MessageView {
  const shown = escapeMarkdown(clip(name, 200));
  return message({
    content: near.length > 0 ? say.topic.unknown(shown) : say.topic.unknownAlone(shown),
    rows: [
      menuRow(say.topic.didYouMean, { kind: 'topics', menu: 0 }, topicOptions(near, say)),
      buttonRow(search && button(say.topic.searchInstead, search)),
    ],
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
    svg: timeline(days, say),
    description: say.when.picture.bars(clip(topic, 300), total, first, last),
  };
}
