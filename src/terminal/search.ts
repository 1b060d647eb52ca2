import { Command, InvalidArgumentError } from 'commander';
import type { SearchPage, SearchRequest } from '../archive/answer.js';
import { type CalendarDate, parseCalendarDate } from '../events/calendar-date.js';
import { hitLine } from './explained.js';
import { type AskingOptions, askedToday, openWordIndex, withAskingOptions } from './open-archive.js';
import { CommandFailure, type Terminal } from './terminal.js';

interface SearchOptions extends AskingOptions {
  readonly from?: CalendarDate;
  readonly to?: CalendarDate;
  readonly topic?: string;
  readonly sort: NonNullable<SearchRequest['sort']>;
  readonly page: number;
  readonly limit: number;
}

/** `dateline search QUERY`: the events that match words, a page at a time. Exits 1 where there are none. */
export function searchCommand(terminal: Terminal): Command {
  return withAskingOptions(new Command('search'))
    .description('list the events that match words')
    .argument('<query...>', 'the words')
    .option('--from <date>', 'from this day on (YYYY-MM-DD)', readDay)
    .option('--to <date>', 'up to this day (YYYY-MM-DD)', readDay)
    .option('--topic <name>', 'only events of this topic')
    .option('--sort <order>', 'relevance, newest or oldest', readOrder, 'relevance')
    .option('--page <number>', 'which page', readCount, 1)
    .option('--limit <number>', 'events per page', readCount, 10)
    .action(async (words: string[], options: SearchOptions) => {
      const archive = await openWordIndex(options, terminal);
      const page = await archive.search({
        query: words.join(' '),
        from: options.from ?? null,
        to: options.to ?? null,
        topic: options.topic ?? null,
        sort: options.sort,
        offset: (options.page - 1) * options.limit,
        limit: options.limit,
        today: askedToday(options),
      });
      terminal.out(options.json ? asJson(page) : asText(page));
      if (page.total === 0) throw new CommandFailure('I couldn’t find any events for that.');
    });
}

function asJson({ total, relaxed, related, offset, understood, hits }: SearchPage): string {
  const found = hits.map(({ event, score }) => ({
    path: event.path,
    date: event.date,
    headline: event.headline,
    score: Number(score.toFixed(4)),
  }));
  return JSON.stringify({ total, offset, relaxed, related, understood, hits: found });
}

function asText(page: SearchPage): string {
  const counted = `${page.total} event${page.total === 1 ? '' : 's'}`;
  const note = page.relaxed
    ? ', none of them inside the filters'
    : page.related
      ? ', none of them with all the words'
      : '';
  return [...page.hits.map(hitLine), '', `${counted}${note}`].join('\n');
}

function readDay(text: string): CalendarDate {
  const date = parseCalendarDate(text);
  if (!date) throw new InvalidArgumentError('Give a day such as 2016-04-08.');
  return date;
}

function readOrder(text: string): NonNullable<SearchRequest['sort']> {
  if (text === 'relevance' || text === 'newest' || text === 'oldest') return text;
  throw new InvalidArgumentError('Give relevance, newest or oldest.');
}

function readCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError('Give a whole number from 1 up.');
  return count;
}
