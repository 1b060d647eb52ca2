import { type APIMessage, ApplicationCommandType } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import type { Page } from '../page.js';
import { icons } from './icons.js';

const LONG_PRESS_MS = 500;

/** Opens a message's menu where the pointer is; on a link the browser's own. */
export function openMenuAt(event: MouseEvent, message: APIMessage, page: Page): void {
  const onLink =
    event.type === 'contextmenu' && event.composedPath().some((el) => el instanceof HTMLAnchorElement);
  if (onLink) return;
  event.preventDefault();
  event.stopPropagation();
  const box = event.detail === 0 ? (event.currentTarget as HTMLElement).getBoundingClientRect() : null;
  const [x, y] = box ? [box.left, box.bottom] : [event.clientX, event.clientY];
  page.change((state) => (state.menu = { message, x, y }));
  requestAnimationFrame(() => document.querySelector<HTMLElement>('.menu [role=menuitem]')?.focus());
}

/** Opens it on a long press of a finger. */
export function openMenuOnPress(event: PointerEvent, message: APIMessage, page: Page): void {
  if (event.pointerType !== 'touch') return;
  const { clientX: x, clientY: y } = event;
  const timer = setTimeout(() => page.change((state) => (state.menu = { message, x, y })), LONG_PRESS_MS);
  const stop = () => clearTimeout(timer);
  for (const end of ['pointerup', 'pointercancel', 'pointermove'] as const)
    addEventListener(end, stop, { once: true });
}

/** The open menu: the apps' entries for messages, and copying. */
export function messageMenu(page: Page): TemplateResult | typeof nothing {
  const { menu, commands } = page.state;
  if (!menu) return nothing;
  const close = () => page.change((state) => (state.menu = null));
  const pick = (what: () => void) => () => {
    close();
    what();
  };
  const entries = commands.filter((command) => command.type === ApplicationCommandType.Message);
  const left = Math.min(menu.x, innerWidth - 220);
  const top = Math.min(menu.y, innerHeight - 110 - 36 * entries.length);
  return html`<div class="menu-back" @pointerdown=${close} @contextmenu=${(e: Event) => e.preventDefault()}></div>
    <div class="menu" role="menu" aria-label="Message" style="left:${left}px;top:${top}px" @keydown=${(e: KeyboardEvent) => keys(e, close)}>
      ${entries.length > 0 ? html`<div class="menu-title">${icons.apps} Apps</div>` : nothing}
      ${entries.map((command) => html`<button type="button" role="menuitem" @click=${pick(() => void page.messageCommand(menu.message, command.name))}>${command.name}</button>`)}
      <hr />
      <button type="button" role="menuitem" @click=${pick(() => void navigator.clipboard?.writeText(menu.message.content))}>Copy text</button>
    </div>`;
}

function keys(event: KeyboardEvent, close: () => void): void {
  const items = [...document.querySelectorAll<HTMLElement>('.menu [role=menuitem]')];
  const at = items.indexOf(document.activeElement as HTMLElement);
  if (event.key === 'Escape' || event.key === 'Tab') close();
  else if (event.key === 'ArrowDown') items[(at + 1) % items.length]?.focus();
  else if (event.key === 'ArrowUp') items[(at - 1 + items.length) % items.length]?.focus();
  else return;
  event.preventDefault();
}
