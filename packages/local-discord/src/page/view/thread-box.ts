import type { APIMessage } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import type { PageChannel } from '../../page-protocol.js';
import type { Page } from '../page.js';
import { channelName, isArchived, messageCount } from '../state/channels.js';

/** The thread on a message (it has the message's id), where there is one. */
export function threadBox(message: APIMessage, page: Page): TemplateResult | typeof nothing {
  if (message.channel_id === message.id) return nothing;
  const thread = page.state.channels.get(message.id);
  return thread ? threadSummary(thread, page) : nothing;
}

/** A thread's name, how long it is, and the way into it. */
export function threadSummary(thread: PageChannel, page: Page): TemplateResult {
  const open = () => page.open(thread.id);
  return html`<discord-thread slot="thread" role="button" tabindex="0" name=${channelName(thread)} cta="See Thread"
    aria-label="Open the thread ${channelName(thread)}"
    @click=${open}
    @keydown=${(event: KeyboardEvent) => event.key === 'Enter' && open()}
  >${messageCount(thread)}${isArchived(thread) ? ' · archived' : ''}</discord-thread>`;
}
