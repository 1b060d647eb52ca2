import type { EventSource } from './event.js';
import type { DraftLink } from './event-draft.js';
import { readLink, treePath, webAddress } from './link.js';
import { plainText } from './plain-text.js';
import { publisherName } from './publisher.js';

/** Told of each entry that can't be used, in a plain sentence. */
type Report = (problem: string) => void;

function asList(value: unknown): readonly unknown[] {
  if (value === undefined || value === null || value === '') return [];
  return Array.isArray(value) ? value : [value];
}

function asText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? plainText(String(value)) : '';
}

function asMap(value: unknown): ReadonlyMap<string, unknown> | null {
  return value !== null && typeof value === 'object' && !Array.isArray(value) && !(value instanceof Date)
    ? new Map(Object.entries(value))
    : null;
}

/** Topics: a list of lines, or one line with commas. */
export function lineList(value: unknown): string[] {
  const entries = typeof value === 'string' ? value.split(',') : asList(value);
  return entries.map(asText).filter((line) => line !== '');
}

/**
 * Sources, each written as an address, as `[Name](address)`, as `Name: address`, or as keys `name`, `url` and `image`.
 */
export function sourceList(value: unknown, report: Report): EventSource[] {
  const map = asMap(value);
  const entries =
    map !== null && !map.has('url') ? [...map].map(([name, url]) => ({ name, url })) : asList(value);
  const sources: EventSource[] = [];
  for (const entry of entries) {
    const source = sourceOf(entry);
    if (source !== null) sources.push(source);
    else report(`A source was left out: it needs a web address (https://…), as in "- Name: https://…".`);
  }
  return sources;
}

function sourceOf(entry: unknown): EventSource | null {
  const keys = asMap(entry);
  if (keys !== null) {
    const [only] = keys;
    const named = keys.has('url') || only === undefined ? null : only;
    const url = webAddress(String(named ? named[1] : (keys.get('url') ?? '')));
    if (url === null) return null;
    const name = named ? named[0] : asText(keys.get('name'));
    const image = keys.get('image');
    return {
      name: publisherName(plainText(name), url),
      url,
      image: typeof image === 'string' ? webAddress(image) : null,
    };
  }
  if (typeof entry !== 'string') return null;
  const link = readLink(entry.trim());
  const url = webAddress(link?.target ?? entry.trim());
  return url === null ? null : { name: publisherName(plainText(link?.label ?? ''), url), url, image: null };
}

/** Related events, each written as a path, as `[Headline](path)`, or as keys `path`, `headline` and `context`. */
export function linkList(value: unknown, report: Report): DraftLink[] {
  const links: DraftLink[] = [];
  for (const entry of asList(value)) {
    const keys = asMap(entry);
    const link = typeof entry === 'string' ? readLink(entry.trim()) : null;
    const target = keys ? keys.get('path') : (link?.target ?? entry);
    const path = typeof target === 'string' ? treePath(target.trim()) : null;
    if (path === null) {
      report('A related event was left out: give the path of its file, as in "- /news/2016/04/8/slug.md".');
      continue;
    }
    const headline = keys ? asText(keys.get('headline')) : plainText(link?.label ?? '');
    links.push({ path, headline, context: keys ? lineList(keys.get('context')) : [] });
  }
  return links;
}
