import { html, type TemplateResult } from 'lit';
import type { Page } from '../page.js';
import type { SentCommand } from '../state/page-state.js';
import { avatarOf, nameOf } from './avatar.js';
import { icons } from './icons.js';

/** A command that waits for its answer, or got none. */
export function sentCommandView(command: SentCommand, page: Page): TemplateResult {
  const { me, users } = page.state;
  const bot = [...users.values()].find((user) => user.bot);
  if (!me || !bot) return html``;
  const dismiss = () => page.change((state) => (state.sent = state.sent.filter((one) => one !== command)));
  return html`<discord-message class=${command.failure ? 'private failed' : 'waiting'} author=${nameOf(bot)} avatar=${avatarOf(bot)} bot timestamp="">
    <discord-command slot="reply" author=${nameOf(me)} avatar=${avatarOf(me)} command=${command.name} type="slash_command"></discord-command>
    ${
      command.failure
        ? html`<span class="failure" role="alert">${icons.warning} ${command.failure}</span>
          <div slot="thread" class="private-note">${icons.eye} Only you can see this · <button type="button" class="link" @click=${dismiss}>Dismiss message</button></div>`
        : html`<span class="thinking"><span class="dots"><i></i><i></i><i></i></span> Sending command…</span>`
    }
  </discord-message>`;
}
