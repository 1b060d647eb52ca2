import { type APIMessage, MessageFlags, MessageType } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { keyed } from 'lit/directives/keyed.js';
import { repeat } from 'lit/directives/repeat.js';
import type { PageChannel } from '../../page-protocol.js';
import type { Page } from '../page.js';
import { messageView } from './message-view.js';
import { namesFor } from './names.js';
import { prefersLight } from './prefers-light.js';
import { sentCommandView } from './sent-command-view.js';
import { StickToEnd } from './stick-to-end.js';
import { dayText } from './time-text.js';
import { welcome } from './welcome.js';

/** Messages this close together (ms) are grouped under one name. */
const TOGETHER_MS = 7 * 60_000;
/** Messages of other kinds are shown by what they led to. */
const hidden: readonly MessageType[] = [MessageType.ThreadStarterMessage];

/** A channel's or thread's messages, oldest first, the newest in sight. */
export function messageList(channel: PageChannel, page: Page): TemplateResult {
  const { state } = page;
  const read = state.messages.get(channel.id);
  const messages = [...(read?.values() ?? [])].filter((message) => !hidden.includes(message.type));
  const answer = messages.findLast(isPrivate)?.id ?? null;
  const names = namesFor(page);
  const threads = [...state.channels.values()].map((c) =>
    [c.id, 'message_count' in c ? c.message_count : 0].join(),
  );
  const shared = [state.me, state.channels.size, threads.join()].join('|');
  return html`${keyed(
    channel.id,
    html`<stick-to-end class="scroller" tabindex="0" role="log" aria-label="Messages" .answer=${answer}>
      <div class="messages-column">
        ${welcome(channel, page, read !== undefined)}
        <discord-messages no-background ?light-theme=${prefersLight.matches}>
          ${repeat(
            messages,
            (message) => message.id,
            (message, index) => {
              const before = messages[index - 1];
              const continues = before !== undefined && stands(before, message);
              const press = state.presses.get(message.id);
              const day =
                before && dayText(before.timestamp) === dayText(message.timestamp)
                  ? nothing
                  : divider(message);
              return html`${day}${guard([message, continues, press, press?.failure, shared], () =>
                messageView(message, { page, names, continues, press }),
              )}`;
            },
          )}
          ${state.sent.filter((command) => command.channel === channel.id).map((command) => sentCommandView(command, page))}
        </discord-messages>
      </div>
    </stick-to-end>`,
  )}
  <button type="button" class="to-newest" @click=${toNewest}>Jump to the newest ↓</button>`;
}

const isPrivate = ({ flags }: APIMessage) => ((flags ?? 0) & MessageFlags.Ephemeral) !== 0;

/** Whether a message is grouped under the name of the one before it; under a private answer none is. */
function stands(before: APIMessage, message: APIMessage): boolean {
  const plain = (m: APIMessage) => m.type === MessageType.Default && !isPrivate(m);
  return (
    before.author.id === message.author.id &&
    plain(message) &&
    !isPrivate(before) &&
    before.type !== MessageType.ThreadCreated &&
    Date.parse(message.timestamp) - Date.parse(before.timestamp) < TOGETHER_MS &&
    dayText(before.timestamp) === dayText(message.timestamp)
  );
}

const divider = (message: APIMessage) =>
  html`<div class="day" role="separator"><span>${dayText(message.timestamp)}</span></div>`;

function toNewest(event: Event): void {
  const list = (event.currentTarget as HTMLElement).parentElement?.querySelector('stick-to-end');
  if (list instanceof StickToEnd) list.toEnd();
}
