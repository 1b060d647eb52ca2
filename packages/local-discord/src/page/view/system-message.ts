import type { APIMessage } from 'discord-api-types/v10';
import { html, type TemplateResult } from 'lit';
import type { Page } from '../page.js';
import { nameOf } from './avatar.js';
import { threadSummary } from './thread-box.js';
import { messageTime } from './time-text.js';

/** "Dateline started a thread: …", with the thread below it. */
export function systemMessage(message: APIMessage, page: Page): TemplateResult {
  const id = message.message_reference?.channel_id;
  const thread = id === undefined ? undefined : page.state.channels.get(id);
  return html`<discord-system-message type="thread" data-message=${message.id} timestamp=${messageTime(message.timestamp)}>
    <strong>${nameOf(message.author)}</strong> started a thread: <button type="button" class="plain strong" @click=${() => id && page.open(id)}>${message.content}</button>.
    ${thread ? threadSummary(thread, page) : ''}
  </discord-system-message>`;
}
