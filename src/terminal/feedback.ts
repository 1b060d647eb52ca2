import { Command } from 'commander';
import { systemClock } from '../clock.js';
import { DatabaseError } from '../store/database.js';
import { Store } from '../store/store.js';
import type { Feedback, Tally } from '../store/votes.js';
import { CommandFailure, type Terminal } from './terminal.js';

/** `dateline feedback`: what people said about the answers. */
export function feedbackCommand(terminal: Terminal): Command {
  return new Command('feedback')
    .description(
      'show how often people found answers right: by month, by kind, and the events most often called wrong',
    )
    .option('--json', 'answer as JSON, for programs')
    .option('--local', 'of the local Discord instead of the bot on Discord')
    .action(async (options: { readonly json?: boolean; readonly local?: boolean }) => {
      const feedback = await feedbackOf(terminal, options.local ?? false);
      if (options.json) terminal.out(JSON.stringify(feedback));
      else terminal.out(asText(feedback));
    });
}

async function feedbackOf({ env }: Terminal, local: boolean): Promise<Feedback> {
  const dataDir = env.DATA_DIR?.trim() || './data';
  const url = env.DATABASE_URL?.trim();
  try {
    const address = local ? { dataDir: `${dataDir}/local` } : url ? { url } : { dataDir };
    const store = await Store.open(address, systemClock);
    try {
      return await store.votes.feedback();
    } finally {
      await store.close();
    }
  } catch (error) {
    if (error instanceof DatabaseError) throw new CommandFailure(error.message);
    throw error;
  }
}

function asText({ months, kinds, events }: Feedback): string {
  if (months.length === 0) return 'Nobody has voted on an answer yet.';
  return [
    'Right, by month:',
    ...months.map(line),
    '',
    'By kind, the worst first:',
    ...kinds.map(line),
    ...(events.length > 0
      ? ['', 'Events most often called wrong (dateline show ID):', ...events.map(line)]
      : []),
  ].join('\n');
}

const line = ({ name, votes, right }: Tally) =>
  `  ${name}  ${Math.round((100 * right) / votes)} % of ${votes} ${votes === 1 ? 'vote' : 'votes'}`;
