import { Command } from 'commander';
import { DateArchive } from '../archive/date-archive.js';
import type { TopicReading, TopicSummary } from '../archive/dates.js';
import { newestFirst } from '../archive/topic-summary.js';
import { type ContentOptions, openLibrary, withContentOptions } from './open-library.js';
import { CommandFailure, printable, type Terminal } from './terminal.js';

/** Names offered where a topic is not known. */
const NEAR = 5;

/** `dateline topic NAME`: a topic or story, its main events by year. Exits 1 where no event has it. */
export function topicCommand(terminal: Terminal): Command {
  return withContentOptions(new Command('topic'))
    .description('show a topic or story: its main events by year, and related topics')
    .argument('<name...>', 'its name; case, accents and dashes don’t matter')
    .action(async (words: string[], options: ContentOptions) => {
      const { events } = await openLibrary(options, terminal);
      const archive = new DateArchive();
      for (const event of events) archive.put(event);
      const name = words.join(' ');
      const read = archive.readTopic(name, NEAR);
      const summary = read.kind === 'topic' ? archive.topic(read.topic) : null;
      if (!summary) throw new CommandFailure(unknown(name, read));
      terminal.out(options.json ? JSON.stringify(asJson(summary)) : asText(summary));
    });
}

function unknown(name: string, read: TopicReading): string {
  const near = read.kind === 'unknown' ? read.near.map(({ topic }) => topic) : [];
  const hint = near.length > 0 ? ` The closest are: ${near.join('; ')}.` : '';
  return printable(`I don’t have a topic called ${name}.${hint}`);
}

function asJson({ topic, total, first, last, days, goesWith, years }: TopicSummary) {
  return {
    topic,
    total,
    first,
    last,
    days,
    goesWith,
    years: years.map(({ year, count, main }) => ({ year, count, events: main.map(({ path }) => path) })),
  };
}

function asText({ topic, total, first, last, goesWith, years }: TopicSummary): string {
  const companions = goesWith.map((other) => `${other.topic} (${other.events})`).join(', ');
  return [
    printable(`${topic}: ${total} ${total === 1 ? 'event' : 'events'}, ${first} to ${last}`),
    ...years.flatMap(({ year, count, main }) => [
      '',
      `${year} (${count})`,
      ...newestFirst(main).map(({ date, sentence }) => printable(`  ${date}  ${sentence}`)),
    ]),
    ...(companions ? ['', printable(`Related topics: ${companions}`)] : []),
  ].join('\n');
}
