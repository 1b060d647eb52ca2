import { hash } from 'node:crypto';
import { eventId } from '../events/event-id.js';
import { type EventRecord, headlineOf, type PageRecord } from './record.js';
import { dayFolder } from './tree/render.js';
import { slugOf } from './tree/slug.js';
import type { Item, Reading } from './wikitext/reading.js';

/** Least likeness of two wordings (0 to 1) to be one event, where they share a source and where they don't. */
const LIKE_WITH_SOURCE = 0.25;
const LIKE_ALONE = 0.55;

/** Whether a path of the tree is taken by a file that is not the import's. */
export type Taken = (path: string) => boolean;

/**
 * Updates a page's record with a new reading of it. An event whose wording was edited is recognised by its sources and the
 * words it kept, and stays itself: same id, same file. One that left the page is marked as gone with the revision that
 * no longer had it; one that came back is current again. What did not change keeps its record.
 */
export function reconcile(
  before: PageRecord | null,
  reading: Reading,
  page: { readonly title: string; readonly url: string; readonly revision: number },
  taken: Taken,
): PageRecord {
  const old = before?.events ?? [];
  const match = matchItems(old, reading.items);
  const kept = new Set(match.filter((event) => event !== null));
  const ids = new Set(old.map((event) => event.id));
  const paths = new Set(old.map((event) => event.path));
  const standing = reading.items.map((item, index) => {
    const event = match[index] ?? null;
    if (event) return updated(event, item, page.revision);
    const id = freeName(
      (n) => idOf(reading.date, item.text, n),
      (name) => ids.has(name),
    );
    const folder = dayFolder(reading.date);
    const slug = slugOf(headlineOf(item));
    const path = freeName(
      (n) => `${folder}/${slug}${n === 1 ? '' : `-${n}`}.md`,
      (name) => paths.has(name) || taken(name),
    );
    ids.add(id);
    paths.add(path);
    return { id, path, ...contentOf(item), revision: page.revision, gone: null };
  });
  const left = old
    .filter((event) => !kept.has(event))
    .map((event) => (event.gone === null ? { ...event, gone: page.revision } : event));
  return { ...page, events: [...standing, ...left] };
}

function contentOf({ category, topics, text, citations, links }: Item) {
  return { category, topics, text, citations, links };
}

function updated(event: EventRecord, item: Item, revision: number): EventRecord {
  const { category, topics, text, citations, links } = event;
  const same =
    JSON.stringify({ category, topics, text, citations, links }) === JSON.stringify(contentOf(item));
  if (same && event.gone === null) return event;
  return { ...event, ...contentOf(item), revision, gone: null };
}

/** The id of an event; the second of two alike gets another one. */
function idOf(date: Reading['date'], text: string, n: number): string {
  const id = eventId(date, text);
  return n === 1 ? id : hash('sha256', `${id} ${n}`, 'base64url').slice(0, 11);
}

function freeName(name: (n: number) => string, isTaken: (name: string) => boolean): string {
  for (let n = 1; ; n += 1) {
    const candidate = name(n);
    if (!isTaken(candidate)) return candidate;
  }
}

/** For each item the event it was before, or null for a new one. Equal wordings first, then the likest pairs. */
function matchItems(old: readonly EventRecord[], items: readonly Item[]): (EventRecord | null)[] {
  const match: (EventRecord | null)[] = items.map(() => null);
  const free = new Set(old);
  const settle = (index: number, event: EventRecord) => {
    match[index] = event;
    free.delete(event);
  };
  if (free.size === 0) return match;
  items.forEach((item, index) => {
    const alike = [...free].filter((event) => event.text === item.text);
    const same = alike.find((event) => event.topics.join() === item.topics.join()) ?? alike[0];
    if (same) settle(index, same);
  });
  if (free.size === 0) return match;
  const pairs = items.flatMap((item, index) => {
    if (match[index]) return [];
    const words = wordsOf(item.text);
    return [...free].map((event) => ({ index, event, score: likeness(item, words, event) }));
  });
  pairs.sort((a, b) => b.score - a.score || a.index - b.index || (a.event.path < b.event.path ? -1 : 1));
  for (const { index, event, score } of pairs)
    if (score > 0 && !match[index] && free.has(event)) settle(index, event);
  return match;
}

/** How alike an item and an earlier event are; 0 where they are two events. */
function likeness(item: Item, words: ReadonlySet<string>, event: EventRecord): number {
  const before = wordsOf(event.text);
  let common = 0;
  for (const word of words) if (before.has(word)) common += 1;
  const dice = (2 * common) / Math.max(1, words.size + before.size);
  const urls = new Set(event.citations.map((citation) => citation.url));
  const shared = item.citations.some((citation) => urls.has(citation.url));
  return dice >= (shared ? LIKE_WITH_SOURCE : LIKE_ALONE) ? dice + (shared ? 1 : 0) : 0;
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu));
}
