import type { EventSource } from '../events/event.js';
import { trimEnd } from '../events/trim-end.js';
import { clip } from './clip.js';
import { link } from './link.js';
import type { Sentences } from './sentences/sentences.js';

const WIKIPEDIA = /^https?:\/\/(?:[\w-]+\.)*wikipedia\.org\//i;
const DAY_PAGE = /\/wiki\/Portal:Current_events\b/i;

/** Sources as a reader wants them: reports, then encyclopedia articles; the page of the day only where nothing else is. */
export function sortedSources(sources: readonly EventSource[]): readonly EventSource[] {
  const isArticle = ({ url }: EventSource) => WIKIPEDIA.test(url);
  const isDayPage = (source: EventSource) => isArticle(source) && DAY_PAGE.test(source.url);
  const others = sources.filter((source) => !isDayPage(source));
  if (others.length === 0) return sources;
  return [...others.filter((source) => !isArticle(source)), ...others.filter(isArticle)];
}

/** The publisher of a source: an encyclopedia's name without that of its article. */
const publisherOf = ({ name, url }: EventSource) =>
  trimEnd(WIKIPEDIA.test(url) ? (name.split(/[:：]\s/)[0] ?? name) : name, /[¹²³⁴-⁹\s]/);

/** The first source of each publisher, in the order a reader wants them, named for the publisher. */
export function onePerPublisher(sources: readonly EventSource[]): EventSource[] {
  const publishers = new Set<string>();
  return sortedSources(sources).flatMap((source) => {
    const name = publisherOf(source).trim();
    const key = name.toLowerCase();
    if (publishers.has(key)) return [];
    publishers.add(key);
    return [{ ...source, name }];
  });
}

/**
 * Sources as links by publisher, separated by " · ": at most `most`, and as many as fit into `room` characters, then
 * "and 3 more" where those are to be counted.
 */
export function sourceLinks(
  sources: readonly EventSource[],
  room: number,
  say: Sentences,
  most = Number.POSITIVE_INFINITY,
  countsMore = true,
): string {
  const publishers = onePerPublisher(sources);
  const links = publishers.map((source) => link(clip(source.name, 60), source.url));
  for (let shown = Math.min(most, links.length); shown > 0; shown--) {
    const more = links.length - shown;
    const line = links.slice(0, shown).join(' · ') + (more > 0 && countsMore ? say.event.andMore(more) : '');
    if (line.length <= room) return line;
  }
  return '';
}

/** The address of the first picture that a source brings along, or null. */
export function pictureOf(sources: readonly EventSource[]): string | null {
  const pictured = sources.find(({ image }) => image !== null);
  return pictured?.image ?? null;
}
