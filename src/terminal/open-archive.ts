import type { Command } from 'commander';
import { EventArchive } from '../archive/event-archive.js';
import { systemClock, today } from '../clock.js';
import { type CalendarDate, parseCalendarDate } from '../events/calendar-date.js';
import { type EngineModels, openModels } from '../search/encode/open-models.js';
import { type ContentOptions, openLibrary, withContentOptions } from './open-library.js';
import { CommandFailure, type Terminal } from './terminal.js';

/** The options of every subcommand that asks the archive something. */
export interface AskingOptions extends ContentOptions {
  /** The day to take for today, YYYY-MM-DD. */
  readonly now?: string;
}

/** Gives a subcommand the options of asking: `--content`, `--json` and `--now`. */
export function withAskingOptions(command: Command): Command {
  return withContentOptions(command).option('--now <date>', 'the date to use as today (YYYY-MM-DD)');
}

/** The day it is for the person who asks: `--now` or the machine's. Throws CommandFailure for what is no date. */
export function askedToday({ now }: AskingOptions): CalendarDate {
  if (now === undefined) return today(systemClock);
  const date = parseCalendarDate(now);
  if (!date) throw new CommandFailure(`--now takes a day such as 2016-04-08, not "${now}".`, 2);
  return date;
}

/** Back to the start of the line, and nothing left of it. */
const CLEARED_LINE = '\r\u001b[K';

/** The events of the folder, indexed for a search by words. */
export function openWordIndex(options: ContentOptions, terminal: Terminal): Promise<EventArchive> {
  return indexed(options, terminal, null);
}

/** The events of the folder, indexed and ready to be asked, with the models. To be closed. */
export async function openArchive(options: ContentOptions, terminal: Terminal): Promise<EventArchive> {
  const { env } = terminal;
  const models = await openModels(env.DATA_DIR?.trim() || './data', env.MODEL_DIR?.trim() || undefined);
  if (models.problem) terminal.err(models.problem);
  return indexed(options, terminal, models);
}

async function indexed(
  options: ContentOptions,
  terminal: Terminal,
  models: EngineModels | null,
): Promise<EventArchive> {
  const { events } = await openLibrary(options, terminal);
  if (terminal.interactive) process.stderr.write(`Indexing ${events.length.toLocaleString('en')} events…`);
  try {
    return await EventArchive.over(events, models);
  } finally {
    if (terminal.interactive) process.stderr.write(CLEARED_LINE);
  }
}
