import type { FeatureIndex } from './feature-index.js';
import { storyProfile } from './story-profile.js';
import {
  BELONGS,
  breadthNeeded,
  CORE,
  gapCost,
  LINKED,
  NAMED,
  OTHER_TOPIC,
  RELATED,
  SAME_TOPIC,
} from './weights.js';

/** The events of a story beside the chosen one, by slot, each with its similarity to the story. */
export interface Members {
  readonly close: ReadonlyMap<number, number>;
  /** Those that only share a name or the like, the closest first. */
  readonly related: readonly number[];
}

/**
 * Finds the events of the story of one event: first those much like it within some weeks, then, twice, all that are like
 * the profile of what was found. Every event accepted shortens the gaps in time for the next.
 *
 * @param linked events linked with the chosen one by a computed list.
 * @param certain events that belong, whatever they say: an author linked them.
 */
export function findMembers(
  index: FeatureIndex,
  self: number,
  linked: ReadonlySet<number>,
  certain: ReadonlySet<number>,
): Members {
  const sameTopic = index.sameTopic(self);
  const bonus = (slot: number) => (sameTopic.has(slot) ? SAME_TOPIC : 0) + (linked.has(slot) ? LINKED : 0);
  let close = coreOf(index, self, sameTopic, bonus);
  let rejected: number[] = [];
  const outside = sameTopic.size > 0 ? OTHER_TOPIC : 0;
  for (const needed of BELONGS) {
    const profile = storyProfile(index, self, close);
    const similarities = index.similarities(profile);
    for (const slot of sameTopic) if (!similarities.has(slot)) similarities.set(slot, 0);
    similarities.delete(self);
    const ranked = [...similarities]
      .map(([slot, similarity]) => ({ slot, similarity: similarity + bonus(slot) }))
      .filter(({ similarity }) => similarity >= RELATED.similarity)
      .sort((a, b) => b.similarity - a.similarity);
    const accepted = new Map<number, number>();
    const days = [index.day(self)];
    rejected = [];
    for (const { slot, similarity } of ranked) {
      const day = index.day(slot);
      const gap = Math.min(...days.map((other) => Math.abs(other - day)));
      const belongs =
        (sameTopic.has(slot) ||
          similarity >= needed + outside + gapCost(gap, Math.abs(day - index.day(self)))) &&
        (sameTopic.has(slot) || index.breadth(slot, profile) >= breadthNeeded(gap));
      if (belongs) {
        accepted.set(slot, similarity);
        days.push(day);
      } else if (similarity < needed && rejected.length >= RELATED.most) break;
      else if (index.breadth(slot, profile) >= RELATED.breadth) rejected.push(slot);
    }
    close = accepted;
  }
  for (const slot of certain) close.set(slot, Math.max(close.get(slot) ?? 0, 1));
  return { close, related: rejected.filter((slot) => !certain.has(slot)).slice(0, RELATED.most) };
}

/** What the profile of a story begins with: events much like the chosen one at about its time, and of its topic. */
function coreOf(
  index: FeatureIndex,
  self: number,
  sameTopic: ReadonlySet<number>,
  bonus: (slot: number) => number,
): Map<number, number> {
  const own = index.vector(self);
  const day = index.day(self);
  const gap = (slot: number) => Math.abs(index.day(slot) - day);
  const core = new Map<number, number>();
  const nearest = [...sameTopic].sort((a, b) => gap(a) - gap(b)).slice(0, CORE.events);
  // What editors filed together says best what the story is about.
  if (sameTopic.size >= NAMED) return new Map(nearest.map((slot) => [slot, CORE.similarity]));
  for (const [slot, similarity] of index.similarities(own)) {
    const all = similarity + bonus(slot);
    if (slot === self || gap(slot) > CORE.days || all < CORE.similarity) continue;
    if (sameTopic.has(slot) || index.breadth(slot, own) >= breadthNeeded(gap(slot))) core.set(slot, all);
  }
  for (const slot of nearest) if (!core.has(slot)) core.set(slot, CORE.similarity);
  return core;
}
