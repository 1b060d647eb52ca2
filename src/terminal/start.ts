import { Command } from 'commander';
import type { Terminal } from './terminal.js';

/** `dateline start`: the bot itself, as `npm start` runs it. */
export function startCommand(terminal: Terminal): Command {
  return new Command('start')
    .description('run the bot; without DISCORD_TOKEN, in a Discord on this machine only')
    .action(async () => {
      await terminal.start?.();
    });
}
