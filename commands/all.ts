import type { Command } from '../src/bot/command.js';
import { ask } from './ask.js';
import { date } from './date.js';
import { findEvents } from './find-events.js';
import { help } from './help.js';
import { onThisDay } from './onthisday.js';
import { search } from './search.js';
import { thread } from './thread.js';
import { topic } from './topic.js';

/** Every command, in the order Discord lists them. A new command is a file beside this one and a line here. */
export const commands: readonly Command[] = [ask, search, date, onThisDay, topic, thread, help, findEvents];
