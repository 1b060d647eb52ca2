import type { NewsEvent } from '../events/event.js';
import type { EventGroup } from './dates.js';
import { byProminence, type LinkCounts, type Prominence } from './prominence.js';
import type { TopicIndex } from './topic-index.js';

/** What events are grouped with. */
export interface Grouping {
  readonly topics: TopicIndex;
  readonly links: LinkCounts;
}

/** How much one event was reported. */
export function prominenceOf(event: NewsEvent, { topics, links }: Grouping): Prominence {
  const name = groupName(event);
  return {
    sources: event.sources.length,
    links: event.related.length + links.to(event),
    story: name === null ? 0 : topics.size(name),
  };
}

/** Events, the most reported first. */
export function mostReported(events: readonly NewsEvent[], grouping: Grouping): NewsEvent[] {
  return events
    .map((event) => ({ event, prominence: prominenceOf(event, grouping) }))
    .sort((a, b) => byProminence(a.prominence, b.prominence))
    .map(({ event }) => event);
}

/** Groups whose gist is weighed; the many small ones behind them, and events without a story, are told by the most reported. */
const WEIGHED = 25;

/**
 * Groups events (given in time order) under their story, or their first topic where they have no story; the most reported
 * group first, events with neither last.
 */
export function groupEvents(events: readonly NewsEvent[], grouping: Grouping): EventGroup[] {
  const members = new Map<string | null, NewsEvent[]>();
  for (const event of events) {
    const name = groupName(event);
    const key = name === null ? null : (grouping.topics.spelling(name) ?? name);
    const group = members.get(key);
    if (group) group.push(event);
    else members.set(key, [event]);
  }
  return [...members]
    .map(([story, own]) => ({ story, own, prominence: prominenceOfAll(story, own, grouping) }))
    .sort(
      (a, b) =>
        Number(a.story === null) - Number(b.story === null) || byProminence(a.prominence, b.prominence),
    )
    .flatMap(({ story, own }, at): EventGroup[] => {
      const [first, last] = [own[0], own.at(-1)];
      if (!first || !last) return [];
      const gist = at < WEIGHED && story !== null ? gistOf(own, grouping.links) : mostSources(own);
      return [{ story, count: own.length, first: first.date, last: last.date, gist, events: own }];
    });
}

function prominenceOfAll(
  story: string | null,
  events: readonly NewsEvent[],
  { topics, links }: Grouping,
): Prominence {
  let sources = 0;
  for (const event of events) sources += event.sources.length;
  let linked: number | null = null;
  return {
    sources,
    // Asked for only between groups that as many sources report.
    get links() {
      linked ??= events.reduce((sum, event) => sum + event.related.length + links.to(event), 0);
      return linked;
    },
    story: story === null ? 0 : topics.size(story),
  };
}

function mostSources(events: readonly NewsEvent[]): NewsEvent {
  return events.reduce((best, event) => (event.sources.length > best.sources.length ? event : best));
}

/** The name an event is grouped under, or null. */
function groupName(event: NewsEvent): string | null {
  return event.story ?? event.topics[0] ?? null;
}

/** Sentences longer than this hold more than one thing as a rule. */
const LONG_SENTENCE = 280;

/**
 * The event that best stands for several: the one whose names most of the others share, weighed with who reported it and
 * who links to it. A very long sentence stands back.
 */
export function gistOf(events: readonly NewsEvent[], links: LinkCounts): NewsEvent {
  const [only] = events;
  if (!only) throw new RangeError('no events, so none that stands for them');
  if (events.length === 1) return only;
  const namesOfEach = events.map(namesOf);
  const shared = new Map<string, number>();
  for (const names of namesOfEach) for (const name of names) shared.set(name, (shared.get(name) ?? 0) + 1);
  const score = (event: NewsEvent, names: ReadonlySet<string>) => {
    let central = 0;
    for (const name of names) central += ((shared.get(name) ?? 1) - 1) / (events.length - 1);
    const report = Math.log1p(event.sources.length) + 0.5 * Math.log1p(links.to(event));
    return central / Math.sqrt(names.size + 1) + report - (event.sentence.length > LONG_SENTENCE ? 0.5 : 0);
  };
  let best = { event: only, score: Number.NEGATIVE_INFINITY };
  events.forEach((event, i) => {
    const own = score(event, namesOfEach[i] ?? NO_NAMES);
    if (own > best.score) best = { event, score: own };
  });
  return best.event;
}

const NO_NAMES: ReadonlySet<string> = new Set();
const namesOf = (event: NewsEvent) => new Set([...event.topics, ...event.context]);
