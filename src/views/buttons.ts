import {
  type APIButtonComponent,
  type APISelectMenuOption,
  ButtonStyle,
  ComponentType,
  SelectMenuDefaultValueType,
} from 'discord-api-types/v10';
import { type ComponentId, packComponentId } from './component-id.js';
import { safeUrl } from './link.js';
import type { Row } from './message.js';

/** A button that Dateline answers. Labels show no markup: texts go in unescaped. */
export function button(
  label: string,
  id: ComponentId,
  options: { disabled?: boolean; style?: ButtonStyle.Primary | ButtonStyle.Secondary } = {},
): APIButtonComponent {
  const { disabled = false, style = ButtonStyle.Secondary } = options;
  return { type: ComponentType.Button, style, label, custom_id: packComponentId(id), disabled };
}

/** A button that opens an address; null where the address is not safe to offer. */
export function linkButton(label: string, address: string): APIButtonComponent | null {
  const url = safeUrl(address);
  return url === null ? null : { type: ComponentType.Button, style: ButtonStyle.Link, label, url };
}

/** A row of buttons, nulls left out. */
export function buttonRow(...buttons: (APIButtonComponent | null)[]): Row {
  return { type: ComponentType.ActionRow, components: buttons.filter((b) => b !== null) };
}

/** A row with one select menu, from which one thing is chosen. */
export function menuRow(placeholder: string, id: ComponentId, options: readonly APISelectMenuOption[]): Row {
  return {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.StringSelect,
        custom_id: packComponentId(id),
        placeholder,
        options: [...options],
      },
    ],
  };
}

/** A row with a menu of the server's roles, from which one or none is chosen. @param chosen the id of the one that is, or null */
export function roleRow(placeholder: string, id: ComponentId, chosen: string | null): Row {
  return {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.RoleSelect,
        custom_id: packComponentId(id),
        placeholder,
        min_values: 0,
        max_values: 1,
        ...(chosen !== null && { default_values: [{ id: chosen, type: SelectMenuDefaultValueType.Role }] }),
      },
    ],
  };
}
