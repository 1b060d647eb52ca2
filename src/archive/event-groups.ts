import type { NewsEvent } from '../events/event.js';
import type { EventGroup } from './dates.js';
import { byProminence, type LinkCounts, type Prominence } from './prominence.js';
import { beginning } from './stir.js';
import type { TopicIndex } from './topic-index.js';

/** What events are grouped with. */
export interface Grouping {
  readonly topics: TopicIndex;
  readonly links: LinkCounts;
}

/** How much one event was reported. */
function prominenceOf(event: NewsEvent, { topics, links }: Grouping): Prominence {
  const name = groupName(event);
  return {
    sources: event.sources.length,
    links: event.related.length + links.to(event),
    story: name === null ? 0 : topics.size(name),
  };
}

/** What began with an event in a topic, or in its own story (see stir.ts). */
export function beganWith(event: NewsEvent, { topics }: Grouping, topic = groupName(event)): number {
  return topic === null ? 0 : beginning(event, topics.days(topic));
}

/** What an event counts as a main one: who reported it, and what began with it. */
export function worthOf(event: NewsEvent, grouping: Grouping, topic = groupName(event)): number {
  return Math.log1p(event.sources.length) + beganWith(event, grouping, topic);
}

/** Events of a topic, its main ones first. */
export function mainFirst(events: readonly NewsEvent[], topic: string, grouping: Grouping): NewsEvent[] {
  return events
    .map((event) => ({
      event,
      worth: worthOf(event, grouping, topic),
      prominence: prominenceOf(event, grouping),
    }))
    .sort((a, b) => b.worth - a.worth || byProminence(a.prominence, b.prominence))
    .map(({ event }) => event);
}

/** Events, the most reported first. */
export function mostReported(events: readonly NewsEvent[], grouping: Grouping): NewsEvent[] {
  return events
    .map((event) => ({ event, prominence: prominenceOf(event, grouping) }))
    .sort((a, b) => byProminence(a.prominence, b.prominence))
    .map(({ event }) => event);
}

/** Groups whose gist is weighed; the many small ones after them, and events without a story, are represented by the most reported. */
const WEIGHED = 25;

/**
 * Groups events (given in time order) under their story, or their first topic where they have no story; the most reported
 * group first, events with neither last.
 *
 * @param stir what more than its sources a group counts (see stir.ts), as a logarithm.
 */
export function groupEvents(
  events: readonly NewsEvent[],
  grouping: Grouping,
  stir: (events: readonly NewsEvent[]) => number = () => 0,
): EventGroup[] {
  const members = new Map<string | null, NewsEvent[]>();
  for (const event of events) {
    const name = groupName(event);
    const key = name === null ? null : (grouping.topics.spelling(name) ?? name);
    const group = members.get(key);
    if (group) group.push(event);
    else members.set(key, [event]);
  }
  return [...members]
    .map(([story, own]) => {
      const prominence = prominenceOfAll(story, own, grouping);
      return { story, own, prominence, worth: Math.log1p(prominence.sources) + stir(own) };
    })
    .sort(
      (a, b) =>
        Number(a.story === null) - Number(b.story === null) ||
        b.worth - a.worth ||
        byProminence(a.prominence, b.prominence),
    )
    .flatMap(({ story, own }, at): EventGroup[] => {
      const [first, last] = [own[0], own.at(-1)];
      if (!first || !last) return [];
      const gist = at < WEIGHED && story !== null ? gistOf(own, story, grouping) : mostSources(own);
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
 * The event that best represents several of a story: the one whose names most of the others share, weighed with who
 * reported it, who links to it and what began with it. A very long sentence counts less.
 */
export function gistOf(events: readonly NewsEvent[], story: string, { links, topics }: Grouping): NewsEvent {
  const [only] = events;
  if (!only) throw new RangeError('no events, so none that stands for them');
  if (events.length === 1) return only;
  const namesOfEach = events.map(namesOf);
  const shared = new Map<string, number>();
  for (const names of namesOfEach) for (const name of names) shared.set(name, (shared.get(name) ?? 0) + 1);
  const days = topics.days(story);
  const score = (event: NewsEvent, names: ReadonlySet<string>) => {
    let central = 0;
    for (const name of names) central += ((shared.get(name) ?? 1) - 1) / (events.length - 1);
    const report = Math.log1p(event.sources.length) + 0.5 * Math.log1p(links.to(event));
    const long = event.sentence.length > LONG_SENTENCE ? 0.5 : 0;
    return central / Math.sqrt(names.size + 1) + report + beginning(event, days) - long;
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
