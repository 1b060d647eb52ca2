import { Command } from 'commander';
import { importTableFile, type TableOptions } from './import-table.js';
import { importWikipedia, type WikipediaOptions } from './import-wikipedia.js';
import { withContentOptions } from './open-library.js';
import { CommandFailure, type Terminal } from './terminal.js';

/** `dateline import`: real events from Wikipedia's day pages, or events of one's own from a table. */
export function importCommand(terminal: Terminal): Command {
  return withContentOptions(new Command('import'))
    .description('import events from Wikipedia’s Portal:Current events, or from a CSV or JSON lines file')
    .option('--from <date>', 'the first day, as 2016-01-01')
    .option('--to <date>', 'the last day (default: today)')
    .option('--days <n>', 'the last n days up to today')
    .option('--all', 'every day since 2002')
    .option('--day-pages', 'also write a page for each day (index.md)')
    .option('--dry-run', 'read and report, write nothing')
    .option('--csv <file>', 'import a CSV file with a header line instead')
    .option('--jsonl <file>', 'import a file of JSON lines instead')
    .option('--date-column <name>', 'the column of the date', 'date')
    .option('--headline-column <name>', 'the column of the headline', 'headline')
    .option('--topics-column <name>', 'the column of the topics, separated by ";"', 'topics')
    .option('--sources-column <name>', 'the column of the addresses of sources, separated by ";"', 'sources')
    .action(async (options: WikipediaOptions & TableOptions) => {
      const ways = [options.csv, options.jsonl, options.from ?? options.to, options.days, options.all];
      if (ways.filter((way) => way !== undefined).length !== 1)
        throw new CommandFailure(
          'Say what to import: --from DATE [--to DATE], --days N or --all for Wikipedia, --csv FILE or --jsonl FILE for your own.',
          2,
        );
      if (options.csv !== undefined || options.jsonl !== undefined) await importTableFile(options, terminal);
      else await importWikipedia(options, terminal);
    });
}
