import type { FeatureIndex, FeatureVector, SharedFeatures } from './feature-index.js';
import type { Similarities } from './similarities.js';
import { centroid, cosine } from './story-vectors.js';

/** What the first model sees of an event beside the chosen one. */
export const PAIR_FEATURES = [
  'similarity',
  'similarityRank',
  'breadth',
  'cosine',
  'cosineRank',
  'days',
  'names',
  'rarestName',
  'words',
  'rarestWord',
  'length',
  'ownLength',
] as const;

/** What the second model sees beside that: the event beside the story as the first one found it. */
export const STORY_FEATURES = [
  ...PAIR_FEATURES,
  'profile',
  'profileRank',
  'profileBreadth',
  'cover',
  'centroid',
  'centroidRank',
  'nearest',
  'nearestThree',
  'daysToNearest',
  'isWithin',
  'members',
  'cohesion',
  'lasted',
] as const;

/** How many of a profile's strongest features an event is looked over for. */
const STRONGEST = 8;

/** An event of the index with its vector, if it has one. */
export interface Candidate {
  readonly slot: number;
  readonly vector: Float32Array | null;
}

/** Places in a ranking, as logarithms; those that are not in it share the last. */
function ranksOf(scores: ReadonlyMap<number, number>): (slot: number) => number {
  const order = [...scores].sort((a, b) => b[1] - a[1]);
  const ranks = new Map(order.map(([slot], at) => [slot, Math.log1p(at)]));
  const last = Math.log1p(order.length);
  return (slot) => ranks.get(slot) ?? last;
}

/** The chosen event as others are compared with it, and what of the comparisons stays the same in every round. */
export class ChosenEvent {
  readonly slot: number;
  readonly vector: Float32Array | null;
  readonly features: FeatureVector;
  readonly similarities: Similarities;
  readonly #index: FeatureIndex;
  readonly #shared = new Map<number, SharedFeatures & { readonly breadth: number }>();

  constructor(index: FeatureIndex, { slot, vector }: Candidate) {
    this.#index = index;
    this.slot = slot;
    this.vector = vector;
    this.features = index.vector(slot);
    this.similarities = index.similarities(this.features, slot);
  }

  /** What another event shares with it. */
  sharedWith(slot: number): SharedFeatures & { readonly breadth: number } {
    const known = this.#shared.get(slot);
    if (known) return known;
    const index = this.#index;
    const shared = { ...index.shared(slot, this.features), breadth: index.breadth(slot, this.features) };
    this.#shared.set(slot, shared);
    return shared;
  }
}

/** Rows of PAIR_FEATURES, by slot, of each candidate beside the chosen event. */
export function pairRows(
  index: FeatureIndex,
  self: ChosenEvent,
  candidates: readonly Candidate[],
): Map<number, number[]> {
  const { similarities } = self;
  const cosines = new Map(candidates.map(({ slot, vector }) => [slot, cosine(self.vector, vector)]));
  const cosineRank = self.vector ? ranksOf(cosines) : () => Number.NaN;
  const ownLength = self.features.size;
  return new Map(
    candidates.map(({ slot }) => {
      const shared = self.sharedWith(slot);
      const row = [
        similarities.of(slot),
        Math.log1p(similarities.rank(slot)),
        shared.breadth,
        cosines.get(slot) ?? Number.NaN,
        cosineRank(slot),
        Math.log1p(Math.abs(index.day(slot) - index.day(self.slot))),
        shared.names,
        shared.rarestName,
        shared.words,
        shared.rarestWord,
        shared.length,
        ownLength,
      ];
      return [slot, row];
    }),
  );
}

/** What a story is, as far as it is known: its profile of features, its members, their days and vectors. */
export interface KnownStory {
  readonly profile: FeatureVector;
  readonly members: readonly Candidate[];
}

/**
 * Rows of STORY_FEATURES, in the order of the candidates. A member is compared with the others of the story only.
 */
export function storyRows(
  index: FeatureIndex,
  { profile, members }: KnownStory,
  candidates: readonly Candidate[],
  pairs: ReadonlyMap<number, readonly number[]>,
  similarities: Similarities,
): number[][] {
  const middle = centroid(members.map(({ vector }) => vector));
  const toMiddle = new Map(candidates.map(({ slot, vector }) => [slot, cosine(middle, vector)]));
  const middleRank = middle ? ranksOf(toMiddle) : () => Number.NaN;
  const strongest = [...profile].sort((a, b) => b[1] - a[1]).slice(0, STRONGEST);
  const strength = strongest.reduce((sum, [, weight]) => sum + weight, 0) || 1;
  const days = members.map(({ slot }) => index.day(slot)).sort((a, b) => a - b);
  const [begun, ended] = [days[0] ?? 0, days.at(-1) ?? 0];
  let cohesion = 0;
  for (const { vector } of members) cohesion += cosine(middle, vector) || 0;
  return candidates.map(({ slot, vector }) => {
    const features = index.featuresOf(slot);
    let cover = 0;
    for (const [feature, weight] of strongest) if (features.has(feature)) cover += weight;
    const day = index.day(slot);
    let [one, two, three, gap] = [Number.NaN, Number.NaN, Number.NaN, Number.POSITIVE_INFINITY];
    for (const member of members) {
      if (member.slot === slot) continue;
      gap = Math.min(gap, Math.abs(index.day(member.slot) - day));
      const near = cosine(member.vector, vector);
      if (Number.isNaN(near)) continue;
      if (!(near <= one)) [one, two, three] = [near, one, two];
      else if (!(near <= two)) [two, three] = [near, two];
      else if (!(near <= three)) three = near;
    }
    const some = [one, two, three].filter((near) => !Number.isNaN(near));
    return [
      ...(pairs.get(slot) ?? []),
      similarities.of(slot),
      Math.log1p(similarities.rank(slot)),
      index.breadth(slot, profile),
      cover / strength,
      toMiddle.get(slot) ?? Number.NaN,
      middleRank(slot),
      one,
      some.length === 0 ? Number.NaN : some.reduce((sum, near) => sum + near, 0) / some.length,
      Number.isFinite(gap) ? Math.log1p(gap) : Number.NaN,
      day >= begun && day <= ended ? 1 : 0,
      Math.log1p(members.length),
      middle ? cohesion / members.length : Number.NaN,
      Math.log1p(ended - begun),
    ];
  });
}
