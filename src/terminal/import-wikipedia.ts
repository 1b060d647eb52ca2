import { systemClock, today } from '../clock.js';
import { ConfigError, readConfig } from '../config.js';
import { addDays, type CalendarDate, dayNumber, parseCalendarDate } from '../events/calendar-date.js';
import { type ImportSummary, importDays } from '../import/import-days.js';
import { LockError } from '../import/lock.js';
import { ManifestError } from '../import/manifest.js';
import { MediaWikiClient } from '../import/mediawiki/client.js';
import { contactProblem, userAgent } from '../import/mediawiki/user-agent.js';
import { ImportBar } from './import-bar.js';
import { reportImport } from './import-report.js';
import { type ContentOptions, contentDir } from './open-library.js';
import { CommandFailure, type Terminal } from './terminal.js';

/** The first day that Portal:Current events may have a page for. */
const FIRST_DAY: CalendarDate = '2002-01-01';

export interface WikipediaOptions extends ContentOptions {
  readonly from?: string;
  readonly to?: string;
  readonly days?: string;
  readonly all?: boolean;
  readonly dayPages?: boolean;
  readonly dryRun?: boolean;
}

/** Imports day pages from Wikipedia. @throws CommandFailure where it can't begin, or not everything was read. */
export async function importWikipedia(options: WikipediaOptions, terminal: Terminal): Promise<void> {
  const dates = datesOf(options);
  const { contact, wikipediaApiUrl } = settings(terminal);
  const problem = contactProblem(contact);
  if (problem !== null || contact === undefined) throw new CommandFailure(problem ?? '');
  const bar = terminal.interactive && !options.json ? new ImportBar() : null;
  const client = new MediaWikiClient({
    apiUrl: wikipediaApiUrl,
    userAgent: userAgent(contact),
    onRetry: (reason, waitMs, attempt, attempts) => {
      const seconds = Math.ceil(waitMs / 1000);
      const note = `Attempt ${attempt} of ${attempts} failed. Trying again in ${seconds} s: ${reason}`;
      if (bar) bar.note(note);
      else terminal.err(note);
    },
  });
  const { dayPages, dryRun } = options;
  let summary: ImportSummary;
  try {
    summary = await importDays({
      contentDir: contentDir(options, terminal),
      dates,
      client,
      dayPages,
      dryRun,
      onProgress: (progress) => bar?.show(progress),
    });
  } catch (error) {
    if (error instanceof ManifestError || error instanceof LockError) throw new CommandFailure(error.message);
    throw error;
  } finally {
    bar?.end();
  }
  terminal.out(options.json ? JSON.stringify(summary) : reportImport(summary));
  if (summary.stopped !== null)
    throw new CommandFailure(
      `The import stopped: ${summary.stopped} What was read is kept. Run it again to continue.`,
    );
  if (summary.unread.length > 0) throw new CommandFailure(`${summary.unread.length} days could not be read.`);
}

function settings(terminal: Terminal) {
  try {
    return readConfig(terminal.env);
  } catch (error) {
    if (error instanceof ConfigError) throw new CommandFailure(error.message);
    throw error;
  }
}

function datesOf(options: WikipediaOptions): CalendarDate[] {
  const now = today(systemClock);
  if (options.all) return range(FIRST_DAY, now);
  if (options.days !== undefined) {
    const days = Number(options.days);
    if (!Number.isInteger(days) || days < 1 || days > 20_000)
      throw new CommandFailure(`--days takes a number of days, such as --days 30, not "${options.days}".`, 2);
    return range(addDays(now, 1 - days), now);
  }
  const from = dateOption('--from', options.from);
  const to = options.to === undefined ? now : dateOption('--to', options.to);
  if (from > to) throw new CommandFailure(`--from ${from} is later than --to ${to}. Try swapping them.`, 2);
  return range(from, to);
}

function dateOption(flag: string, text: string | undefined): CalendarDate {
  const date = text === undefined ? null : parseCalendarDate(text);
  if (date !== null) return date;
  throw new CommandFailure(
    text === undefined
      ? `Say where to start: ${flag} DATE, such as ${flag} 2016-01-01.`
      : `${flag} takes a date such as 2016-01-01, not "${text}".`,
    2,
  );
}

function range(from: CalendarDate, to: CalendarDate): CalendarDate[] {
  return Array.from({ length: dayNumber(to) - dayNumber(from) + 1 }, (_, n) => addDays(from, n));
}
