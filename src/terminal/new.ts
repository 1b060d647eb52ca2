import { join } from 'node:path';
import { Command } from 'commander';
import { systemClock, today } from '../clock.js';
import { LockError } from '../import/lock.js';
import { type GivenEvent, readRow } from '../import/table/row.js';
import { type GivenWriting, writeGivenAlone } from '../import/table/write-given.js';
import { readFullDay } from '../time/full-day.js';
import { inEnglish } from '../time/month-names.js';
import { readTime } from '../time/read-time.js';
import { contentDir } from './open-library.js';
import { CommandFailure, type Terminal } from './terminal.js';

interface NewOptions {
  readonly content?: string;
  readonly date?: string;
  readonly headline?: string;
  readonly topics?: string;
  readonly source?: string;
}

const COLUMNS = { date: 'date', headline: 'headline', topics: 'topics', sources: 'source' };

/** `dateline new`: asks for what an event needs and writes its file. What a flag gives is not asked for. */
export function newCommand(terminal: Terminal): Command {
  return new Command('new')
    .description('write an event, asking for its date, headline, topics and source')
    .option('--content <dir>', 'the folder of events (default: CONTENT_DIR or ./content)')
    .option('--date <date>', 'the day it happened: 2016-04-08, 8 April 2016, yesterday')
    .option('--headline <text>', 'what happened, in a sentence')
    .option('--topics <list>', 'the stories it belongs to, separated by ";"')
    .option('--source <list>', 'addresses of reports, separated by ";"; [Name](address) names one')
    .action(async (options: NewOptions) => {
      const given = new Map<string, string>();
      await answer(terminal, given, 'date', options.date, `Date (default ${today(systemClock)}): `);
      given.set('date', dayOf(given.get('date') ?? '') ?? given.get('date') ?? '');
      await answer(terminal, given, 'headline', options.headline, 'What happened, in a sentence: ');
      const optional = options.headline === undefined || terminal.ask === undefined;
      await answer(
        terminal,
        given,
        'topics',
        options.topics,
        'Stories it belongs to, separated by ";" (may be empty): ',
        optional,
      );
      await answer(
        terminal,
        given,
        'source',
        options.source,
        'Address of a report (may be empty): ',
        optional,
      );
      const row = readRow(given, COLUMNS);
      if (row.kind === 'bad') throw new CommandFailure(row.problem);
      for (const problem of row.noticed) throw new CommandFailure(problem);
      const folder = contentDir(options, terminal);
      const { path, outcome } = await writeOrFail(folder, row.event);
      const said = {
        written: 'Written',
        unchanged: 'Already there',
        edited: 'Already there, edited by hand',
      };
      terminal.out(`${said[outcome]}: ${join(folder, path)}`);
    });
}

/** Takes an answer from its flag, or asks until one can be used. */
async function answer(
  terminal: Terminal,
  given: Map<string, string>,
  key: 'date' | 'headline' | 'topics' | 'source',
  flag: string | undefined,
  question: string,
  asked = true,
): Promise<void> {
  if (flag !== undefined || !asked || terminal.ask === undefined) {
    given.set(key, flag ?? '');
    return;
  }
  for (;;) {
    given.set(key, await answerTo(terminal.ask, question, key === 'topics' || key === 'source'));
    const problem = problemOf(key, given);
    if (problem === null) return;
    terminal.err(problem);
  }
}

/** An answer; of what may be left out, nothing where a pipe has ended. */
async function answerTo(ask: NonNullable<Terminal['ask']>, question: string, mayBeEmpty: boolean) {
  try {
    return (await ask(question)).trim();
  } catch (error) {
    if (mayBeEmpty && error instanceof CommandFailure) return '';
    throw error;
  }
}

/**
 * A day as files have it or, as somebody types it now, as `/date` reads it ("yesterday"), as `YYYY-MM-DD`; today for an empty
 * text, null for what is not one day.
 */
function dayOf(text: string): string | null {
  const now = today(systemClock);
  if (text.trim() === '') return now;
  const full = readFullDay(text);
  if (full) return full.kind === 'date' ? full.date : null;
  const reading = readTime(inEnglish(text) ?? text, now);
  const span = reading.kind === 'span' ? reading.span : null;
  return span && span.from === span.to ? span.from : null;
}

/** What is wrong with one answer, the others aside. */
function problemOf(key: string, given: ReadonlyMap<string, string>): string | null {
  const written = given.get(key) ?? '';
  const value = key === 'date' ? (dayOf(written) ?? written) : written;
  const sample = new Map([
    ['date', '2016-04-08'],
    ['headline', 'Sample'],
    [key, value],
  ]);
  const row = readRow(sample, COLUMNS);
  return row.kind === 'bad' ? row.problem : (row.noticed[0] ?? null);
}

async function writeOrFail(folder: string, event: GivenEvent): Promise<GivenWriting> {
  try {
    return await writeGivenAlone(folder, event);
  } catch (error) {
    if (error instanceof LockError) throw new CommandFailure(error.message);
    throw error;
  }
}
