import { createHash } from 'node:crypto';
import type { TellPerson } from '../following/refusals.js';
import type { Notice } from '../store/notices.js';
import { hint } from '../views/hint.js';
import { noticeText } from '../views/notice-text.js';
import { en } from '../views/sentences/en.js';
import type { ChannelMessages } from './channel-messages.js';

/** A channel of a server, as the bot knows it now. */
export interface ChannelNow {
  /** The name of its server. */
  readonly guild: string;
  /** The permissions that posting there takes and that are missing, by the names Discord shows. */
  readonly missing: readonly string[];
}

/**
 * Tells people by direct message what keeps their messages from being delivered.
 *
 * @param channel a channel as the bot knows it now, or null.
 */
export function tellByDirectMessage(
  messages: ChannelMessages,
  channel: (channelId: string) => ChannelNow | null,
): TellPerson {
  return async (userId: string, notice: Notice) => {
    const direct = await messages.direct(userId);
    // A problem with direct messages can't be reported in one.
    if (direct === null || direct === notice.channelId) return false;
    const now = channel(notice.channelId);
    const text = noticeText(notice, now?.guild ?? null, now?.missing ?? [], en);
    const mark = createHash('sha256').update(`${notice.kind} ${notice.channelId} ${notice.label}`);
    const sent = await messages.send(direct, hint(text), mark.digest('base64url').slice(0, 20));
    return sent.kind === 'sent';
  };
}
