import { html, type TemplateResult } from 'lit';
import type { PageChannel } from '../../page-protocol.js';
import type { Page } from '../page.js';
import { nameOf } from './avatar.js';

/** "Dateline is typing…" */
export function typingLine(channel: PageChannel, page: Page): TemplateResult {
  const { typing, users } = page.state;
  const now = Date.now();
  const names = [...(typing.get(channel.id) ?? [])]
    .filter(([, until]) => until > now)
    .flatMap(([id]) => users.get(id) ?? [])
    .map(nameOf);
  if (names.length === 0) return html`<div class="typing"></div>`;
  const who = new Intl.ListFormat('en').format(names);
  return html`<div class="typing" aria-live="polite"><span class="dots"><i></i><i></i><i></i></span> <strong>${who}</strong> ${names.length === 1 ? 'is' : 'are'} typing…</div>`;
}
