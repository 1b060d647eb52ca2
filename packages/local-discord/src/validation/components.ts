import { type APIMessageTopLevelComponent, ButtonStyle, ComponentType } from 'discord-api-types/v10';
import { limits } from '../limits.js';
import type { Fields, Form, Path } from './form.js';

const limit = limits.components;
const pictograph = /\p{Extended_Pictographic}|\p{Regional_Indicator}{2}|[0-9#*]\uFE0F?\u20E3/u;
const selects: readonly ComponentType[] = [
  ComponentType.StringSelect,
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
];

/** The custom_ids of a message so far: Discord takes each once. */
export type SeenIds = Set<string>;

/** Reads a message's rows of buttons and select menus; what is wrong with them goes into the form. */
export function readComponents(form: Form, value: unknown, path: Path): APIMessageTopLevelComponent[] {
  const seen: SeenIds = new Set();
  let id = 0;
  const rows = form.objects(value, path, { max: limit.rows }).map(({ item, at }) => {
    if (item.type !== ComponentType.ActionRow) form.choice([...at, 'type'], [ComponentType.ActionRow]);
    const rowId = ++id;
    const row = readRow(form, item, at, seen);
    return { ...row, id: rowId, components: row.components.map((child) => ({ id: ++id, ...child })) };
  });
  return rows as unknown as APIMessageTopLevelComponent[];
}

/** Reads one row of buttons or one select menu. */
export function readRow(form: Form, item: Fields, at: Path, seen: SeenIds) {
  const children = form.objects(item.components, [...at, 'components'], { min: 1, max: limit.buttons });
  if (item.components === undefined) form.required([...at, 'components']);
  let width = 0;
  const components = children.map(({ item: child, at: here }) => {
    width += child.type === ComponentType.Button ? 1 : limit.buttons;
    if (width > limit.buttons)
      form.problem(
        here,
        'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
        'The specified component exceeds the maximum width',
      );
    return readChild(form, child, here, seen);
  });
  return { type: ComponentType.ActionRow, components };
}

function noteCustomId(form: Form, customId: unknown, at: Path, seen: SeenIds): void {
  if (typeof customId !== 'string') return;
  if (seen.has(customId))
    form.problem(
      [...at, 'custom_id'],
      'COMPONENT_CUSTOM_ID_DUPLICATED',
      'Component custom id cannot be duplicated',
    );
  seen.add(customId);
}

function readChild(form: Form, item: Fields, at: Path, seen: SeenIds): Record<string, unknown> {
  if (item.type === ComponentType.Button) return readButton(form, item, at, seen);
  if (selects.includes(item.type as ComponentType)) {
    noteCustomId(form, item.custom_id, at, seen);
    return readSelect(form, item, at);
  }
  form.choice([...at, 'type'], [ComponentType.Button, ...selects]);
  return {};
}

/** Reads a button. */
export function readButton(form: Form, item: Fields, at: Path, seen: SeenIds): Record<string, unknown> {
  noteCustomId(form, item.custom_id, at, seen);
  const style = form.integer(item.style, [...at, 'style'], ButtonStyle.Primary, ButtonStyle.Link);
  if (item.style === undefined) form.required([...at, 'style']);
  const label = form.text(item.label, [...at, 'label'], { max: limit.label });
  const emoji = readEmoji(form, item.emoji, [...at, 'emoji']);
  if (!label && !emoji) form.required([...at, 'label']);
  const isLink = style === ButtonStyle.Link;
  if (isLink && item.custom_id !== undefined && item.custom_id !== null)
    form.problem(
      at,
      'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
      'A custom id and url cannot both be specified',
    );
  const target = isLink
    ? { url: form.url(item.url, [...at, 'url'], limit.url, ['http', 'https', 'discord']) }
    : { custom_id: readCustomId(form, item, at) };
  if (isLink && item.url === undefined) form.required([...at, 'url']);
  return {
    type: ComponentType.Button,
    style,
    ...target,
    ...(label && { label }),
    ...(emoji && { emoji }),
    ...(form.flag(item.disabled, [...at, 'disabled']) && { disabled: true }),
  };
}

function readCustomId(form: Form, item: Fields, at: Path): string {
  return form.requiredText(item.custom_id, [...at, 'custom_id'], { max: limit.customId });
}

function readSelect(form: Form, item: Fields, at: Path): Record<string, unknown> {
  const placeholder = form.text(item.placeholder, [...at, 'placeholder'], { max: limit.placeholder });
  const min = form.integer(item.min_values, [...at, 'min_values'], 0, limit.options) ?? 1;
  const max = form.integer(item.max_values, [...at, 'max_values'], 1, limit.options) ?? 1;
  if (min > max)
    form.problem(
      [...at, 'min_values'],
      'NUMBER_TYPE_MAX',
      'min_values must be less than or equal to max_values.',
    );
  const isString = item.type === ComponentType.StringSelect;
  const options = isString ? readOptions(form, item.options, [...at, 'options']) : [];
  if (isString && options.length > 0 && max > options.length)
    form.problem(
      [...at, 'max_values'],
      'NUMBER_TYPE_MAX',
      `int value should be less than or equal to ${options.length}.`,
    );
  return {
    type: item.type,
    custom_id: readCustomId(form, item, at),
    min_values: min,
    max_values: max,
    ...(placeholder && { placeholder }),
    ...(isString && { options }),
    ...(!isString && readDefaults(form, item.default_values, [...at, 'default_values'], max)),
    ...(form.flag(item.disabled, [...at, 'disabled']) && { disabled: true }),
  };
}

/** What a menu of people, roles or channels has chosen already. */
function readDefaults(form: Form, value: unknown, path: Path, max: number): Record<string, unknown> {
  if (value === undefined) return {};
  const defaults = form.objects(value, path, { max }).map(({ item, at }) => {
    if (typeof item.id !== 'string' || !/^\d{17,20}$/.test(item.id))
      form.problem([...at, 'id'], 'NUMBER_TYPE_COERCE', `Value "${String(item.id)}" is not snowflake.`);
    const types = ['user', 'role', 'channel'];
    if (typeof item.type !== 'string' || !types.includes(item.type)) form.required([...at, 'type']);
    return { id: item.id, type: item.type };
  });
  return { default_values: defaults };
}

function readOptions(form: Form, value: unknown, path: Path): Record<string, unknown>[] {
  if (value === undefined) form.required(path);
  const seen = new Set<string>();
  return form.objects(value, path, { min: 1, max: limit.options }).map(({ item, at }) => {
    const optionValue = form.requiredText(item.value, [...at, 'value'], { max: limit.option });
    if (seen.has(optionValue))
      form.problem(
        [...at, 'value'],
        'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
        'The specified option value is already used',
      );
    seen.add(optionValue);
    const description = form.text(item.description, [...at, 'description'], { max: limit.option });
    const emoji = readEmoji(form, item.emoji, [...at, 'emoji']);
    return {
      label: form.requiredText(item.label, [...at, 'label'], { max: limit.option }),
      value: optionValue,
      ...(description && { description }),
      ...(emoji && { emoji }),
      ...(form.flag(item.default, [...at, 'default']) && { default: true }),
    };
  });
}

function readEmoji(form: Form, value: unknown, at: Path): object | undefined {
  const emoji = form.object(value, at);
  if (!emoji) return undefined;
  const { id, name } = emoji;
  const known =
    typeof id === 'string' ? /^\d{17,20}$/.test(id) : typeof name === 'string' && pictograph.test(name);
  if (!known) form.problem([...at, 'name'], 'COMPONENT_INVALID_EMOJI', 'Invalid emoji');
  return { ...(typeof id === 'string' && { id }), ...(typeof name === 'string' && { name }) };
}
