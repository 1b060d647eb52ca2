import { html, type TemplateResult } from 'lit';
import type { Page } from '../page.js';
import { avatarOf, nameOf } from './avatar.js';

/** Who one is, and the others one can be; each page in the browser can be somebody else. */
export function personSwitcher(page: Page): TemplateResult {
  const { me, users, words } = page.state;
  if (!me) return html``;
  const people = [...users.values()].filter((user) => !user.bot);
  return html`<footer class="person">
    <img src=${avatarOf(me)} alt="" />
    <label>
      <span class="acting">Acting as</span>
      <select aria-label="Act as" @change=${(event: Event) => void page.actAs((event.target as HTMLSelectElement).value)}>
        ${people.map((user) => html`<option value=${user.id} ?selected=${user.id === me.id}>${[nameOf(user), words[user.id]].filter(Boolean).join(' · ')}</option>`)}
      </select>
      <span class="who"><strong>${nameOf(me)}</strong><small>${words[me.id] || `@${me.username}`}</small></span>
    </label>
  </footer>`;
}
