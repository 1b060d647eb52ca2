import { Command } from 'commander';
import { readSyncState, type SyncState } from '../import/sync-state.js';
import type { VectorProgress } from '../search/encode/vector-index.js';
import { readVectorState } from '../search/encode/vector-state.js';
import { printable, type Terminal } from './terminal.js';

/** `dateline status`: whether the bot keeps up with Wikipedia, when it last did and when it will next. */
export function statusCommand(terminal: Terminal): Command {
  return new Command('status')
    .description('show when the running bot last synced with Wikipedia, and when it will next')
    .option('--json', 'answer as JSON, for programs')
    .action((options: { readonly json?: boolean }) => {
      const on = terminal.env.SYNC?.trim() === 'wikipedia';
      const dataDir = terminal.env.DATA_DIR?.trim() || './data';
      const state = readSyncState(dataDir);
      const vectors = readVectorState(dataDir);
      terminal.out(
        options.json ? JSON.stringify({ sync: on, ...state, vectors }) : asText(on, state, vectors),
      );
    });
}

function asText(on: boolean, { last, next }: SyncState, vectors: VectorProgress | null): string {
  const lines = [
    on ? 'Sync with Wikipedia: on.' : 'Sync with Wikipedia: off. Set SYNC=wikipedia in .env to turn it on.',
    last === null
      ? 'It has not run yet.'
      : `Last run: ${minute(last.at)}, ${last.days} days read, ${last.written} files written.`,
  ];
  if (last !== null && last.problem !== null) lines.push(`Problem: ${printable(last.problem)}`);
  if (on && next !== null) lines.push(`Next run: ${minute(next)}, if the bot is running.`);
  if (vectors !== null) lines.push(`Event vectors: ${vectors.done} of ${vectors.total} computed.`);
  return lines.join('\n');
}

const minute = (iso: string) => `${iso.slice(0, 16).replace('T', ' ')} UTC`;
