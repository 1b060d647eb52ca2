import type { Names } from '../markdown/markdown-view.js';
import type { Page } from '../page.js';
import { channelName, isForum, isThread, isVoice } from '../state/channels.js';
import { nameOf } from './avatar.js';

/** Whom and what the mentions in a text name, for the acting person. */
export function namesFor(page: Page): Names {
  const { users, channels } = page.state;
  return {
    user: (id) => {
      const user = users.get(id);
      return user ? nameOf(user) : 'unknown-user';
    },
    channel: (id) => {
      const channel = channels.get(id);
      if (!channel) return null;
      const type = isThread(channel)
        ? 'thread'
        : isForum(channel)
          ? 'forum'
          : isVoice(channel)
            ? 'voice'
            : 'channel';
      return { name: channelName(channel), type };
    },
    openChannel: (id) => page.open(id),
  };
}
