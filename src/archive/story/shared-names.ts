import type { FeatureIndex } from './feature-index.js';
import type { Seed } from './find-members.js';
import { MOST_EVENTS, RARE_NAME } from './weights.js';

/** Within this many days of the chosen event a frequent name it has, such as a country's, is enough. */
const NEAR_DAYS = 30;
/** A name is the story's own where at least this share of its sure events have it, and at least this many. */
const OF_STORY = { share: 0.3, events: 2 };

/**
 * A test of whether an event shares a name with a story: a rare one or, soon before or after, any name of the chosen event;
 * or a name that many of its sure events have. Two floods on two continents are alike in kind, and share none.
 *
 * @param sure the slots of the events that are sure to belong.
 */
export function sharesName(
  index: FeatureIndex,
  { self: { slot: self } }: Pick<Seed, 'self'>,
  sure: readonly number[],
): (slot: number) => boolean {
  const nearby = index.names(self, MOST_EVENTS);
  // A script without capitals shows no names.
  if (nearby.size === 0) return () => true;
  const counts = new Map<number, number>();
  for (const slot of sure)
    for (const name of index.names(slot, MOST_EVENTS)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const needed = Math.max(OF_STORY.events, sure.length * OF_STORY.share);
  const ofStory = [...counts].flatMap(([name, events]) => (events >= needed ? name : []));
  const always = new Set([...index.names(self, RARE_NAME), ...ofStory]);
  return (slot) => {
    const names = [...index.names(slot, MOST_EVENTS)];
    const isNear = Math.abs(index.day(slot) - index.day(self)) <= NEAR_DAYS;
    return names.some((name) => always.has(name) || (isNear && nearby.has(name)));
  };
}
