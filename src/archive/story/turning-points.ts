import type { NewsEvent } from '../../events/event.js';
import type { BoostedTrees } from '../../search/rank/boosted-trees.js';
import { centroid, cosine } from './story-vectors.js';

/** What the model of importance sees of an event in its story. Days and counts are logarithms. */
export const IMPORTANCE_FEATURES = [
  'sources',
  'reports',
  'linksTo',
  'length',
  'titled',
  'central',
  'after',
  'before',
  'weekAfter',
  'weekBefore',
  'silence',
  'place',
  'sameDay',
  'echoAfter',
  'echoBefore',
  'nearestBefore',
  'nearestAfter',
  'begins',
  'takenUp',
  'lasted',
  'members',
] as const;

/** An event of a story with what its importance is judged by. */
export interface StoryMember {
  readonly event: NewsEvent;
  readonly vector: Float32Array | null;
  /** Numbers of its features (see feature-index.ts). */
  readonly features: ReadonlySet<number>;
  /** As a day number. */
  readonly day: number;
  /** Events that link to it. */
  readonly linksTo: number;
  /** Other reports of the same thing. */
  readonly reports: number;
}

const MONTH = 30;
const WEEK = 7;
/** A cosine from which an event is an echo of another. */
const ECHO = 0.5;
/** A feature that this many later events have was picked up by the story. */
const TAKEN_UP = 2;
/** Events beside it in time that an event is compared with, on either side. */
const COMPARED = 40;

/** A row of IMPORTANCE_FEATURES for each event of a story, in the order given. */
export function importanceRows(members: readonly StoryMember[]): number[][] {
  const middle = centroid(members.map(({ vector }) => vector));
  const inOrder = members.map((member, at) => ({ member, at })).sort((a, b) => a.member.day - b.member.day);
  const days = inOrder.map(({ member }) => member.day);
  const [first, last] = [days[0] ?? 0, days.at(-1) ?? 0];
  const having = new Map<number, number>();
  for (const { features } of members)
    for (const feature of features) having.set(feature, (having.get(feature) ?? 0) + 1);
  const seen = new Map<number, number>();
  const rows: number[][] = [];
  inOrder.forEach(({ member, at }, place) => {
    const { event, vector, features, day } = member;
    const within = (from: number, to: number) => Math.log1p(countIn(days, from, to));
    const previous = days.findLast((other) => other < day);
    let [begins, takenUp] = [0, 0];
    for (const feature of features) {
      const earlier = seen.get(feature) ?? 0;
      const later = (having.get(feature) ?? 0) - earlier - 1;
      if (later >= TAKEN_UP) takenUp += 1;
      if (later >= TAKEN_UP && earlier === 0) begins += 1;
      seen.set(feature, earlier + 1);
    }
    const earlier = echoes(vector, inOrder.slice(Math.max(0, place - COMPARED), place));
    const later = echoes(vector, inOrder.slice(place + 1, place + 1 + COMPARED));
    rows[at] = [
      Math.log1p(event.sources.length),
      Math.log1p(member.reports),
      Math.log1p(member.linksTo),
      Math.log1p(event.sentence.length),
      event.story === null ? 0 : 1,
      cosine(middle, vector),
      within(day + 1, day + MONTH),
      within(day - MONTH, day - 1),
      within(day + 1, day + WEEK),
      within(day - WEEK, day - 1),
      previous === undefined ? 10 : Math.log1p(day - previous),
      members.length > 1 ? place / (members.length - 1) : 0,
      within(day, day),
      Math.log1p(later.count),
      Math.log1p(earlier.count),
      earlier.nearest,
      later.nearest,
      Math.log1p(begins),
      Math.log1p(takenUp),
      Math.log1p(last - first),
      Math.log1p(members.length),
    ];
  });
  return rows;
}

function echoes(vector: Float32Array | null, others: readonly { readonly member: StoryMember }[]) {
  let [count, nearest] = [0, Number.NaN];
  for (const { member } of others) {
    const near = cosine(vector, member.vector);
    if (near >= ECHO) count += 1;
    if (!(near <= nearest) && !Number.isNaN(near)) nearest = near;
  }
  return { count, nearest };
}

/** How many of the days, which are in order, are within `from` and `to`. */
function countIn(days: readonly number[], from: number, to: number): number {
  let count = 0;
  for (const day of days) if (day >= from && day <= to) count += 1;
  return count;
}

/** How much of an event's importance one that is chosen already takes where both say the same at about the same time. */
const SAID = 2;
const NEARBY_DAYS = 20;

/**
 * The turning points of a story, at most `most`, the most important first: important by what was learned, and unlike those
 * before them (maximal marginal relevance, Carbonell and Goldstein 1998), so that they are spread over the story.
 */
export function turningPoints<T extends StoryMember>(
  members: readonly T[],
  model: BoostedTrees,
  most: number,
): T[] {
  const rows = importanceRows(members);
  const open = members.map((member, at) => ({ member, worth: model.score(rows[at] ?? []), said: 0 }));
  const chosen: T[] = [];
  while (chosen.length < most && open.length > 0) {
    let best = 0;
    for (let at = 1; at < open.length; at++) {
      const [one, other] = [open[at], open[best]];
      if (one && other && one.worth - SAID * one.said > other.worth - SAID * other.said) best = at;
    }
    const [taken] = open.splice(best, 1);
    if (!taken) break;
    chosen.push(taken.member);
    for (const other of open) {
      const apart = Math.abs(other.member.day - taken.member.day);
      const alike = Math.max(0, cosine(other.member.vector, taken.member.vector) || 0);
      other.said = Math.max(other.said, alike * Math.exp(-apart / NEARBY_DAYS));
    }
  }
  return chosen;
}
