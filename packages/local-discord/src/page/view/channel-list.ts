import { html, nothing, type TemplateResult } from 'lit';
import type { PageChannel } from '../../page-protocol.js';
import type { Page } from '../page.js';
import { activeThreads, channelName, isDirect, listedChannels } from '../state/channels.js';
import { avatarOf } from './avatar.js';
import { channelIcon } from './channel-icon.js';
import { personSwitcher } from './person-switcher.js';

/** The server with its channels and their threads, other servers, the direct messages, and who one is. */
export function channelList(page: Page): TemplateResult {
  const { state } = page;
  const listed = listedChannels(state);
  const initials = (state.guild?.name ?? '')
    .split(/\s+/)
    .map((word) => word.charAt(0))
    .join('')
    .slice(0, 3);
  return html`<nav class="rail" aria-label="Servers"><div class="server" title=${state.guild?.name ?? ''}>${initials}</div></nav>
    <aside class="sidebar" aria-label="Channels">
      <header class="server-name">${state.guild?.name ?? 'Local Discord'}</header>
      <div class="channels">
        ${group(
          'Channels',
          listed.filter((channel) => !isDirect(channel) && !isElsewhere(channel, page)),
          page,
        )}
        ${state.otherGuilds.map(({ id, name }) =>
          group(
            name,
            listed.filter((channel) => guildOf(channel) === id),
            page,
          ),
        )}
        ${group('Direct messages', listed.filter(isDirect), page)}
      </div>
      ${personSwitcher(page)}
    </aside>`;
}

const guildOf = (channel: PageChannel) => ('guild_id' in channel ? channel.guild_id : undefined);

/** Whether a channel is in a server without the bot. */
function isElsewhere(channel: PageChannel, { state }: Page): boolean {
  return state.otherGuilds.some(({ id }) => id === guildOf(channel));
}

function group(title: string, channels: readonly PageChannel[], page: Page): TemplateResult | typeof nothing {
  if (channels.length === 0) return nothing;
  return html`<h2>${title}</h2>
    <ul>
      ${channels.map(
        (channel) => html`<li>
        ${link(channel, page)}
        ${threads(channel, page)}
      </li>`,
      )}
    </ul>`;
}

function threads(channel: PageChannel, page: Page): TemplateResult | typeof nothing {
  const active = activeThreads(page.state, channel.id);
  return active.length === 0
    ? nothing
    : html`<ul class="threads">${active.map((thread) => html`<li>${link(thread, page)}</li>`)}</ul>`;
}

function link(channel: PageChannel, page: Page): TemplateResult {
  const { state } = page;
  const isOpen = state.thread === null ? state.channel === channel.id : state.thread === channel.id;
  const unread = state.unread.has(channel.id);
  const bot = [...state.users.values()].find((user) => user.bot);
  return html`<button type="button" class="channel ${isOpen ? 'open' : ''} ${unread ? 'unread' : ''}"
    aria-current=${isOpen ? 'page' : nothing} data-channel=${channel.id} @click=${() => page.open(channel.id)}>
    ${isDirect(channel) && bot ? html`<img src=${avatarOf(bot)} alt="" />` : channelIcon(channel)}
    <span>${channelName(channel)}</span>
    ${unread ? html`<span class="visually-hidden">(unread)</span>` : nothing}
  </button>`;
}
