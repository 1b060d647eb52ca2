import type { Command } from '../src/bot/command.js';

/** Every command, in the order Discord lists them. A new command is a file beside this one and a line here. */
export const commands: readonly Command[] = [];
