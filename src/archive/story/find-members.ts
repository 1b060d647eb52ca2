import type { BoostedTrees } from '../../search/rank/boosted-trees.js';
import { BY_FEATURES, BY_MEANING, candidatesOf } from './candidates.js';
import type { FeatureIndex } from './feature-index.js';
import { type ChosenEvent, pairRows, storyRows } from './member-features.js';
import { storyProfile } from './story-profile.js';
import { centroid } from './story-vectors.js';

/** What members are looked for in, by slot. */
export interface StoryGround {
  readonly index: FeatureIndex;
  readonly vectorOf: (slot: number) => Float32Array | null;
  readonly nearest: (vector: Float32Array, count: number) => readonly number[];
}

/** The chosen event and what is certain to belong to it, by slot. */
export interface Seed {
  readonly self: ChosenEvent;
  /** Events filed under a topic of the chosen one, or linked with it by an author. */
  readonly certain: ReadonlySet<number>;
  /** Events that a computed list links with it. */
  readonly linked: ReadonlySet<number>;
}

/** From this probability on an event is part of what a story is known by. */
const KNOWN_FROM = 0.4;
/** The likeliest of them, and this many of those that are certain, evenly over time. */
const MOST_LIKELY = 25;
const MOST_CERTAIN = 40;
/** Of what is certain, this many are compared closely: they say where the others rank. */
const COMPARED = 300;

/** Below this probability an event is not looked at again, unless the story as it is known then leads to it. */
const OPEN_FROM = 0.02;

/** The events that may belong, each beside the chosen one. */
export function pairsFor({ index, vectorOf, nearest }: StoryGround, { self, certain, linked }: Seed) {
  const slots = [
    ...self.similarities.highest(BY_FEATURES),
    ...(self.vector ? nearest(self.vector, BY_MEANING) : []),
    ...spread([...certain], COMPARED, index),
    ...linked,
  ].filter((slot) => slot !== self.slot);
  return pairRows(index, self, candidatesOf(slots, vectorOf));
}

/** The probabilities of rows. */
export function probabilities(model: BoostedTrees, rows: ReadonlyMap<number, readonly number[]>) {
  return new Map([...rows].map(([slot, row]) => [slot, probability(model, row)]));
}

const probability = (model: BoostedTrees, row: readonly number[]) => 1 / (1 + Math.exp(-model.score(row)));

/** The events that may belong, each beside the story as far as it is known: by the first model, or from an earlier round. */
export function storyFor(ground: StoryGround, seed: Seed, known: ReadonlyMap<number, number>) {
  const { index, vectorOf, nearest } = ground;
  const { self, certain } = seed;
  const found = [...known]
    .filter(([slot, p]) => p >= KNOWN_FROM && !certain.has(slot))
    .sort((a, b) => b[1] - a[1])
    .map(([slot]) => slot);
  const likely = [...found.slice(0, MOST_LIKELY), ...spread(found.slice(MOST_LIKELY), MOST_LIKELY, index)];
  const members = candidatesOf(
    [self.slot, ...spread([...certain], MOST_CERTAIN, index), ...likely],
    vectorOf,
  );
  const weights = new Map(members.map(({ slot }) => [slot, certain.has(slot) ? 1 : (known.get(slot) ?? 1)]));
  weights.delete(self.slot);
  const profile = storyProfile(index, self.slot, weights);
  const similarities = index.similarities(profile, self.slot);
  const middle = centroid(members.map(({ vector }) => vector));
  const slots = [
    ...similarities.highest(BY_FEATURES),
    ...(middle ? nearest(middle, BY_MEANING) : []),
    ...spread([...certain], COMPARED, index),
    ...[...known].flatMap(([slot, p]) => (p >= OPEN_FROM ? slot : [])),
  ].filter((slot) => slot !== self.slot);
  const candidates = candidatesOf(slots, vectorOf);
  const all = pairRows(index, self, candidates);
  const rows = storyRows(index, { profile, members }, candidates, all, similarities);
  return new Map(candidates.map(({ slot }, at) => [slot, rows[at] ?? []]));
}

/** Some of the slots, evenly over time. */
function spread(slots: readonly number[], most: number, index: FeatureIndex): number[] {
  if (slots.length <= most) return [...slots];
  const inOrder = slots.toSorted((a, b) => index.day(a) - index.day(b));
  return Array.from({ length: most }, (_, i) => inOrder[Math.floor((i * inOrder.length) / most)] ?? 0);
}
