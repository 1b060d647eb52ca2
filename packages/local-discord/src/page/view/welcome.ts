import { ApplicationCommandType } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import type { PageChannel } from '../../page-protocol.js';
import type { Page } from '../page.js';
import { channelName, isDirect, isThread } from '../state/channels.js';
import { channelIcon } from './channel-icon.js';
import { startCommand } from './start-command.js';

/** The start of a channel: what it is, and what to type first. */
export function welcome(channel: PageChannel, page: Page, isRead: boolean): TemplateResult | typeof nothing {
  if (!isRead) return html`<div class="welcome reading">Reading messages…</div>`;
  const name = channelName(channel);
  const commands = page.state.commands.filter((command) => command.type === ApplicationCommandType.ChatInput);
  const title = isDirect(channel) ? name : isThread(channel) ? name : `Welcome to #${name}!`;
  return html`<div class="welcome">
    <div class="welcome-icon">${channelIcon(channel)}</div>
    <h2>${title}</h2>
    <p>${isDirect(channel) ? `This is the beginning of your direct messages with ${name}.` : isThread(channel) ? 'This is the start of the thread.' : `This is the start of the #${name} channel.`}</p>
    ${
      isThread(channel) || commands.length === 0
        ? nothing
        : html`<p>Type <kbd>/</kbd> in the message box, or begin here:</p>
          <ul class="first-commands">
            ${commands.map((command) => html`<li><button type="button" @click=${() => startCommand(channel.id, command.name)}>/${command.name}</button> ${command.description}</li>`)}
          </ul>`
    }
  </div>`;
}
