import type { Command } from 'commander';
import { askCommand } from './ask.js';
import { checkCommand } from './check.js';
import { copyDatabaseCommand } from './copy-database.js';
import { dateCommand } from './date.js';
import { feedbackCommand } from './feedback.js';
import { importCommand } from './import.js';
import { modelsCommand } from './models.js';
import { newCommand } from './new.js';
import { searchCommand } from './search.js';
import { showCommand } from './show.js';
import { startCommand } from './start.js';
import { statusCommand } from './status.js';
import { storyCommand } from './story.js';
import type { Terminal } from './terminal.js';
import { topicCommand } from './topic.js';

/** A subcommand, made for one terminal. */
export type Subcommand = (terminal: Terminal) => Command;

/** Every subcommand, in the order `dateline --help` lists them. A new one is one file here beside and one line here. */
export const subcommands: readonly Subcommand[] = [
  askCommand,
  searchCommand,
  dateCommand,
  topicCommand,
  storyCommand,
  showCommand,
  checkCommand,
  importCommand,
  newCommand,
  statusCommand,
  startCommand,
  modelsCommand,
  feedbackCommand,
  copyDatabaseCommand,
];
