import { html, nothing, type TemplateResult } from 'lit';
import type { Composer } from '../composer/composer.js';
import type { Page } from '../page.js';
import { channelList } from './channel-list.js';
import { channelPanel } from './channel-panel.js';
import { messageMenu } from './message-menu.js';

/** The whole page. @param composerFor the message box of a channel */
export function appView(page: Page, composerFor: (channel: string) => Composer): TemplateResult {
  const { state } = page;
  const channel = state.channel === null ? undefined : state.channels.get(state.channel);
  const thread = state.thread === null ? undefined : state.channels.get(state.thread);
  const hideList = () => page.change((s) => (s.listOpen = false));
  return html`<div class="app ${state.listOpen ? 'list-open' : ''} ${thread ? 'with-thread' : ''}">
    ${banner(page)}
    <div class="list">${channelList(page)}</div>
    <div class="list-back" @click=${hideList}></div>
    <main class="main">
      ${channel ? channelPanel(channel, composerFor(channel.id), page) : html`<div class="nothing">${state.connection === 'connecting' ? 'Connecting…' : 'There is no channel to see.'}</div>`}
    </main>
    ${thread ? html`<aside class="side">${channelPanel(thread, composerFor(thread.id), page)}</aside>` : nothing}
    ${messageMenu(page)}
  </div>`;
}

/** What is wrong with the whole, across the top. */
function banner(page: Page): TemplateResult | typeof nothing {
  const { connection, bot, me, notice } = page.state;
  if (connection === 'lost')
    return html`<div class="banner warn" role="status">The local Discord is not there. Trying to reach it again…</div>`;
  if (notice)
    return html`<div class="banner warn" role="alert">${notice} <button type="button" @click=${() => page.change((s) => (s.notice = null))}>Dismiss</button></div>`;
  if (me && !bot)
    return html`<div class="banner" role="status">No bot is connected: commands get no answer until one is.</div>`;
  return nothing;
}
