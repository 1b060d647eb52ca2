import type {
  APIActionRowComponent,
  APIButtonComponent,
  APIComponentInMessageActionRow,
  APIEmbed,
} from 'discord-api-types/v10';
import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import { clip } from './clip.js';
import { fitEmbeds } from './fit-embeds.js';
import { limits } from './limits.js';

/** A row of buttons or one select menu. */
export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** A file sent with a message; an embed shows it as `attachment://NAME`. */
export interface MessageFile {
  readonly name: string;
  readonly data: Uint8Array;
  /** Alt text. */
  readonly description: string;
}

declare const fitted: unique symbol;

interface MessageContent {
  readonly content: string;
  readonly embeds: readonly APIEmbed[];
  readonly components: readonly Row[];
  readonly files: readonly MessageFile[];
}

/** A message as Discord takes it, within all its limits. Only `message` makes one. */
export type MessageView = MessageContent & { readonly [fitted]: true };

/** Puts a message together and makes it fit: what is too long is cut, what is too many is left out from the end. */
export function message(parts: {
  /** The line beside the embeds, for people who see none. */
  content: string;
  embeds?: readonly APIEmbed[];
  rows?: readonly Row[];
  files?: readonly MessageFile[];
}): MessageView {
  const seen = new Set<string>();
  const rows = (parts.rows ?? []).map((row) => fitRow(row, seen)).filter((row) => row.components.length > 0);
  return {
    content: clip(parts.content, limits.content),
    embeds: fitEmbeds(parts.embeds ?? []),
    components: rows.slice(0, limits.rows),
    files: (parts.files ?? [])
      .slice(0, limits.files)
      .map((file) => ({ ...file, description: clip(file.description, limits.altText) })),
  } as MessageContent as MessageView;
}

/** Makes a row fit. A custom_id that the message already has is left out with its component: Discord takes each once. */
function fitRow(row: Row, seen: Set<string>): Row {
  const fresh = row.components.filter((component) => {
    const id = 'custom_id' in component ? component.custom_id : undefined;
    if (id === undefined) return true;
    if (seen.has(id)) return false;
    seen.add(id);
    return true;
  });
  const components = fresh.flatMap(fitComponent).slice(0, limits.buttonsInRow);
  return { ...row, components };
}

function fitComponent(component: APIComponentInMessageActionRow): APIComponentInMessageActionRow[] {
  if (component.type === ComponentType.Button) return fitButton(component);
  if (component.type !== ComponentType.StringSelect) return [component];
  const values = new Set<string>();
  const options = component.options
    .filter(({ value }) => value.length <= limits.selectValue && !values.has(value) && values.add(value))
    .slice(0, limits.selectOptions)
    .map((option) => ({
      ...option,
      label: label(option.label, limits.selectLabel),
      ...(option.description && { description: clip(option.description, limits.selectDescription) }),
    }));
  if (options.length === 0) return [];
  const placeholder = component.placeholder && {
    placeholder: clip(component.placeholder, limits.placeholder),
  };
  return [{ ...component, ...placeholder, options }];
}

function fitButton(button: APIButtonComponent): APIButtonComponent[] {
  if (button.style === ButtonStyle.Link && button.url.length > limits.buttonUrl) return [];
  if (!('label' in button) || button.label === undefined) return [button];
  return [{ ...button, label: label(button.label, limits.buttonLabel) }];
}

/** A label that fits; Discord takes none that is blank. */
const label = (text: string, limit: number) => clip(text.trim(), limit) || '…';

/** The same message with a sentence before its own line. */
export function prefaced(sentence: string, view: MessageView): MessageView {
  return { ...view, content: clip(`${sentence}\n${view.content}`, limits.content) };
}

/** The same message with something at the head of its line. */
export function preceded(view: MessageView, head: string): MessageView {
  return { ...view, content: clip(`${head} ${view.content}`, limits.content) };
}

/** The same message with a line after its own. */
export function followed(view: MessageView, line: string): MessageView {
  return { ...view, content: clip(`${view.content}\n${line}`, limits.content) };
}

/** The same message without its files and the pictures that embeds show of them. */
export function withoutFiles(view: MessageView): MessageView {
  const embeds = view.embeds.map(({ image, ...rest }) =>
    image?.url.startsWith('attachment://') ? rest : { ...rest, ...(image && { image }) },
  );
  return { ...view, embeds, files: [] };
}
