import type { Command } from '../src/bot/command.js';
import type { Clock } from '../src/clock.js';
import type { Store } from '../src/store/store.js';
import type { PolicyLinks } from '../src/views/privacy-view.js';
import { ask } from './ask.js';
import { date } from './date.js';
import { digestCommand } from './digest.js';
import { findEvents } from './find-events.js';
import { followCommand } from './follow.js';
import { followingCommand } from './following.js';
import { help } from './help.js';
import { onThisDay } from './onthisday.js';
import { privacyCommand } from './privacy.js';
import { search } from './search.js';
import { settingsCommand } from './settings.js';
import { thread } from './thread.js';
import { topic } from './topic.js';

/** The commands that only ask the archive, in the order Discord lists them. A new one is a file beside this one and a line here. */
export const commands: readonly Command[] = [ask, search, date, onThisDay, topic, thread, help, findEvents];

/** What the commands that set something up need. */
export interface SettingUp {
  readonly store: Store;
  readonly clock: Clock;
  /** Opens a direct message with a sentence; its channel, or null where that person takes none. */
  readonly openDirect: (userId: string, sentence: string) => Promise<string | null>;
  /** The operator's pages, or null. */
  readonly links: PolicyLinks;
}

/** The commands that set up what the bot posts, and what is kept. */
export const settingUp = ({ store, clock, openDirect, links }: SettingUp): readonly Command[] => [
  followCommand({ follows: store.follows, openDirect }),
  followingCommand(store),
  digestCommand({ digests: store.digests, clock }),
  settingsCommand(store),
  privacyCommand(store, links),
];
