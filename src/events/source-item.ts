import type { EventSource } from './event.js';
import { type Link, readLink, webAddress } from './link.js';
import { publisherName } from './publisher.js';
import type { TextPool } from './text-pool.js';

/** A picture that is a separate item in a list of sources. */
export interface CoverImage {
  readonly image: string;
}

const IMAGE_FILE = /\.(?:jpe?g|png|gif|webp|avif|svg)(?:$|[?#])/i;
const IMAGE_LABEL = /\b(?:image|img|photo|picture)\b|图|圖/i;

/** Reads a list item's link as a source: `[Name](url)`, `[Name](url) [IMG](url)`; or as a cover image; null for neither. */
export function readSource(link: Link, texts: TextPool): EventSource | CoverImage | null {
  const address = webAddress(link.target);
  if (address === null) return null;
  const url = texts.same(address);
  const label = texts.plain(link.label);
  if (IMAGE_LABEL.test(label) && (IMAGE_FILE.test(url) || /^cover image$/i.test(label)))
    return { image: url };
  const picture = readLink(link.rest);
  const image = picture === null ? null : webAddress(picture.target);
  return {
    name: texts.same(publisherName(label, url)),
    url,
    image: image === null ? null : texts.same(image),
  };
}

/** Sources in order, each once, with a cover image given to the first source that has none. */
export function collectSources(read: readonly (EventSource | CoverImage)[]): EventSource[] {
  const sources: EventSource[] = [];
  for (const source of read) {
    if ('url' in source && !sources.some((s) => s.url === source.url && s.name === source.name))
      sources.push(source);
  }
  for (const cover of read) {
    if ('url' in cover) continue;
    const bare = sources.findIndex((s) => s.image === null);
    const source = sources[bare];
    if (source) sources[bare] = { ...source, image: cover.image };
  }
  return sources;
}
