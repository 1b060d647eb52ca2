import {
  type APIComponentInContainer,
  type APIContainerComponent,
  type APIEmbed,
  type APIMediaGalleryComponent,
  type APIMessageTopLevelComponent,
  ComponentType,
  SeparatorSpacingSize,
} from 'discord-api-types/v10';
import { clip } from './clip.js';
import { limits } from './limits.js';
import type { MessageView, Row } from './message.js';

/**
 * A view in Discord's Components V2: its line and its embeds as text displays in containers, thumbnails as accessories of
 * sections, pictures as media galleries. Within the limits of such messages: 40 components, nested ones counted, and
 * 4,000 characters over all text displays. What has no room is cut, the longest last.
 *
 * @see https://docs.discord.com/developers/components/reference
 */
export function componentsOf(view: MessageView): APIMessageTopLevelComponent[] {
  const room = new TextRoom(limits.allText);
  const content = room.take(view.content);
  const drafts = view.embeds.map((embed) => draftOf(embed, room));
  const descriptions = drafts.map(({ embed }) => room.take(embed.description, 1));
  const containers = drafts.map((draft, at) => ({ ...draft, description: descriptions[at] ?? '' }));
  const rows = view.components as Row[];
  const shown = new Set(view.embeds.flatMap(({ image, thumbnail }) => [image?.url, thumbnail?.url]));
  const files = view.files
    .filter(({ name }) => !shown.has(`attachment://${name}`))
    .map(({ name }) => ({ type: ComponentType.File, file: { url: `attachment://${name}` } }) as const);
  const before: APIMessageTopLevelComponent[] = [...(content ? [text(content)] : [])];
  const after: APIMessageTopLevelComponent[] = [...files, ...rows];
  let left = limits.components - countOf([...before, ...after]);
  const middle = containers.flatMap((draft): APIContainerComponent[] => {
    const container = containerOf(draft, view, room, left);
    if (container === null) return [];
    left -= countOf([container]);
    return [container];
  });
  const all = [...before, ...middle, ...after];
  return all.length > 0 ? all : [text('…')];
}

/** The characters that are left for text. */
class TextRoom {
  #left: number;

  constructor(characters: number) {
    this.#left = characters;
  }

  /**
   * Takes as much of a text as there is room for; empty where there is none.
   *
   * @param joined characters that join it to what it is put behind.
   */
  take(given: string | undefined, joined = 0): string {
    const fitting = clip((given ?? '').trim(), this.#left - joined);
    if (fitting !== '') this.#left -= fitting.length + joined;
    return fitting;
  }

  get left(): number {
    return this.#left;
  }
}

interface Draft {
  readonly embed: APIEmbed;
  readonly head: string;
  readonly footer: string;
}

/** The head of a container, as an embed has it: the small line above, the title. Served before any description. */
function draftOf(embed: APIEmbed, room: TextRoom): Draft {
  const title = embed.title && (embed.url ? `### [${embed.title}](${embed.url})` : `### ${embed.title}`);
  const author = embed.author && `-# ${embed.author.name}`;
  return {
    embed,
    head: room.take([author, title].filter(Boolean).join('\n')),
    footer: room.take(embed.footer && `-# ${embed.footer.text}`),
  };
}

function containerOf(
  { embed, head, footer, description }: Draft & { readonly description: string },
  view: MessageView,
  room: TextRoom,
  left: number,
): APIContainerComponent | null {
  const body = [head, description].filter((part) => part !== '').join('\n');
  const fields = (embed.fields ?? []).flatMap(({ name, value }) => {
    // A name without its value says nothing.
    if (room.left < name.length + LEAST_VALUE) return [];
    return [room.take(`**${name}**\n${value}`, 2)];
  });
  const parts: APIComponentInContainer[] = [];
  if (body !== '' && embed.thumbnail)
    parts.push({
      type: ComponentType.Section,
      components: [text(body)],
      accessory: {
        type: ComponentType.Thumbnail,
        media: { url: embed.thumbnail.url },
      },
    });
  else if (body !== '') parts.push(text(body));
  if (fields.length > 0) {
    if (parts.length > 0) parts.push({ type: ComponentType.Separator, spacing: SeparatorSpacingSize.Small });
    parts.push(text(fields.join('\n\n')));
  }
  if (embed.image) parts.push(gallery(embed.image.url, view));
  if (footer !== '') parts.push(text(footer));
  const fitting = [...parts];
  while (fitting.length > 0 && 1 + countOf(fitting) > left) fitting.pop();
  if (fitting.length === 0) return null;
  const colour = embed.color === undefined ? {} : { accent_color: embed.color };
  return { type: ComponentType.Container, ...colour, components: fitting };
}

/** Characters of a field's value below which it is left out. */
const LEAST_VALUE = 40;

const text = (content: string) => ({ type: ComponentType.TextDisplay, content }) as const;

function gallery(url: string, { files }: MessageView): APIMediaGalleryComponent {
  const description = files.find(({ name }) => url === `attachment://${name}`)?.description;
  return {
    type: ComponentType.MediaGallery,
    items: [{ media: { url }, ...(description && { description }) }],
  };
}

/** How many components there are, those within others counted. */
function countOf(components: readonly object[]): number {
  let count = 0;
  for (const component of components) {
    count += 1;
    if ('components' in component) count += countOf(component.components as object[]);
    if ('accessory' in component) count += 1;
  }
  return count;
}
