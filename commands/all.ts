import type { Command } from '../src/bot/command.js';
import { ask } from './ask.js';
import { findEvents } from './find-events.js';
import { help } from './help.js';
import { search } from './search.js';
import { thread } from './thread.js';

/** Every command, in the order Discord lists them. A new command is a file beside this one and a line here. */
export const commands: readonly Command[] = [ask, search, thread, help, findEvents];
