import { html, nothing, type TemplateResult } from 'lit';
import type { PageChannel } from '../../page-protocol.js';
import type { Composer } from '../composer/composer.js';
import { composerView } from '../composer/composer-view.js';
import type { Page } from '../page.js';
import { channelName, isForum, isThread, topicOf } from '../state/channels.js';
import { channelIcon } from './channel-icon.js';
import { forumView } from './forum-view.js';
import { icons } from './icons.js';
import { messageList } from './message-list.js';
import { typingLine } from './typing-line.js';

/** A channel or thread: its name, its messages, the box to write in. */
export function channelPanel(channel: PageChannel, composer: Composer, page: Page): TemplateResult {
  return html`<section class="panel" aria-label=${channelName(channel)} data-panel=${channel.id}>
    ${header(channel, page)}
    ${
      isForum(channel)
        ? forumView(channel, page)
        : html`<div class="messages">${messageList(channel, page)}</div>
          <div class="foot">${composerView(composer, channel, page)}${typingLine(channel, page)}</div>`
    }
  </section>`;
}

function header(channel: PageChannel, page: Page): TemplateResult {
  const topic = topicOf(channel);
  return html`<header class="panel-header">
    ${
      isThread(channel)
        ? nothing
        : html`<button type="button" class="show-list" aria-label="Show channels" @click=${() => page.change((state) => (state.listOpen = true))}>${icons.menu}</button>`
    }
    ${channelIcon(channel)}
    <h1>${channelName(channel)}</h1>
    ${topic ? html`<span class="topic" title=${topic}>${topic}</span>` : nothing}
    ${
      isThread(channel)
        ? html`<button type="button" class="close" aria-label="Close the thread" @click=${() => page.closeThread()}>${icons.close}</button>`
        : nothing
    }
  </header>`;
}
