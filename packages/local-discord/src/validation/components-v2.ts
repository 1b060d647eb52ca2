import { type APIMessageTopLevelComponent, ComponentType, SeparatorSpacingSize } from 'discord-api-types/v10';
import { limits } from '../limits.js';
import { readButton, readRow, type SeenIds } from './components.js';
import type { Fields, Form, Path } from './form.js';

const limit = limits.components;
const IN_CONTAINER: readonly ComponentType[] = [
  ComponentType.ActionRow,
  ComponentType.Section,
  ComponentType.TextDisplay,
  ComponentType.MediaGallery,
  ComponentType.File,
  ComponentType.Separator,
];
const TOP_LEVEL = [...IN_CONTAINER, ComponentType.Container];

/** What is counted over all components of a message. */
interface Totals {
  components: number;
  characters: number;
  readonly seen: SeenIds;
}

/** Reads the components of a message with Components V2; what is wrong with them goes into the form. */
export function readComponentsV2(form: Form, value: unknown, path: Path): APIMessageTopLevelComponent[] {
  const totals: Totals = { components: 0, characters: 0, seen: new Set() };
  const components = form
    .objects(value, path)
    .map(({ item, at }) => readComponent(form, item, at, TOP_LEVEL, totals));
  if (totals.components > limit.total)
    form.problem(
      path,
      'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
      `The total number of components exceeds the maximum of ${limit.total}`,
    );
  if (totals.characters > limit.text)
    form.problem(
      path,
      'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
      `The total number of characters in component displayable text exceeds the maximum size of ${limit.text}`,
    );
  return components as unknown as APIMessageTopLevelComponent[];
}

function readComponent(
  form: Form,
  item: Fields,
  at: Path,
  allowed: readonly ComponentType[],
  totals: Totals,
): Record<string, unknown> {
  const type = allowed.find((one) => one === item.type);
  if (type === undefined) form.choice([...at, 'type'], allowed);
  const id = ++totals.components;
  switch (type) {
    case ComponentType.ActionRow: {
      const row = readRow(form, item, at, totals.seen);
      totals.components += row.components.length;
      return { id, ...row };
    }
    case ComponentType.Container:
      return { id, ...readContainer(form, item, at, totals) };
    case ComponentType.Section:
      return { id, ...readSection(form, item, at, totals) };
    case ComponentType.TextDisplay: {
      const content = form.requiredText(item.content, [...at, 'content'], { max: limit.text });
      totals.characters += content.length;
      return { type, id, content };
    }
    case ComponentType.MediaGallery:
      return { type, id, items: readItems(form, item.items, [...at, 'items']) };
    case ComponentType.File:
      return { type, id, file: readMedia(form, item.file, [...at, 'file'], ['attachment']) };
    case ComponentType.Separator: {
      const spacing = form.integer(
        item.spacing,
        [...at, 'spacing'],
        SeparatorSpacingSize.Small,
        SeparatorSpacingSize.Large,
      );
      const divider = form.flag(item.divider, [...at, 'divider']) ?? true;
      return { type, id, divider, spacing: spacing ?? SeparatorSpacingSize.Small };
    }
    default:
      return {};
  }
}

function readContainer(form: Form, item: Fields, at: Path, totals: Totals) {
  if (item.components === undefined) form.required([...at, 'components']);
  const colour = form.integer(item.accent_color, [...at, 'accent_color'], 0, 0xffffff);
  const children = form.objects(item.components, [...at, 'components'], { min: 1, max: limit.total });
  return {
    type: ComponentType.Container,
    ...(colour !== undefined && { accent_color: colour }),
    spoiler: form.flag(item.spoiler, [...at, 'spoiler']) ?? false,
    components: children.map(({ item: child, at: here }) =>
      readComponent(form, child, here, IN_CONTAINER, totals),
    ),
  };
}

function readSection(form: Form, item: Fields, at: Path, totals: Totals) {
  if (item.components === undefined) form.required([...at, 'components']);
  const texts = form.objects(item.components, [...at, 'components'], { min: 1, max: limit.sectionTexts });
  const components = texts.map(({ item: child, at: here }) =>
    readComponent(form, child, here, [ComponentType.TextDisplay], totals),
  );
  const given = form.object(item.accessory, [...at, 'accessory']);
  if (!given) form.required([...at, 'accessory']);
  return {
    type: ComponentType.Section,
    components,
    accessory: given && readAccessory(form, given, [...at, 'accessory'], totals),
  };
}

function readAccessory(form: Form, item: Fields, at: Path, totals: Totals) {
  const id = ++totals.components;
  if (item.type === ComponentType.Button) return { id, ...readButton(form, item, at, totals.seen) };
  if (item.type !== ComponentType.Thumbnail)
    form.choice([...at, 'type'], [ComponentType.Button, ComponentType.Thumbnail]);
  return { type: ComponentType.Thumbnail, id, ...readItem(form, item, at) };
}

function readItems(form: Form, value: unknown, path: Path) {
  if (value === undefined) form.required(path);
  return form
    .objects(value, path, { min: 1, max: limit.galleryItems })
    .map(({ item, at }) => readItem(form, item, at));
}

function readItem(form: Form, item: Fields, at: Path) {
  const description = form.text(item.description, [...at, 'description'], { max: 1024, min: 1 });
  return {
    media: readMedia(form, item.media, [...at, 'media'], ['http', 'https', 'attachment']),
    ...(description !== undefined && { description }),
    spoiler: form.flag(item.spoiler, [...at, 'spoiler']) ?? false,
  };
}

function readMedia(form: Form, value: unknown, path: Path, schemes: readonly string[]) {
  const media = form.object(value, path);
  if (!media) form.required(path);
  const url = form.url(media?.url, [...path, 'url'], limits.embed.url, schemes);
  if (media && url === undefined) form.required([...path, 'url']);
  return { url: url ?? '' };
}
