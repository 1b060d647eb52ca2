import type { FeatureIndex, FeatureVector } from './feature-index.js';

/** Members a profile is made of: the most similar ones. */
const MOST = 25;
/** With fewer members every feature of the chosen event counts in full. */
const FEW = 4;
/** A feature of the chosen event that a smaller share of many members has is of that event, not of the story… */
const OF_STORY = 0.15;
/** …and counts so much less. */
const OWN_ONLY = 0.1;

/**
 * What a story is about: the features of its members, each by how similar it is, with those of the chosen event as the
 * other half (relevance feedback, Rocchio 1971). A feature that only one member has is left out.
 */
export function storyProfile(
  index: FeatureIndex,
  self: number,
  members: ReadonlyMap<number, number>,
): FeatureVector {
  const strongest = [...members].sort((a, b) => b[1] - a[1]).slice(0, MOST);
  const own = index.vector(self);
  const sums = new Map<number, number>();
  const counts = new Map<number, number>();
  for (const [slot, similarity] of strongest)
    for (const [feature, weight] of index.vector(slot)) {
      sums.set(feature, (sums.get(feature) ?? 0) + weight * similarity);
      counts.set(feature, (counts.get(feature) ?? 0) + 1);
    }
  for (const feature of sums.keys())
    if ((counts.get(feature) ?? 0) < 2 && !own.has(feature)) sums.delete(feature);
  const profile = normalised(sums);
  for (const [feature, weight] of own) {
    const isOwnOnly =
      strongest.length >= FEW && (counts.get(feature) ?? 0) < Math.max(1, strongest.length * OF_STORY);
    profile.set(feature, (profile.get(feature) ?? 0) + weight * (isOwnOnly ? OWN_ONLY : 1));
  }
  return normalised(profile);
}

function normalised(vector: ReadonlyMap<number, number>): Map<number, number> {
  let sum = 0;
  for (const weight of vector.values()) sum += weight * weight;
  const length = Math.sqrt(sum) || 1;
  return new Map([...vector].map(([feature, weight]) => [feature, weight / length]));
}
