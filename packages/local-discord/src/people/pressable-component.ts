import { type APIMessage, ComponentType } from 'discord-api-types/v10';
import { PersonError } from './person-error.js';

/** A button or select menu, with what any of them may have. */
export interface AnyComponent {
  readonly type: ComponentType;
  readonly custom_id?: string;
  readonly label?: string;
  readonly url?: string;
  readonly disabled?: boolean;
  readonly placeholder?: string;
  readonly min_values?: number;
  readonly max_values?: number;
  readonly options?: readonly { readonly label: string; readonly value: string }[];
}

/** A message's buttons and select menus, in order, those within containers and sections too. */
export function componentsOf({ components = [] }: Pick<APIMessage, 'components'>): AnyComponent[] {
  return allIn(components).filter(
    ({ type }) =>
      type === ComponentType.Button || (type >= ComponentType.StringSelect && type <= LAST_SELECT),
  );
}

const LAST_SELECT = ComponentType.ChannelSelect;

/** A component of any kind, with what any of them may have that a person reads. */
export interface ShownComponent extends AnyComponent {
  readonly content?: string;
  readonly description?: string;
}

/** Every component, those within others behind the one they are in. */
export function allIn(components: readonly object[]): ShownComponent[] {
  return components.flatMap((component) => {
    const { components: inner = [], accessory, items = [] } = component as Nested;
    return [component as ShownComponent, ...allIn([...inner, ...(accessory ? [accessory] : []), ...items])];
  });
}

interface Nested {
  readonly components?: readonly object[];
  readonly accessory?: object;
  readonly items?: readonly object[];
}

/**
 * The type of the component with this custom_id, where it can be pressed.
 *
 * @throws PersonError where there is none, it is disabled, or the values can't be chosen
 */
export function pressableComponent(
  message: APIMessage,
  customId: string,
  values: readonly string[] | undefined,
): ComponentType {
  const component = componentsOf(message).find((c) => c.custom_id === customId);
  if (!component) throw new PersonError(`the message has no component "${customId}"`);
  if (component.disabled) throw new PersonError(`the component "${customId}" is disabled`);
  if (component.type === ComponentType.Button) return component.type;
  const chosen = values ?? [];
  if (chosen.length < (component.min_values ?? 1) || chosen.length > (component.max_values ?? 1))
    throw new PersonError(`${chosen.length} values can't be chosen from "${customId}"`);
  const unknown = chosen.find(
    (value) => component.options && !component.options.some((o) => o.value === value),
  );
  if (unknown !== undefined) throw new PersonError(`the menu "${customId}" has no value "${unknown}"`);
  return component.type;
}
