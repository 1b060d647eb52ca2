import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { FolderTaken, holderInWords, lockFolder } from '../folder-lock.js';
import { type CopiedRows, copyDatabase } from '../store/copy-database.js';
import { DatabaseError, openDatabase } from '../store/database.js';
import { CommandFailure, type Terminal } from './terminal.js';

interface Options {
  readonly from?: string;
  readonly to?: string;
  readonly json?: boolean;
}

/** `dateline copy-database`: moves what the bot remembers from a data folder into PostgreSQL, or back. */
export function copyDatabaseCommand(terminal: Terminal): Command {
  return new Command('copy-database')
    .description(
      'copy what the stopped bot remembers from its data folder into an empty PostgreSQL database, or back',
    )
    .option('--from <place>', 'a data folder, or postgres://… (default: DATA_DIR)')
    .option('--to <place>', 'an empty database, postgres://…, or a data folder (default: DATABASE_URL)')
    .option('--json', 'answer as JSON, for programs')
    .action(async (options: Options) => {
      const from = options.from ?? (terminal.env.DATA_DIR?.trim() || './data');
      const to = options.to ?? terminal.env.DATABASE_URL?.trim();
      if (!to)
        throw new CommandFailure('Name the database to copy into: set DATABASE_URL, or --to postgres://…');
      const copied = await copy(from, to);
      terminal.out(options.json ? JSON.stringify(copied) : asText(copied));
    });
}

const isServer = (place: string) => /^postgres(ql)?:\/\//.test(place);

async function copy(from: string, to: string): Promise<CopiedRows> {
  if (!isServer(from) && !existsSync(join(from, 'dateline.db')))
    throw new CommandFailure(
      `There is no dateline.db in ${from}: set DATA_DIR, or name the data folder with --from.`,
    );
  const ends: (() => Promise<void>)[] = [];
  const open = async (place: string) => {
    if (!isServer(place)) {
      const lock = await lockFolder(place, 'dateline');
      ends.push(() => lock.release());
    }
    const opened = await openDatabase(isServer(place) ? { url: place } : { dataDir: place });
    ends.push(() => opened.db.destroy());
    return opened;
  };
  try {
    return await copyDatabase(await open(from), await open(to));
  } catch (error) {
    if (error instanceof DatabaseError) throw new CommandFailure(error.message);
    if (error instanceof FolderTaken)
      throw new CommandFailure(
        `A bot uses the data folder (${holderInWords(error.holder)}). Stop it first. Nothing was changed.`,
      );
    throw error;
  } finally {
    for (let end = ends.pop(); end; end = ends.pop()) await end();
  }
}

function asText(copied: CopiedRows): string {
  const rows = Object.entries(copied).filter(([, count]) => count > 0);
  if (rows.length === 0) return 'There was nothing to copy.';
  return ['Copied, and counted on both sides:', ...rows.map(([table, count]) => `  ${table}  ${count}`)].join(
    '\n',
  );
}
