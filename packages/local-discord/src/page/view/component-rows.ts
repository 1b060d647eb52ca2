import {
  type APIButtonComponent,
  type APIMessage,
  type APIMessageTopLevelComponent,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import type { Page } from '../page.js';
import type { Press } from '../state/page-state.js';
import { webAddress } from './embed-view.js';
import './select-menu.js';

const styles: Readonly<Record<number, string>> = {
  [ButtonStyle.Primary]: 'primary',
  [ButtonStyle.Secondary]: 'secondary',
  [ButtonStyle.Success]: 'success',
  [ButtonStyle.Danger]: 'destructive',
};

/** A message's rows of buttons and select menus. @param press what was pressed here and is not acknowledged yet */
export function componentRows(message: APIMessage, press: Press | undefined, page: Page): TemplateResult[] {
  return (message.components ?? []).map((row) => rowView(row, message, press, page));
}

/** One row. */
export function rowView(
  row: APIMessageTopLevelComponent,
  message: APIMessage,
  press: Press | undefined,
  page: Page,
): TemplateResult {
  if (row.type !== ComponentType.ActionRow) return html``;
  return html`<discord-action-row slot="components">
    ${row.components.map((component) => {
      if (component.type === ComponentType.Button) return buttonView(component, message, press, page);
      const isRoles = component.type === ComponentType.RoleSelect;
      if (component.type !== ComponentType.StringSelect && !isRoles) return nothing;
      const chosen = new Set(
        'default_values' in component ? component.default_values?.map(({ id }) => id) : [],
      );
      const roles = () =>
        (page.state.guild?.roles ?? []).map(({ id, name }) => ({
          label: name,
          value: id,
          ...(chosen.has(id) && { default: true }),
        }));
      const busy = press?.customId === component.custom_id && press.failure === null;
      return html`<select-menu
        .options=${'options' in component ? component.options : roles()}
        .placeholder=${component.placeholder ?? 'Make a selection'}
        .least=${component.min_values ?? 1}
        .most=${component.max_values ?? 1}
        .disabled=${component.disabled ?? false}
        .busy=${busy}
        @choose=${(e: CustomEvent<string[]>) => void page.press(message, component.custom_id, e.detail)}
      ></select-menu>`;
    })}
  </discord-action-row>`;
}

/** One button. */
export function buttonView(
  button: APIButtonComponent,
  message: APIMessage,
  press: Press | undefined,
  page: Page,
): TemplateResult {
  const label = 'label' in button ? (button.label ?? '') : '';
  const emoji = 'emoji' in button && !button.emoji?.id ? (button.emoji?.name ?? '') : '';
  const text = [emoji, label].filter(Boolean).join(' ');
  if ('url' in button)
    return html`<discord-button url=${webAddress(button.url) ?? nothing} ?disabled=${button.disabled ?? false}>${text}</discord-button>`;
  const id = 'custom_id' in button ? button.custom_id : '';
  const waiting = press !== undefined && press.failure === null;
  const busy = waiting && press.customId === id;
  const off = button.disabled ?? false;
  return html`<discord-button
    type=${styles[button.style] ?? 'secondary'}
    ?disabled=${off || waiting}
    aria-busy=${busy}
    data-custom-id=${id}
    @click=${() => (off || waiting ? undefined : void page.press(message, id))}
  >${busy ? html`<span class="dots" aria-label="Waiting for an answer"><i></i><i></i><i></i></span>` : text}</discord-button>`;
}
