import { pairsFor, probabilities, type Seed, type StoryGround, storyFor } from './find-members.js';
import type { StoryModels } from './story-models.js';
import { BELONGS, RELATED } from './weights.js';

/** The events of a story beside the chosen one, by slot, each with the probability that it belongs. */
export interface Members {
  readonly close: ReadonlyMap<number, number>;
  /** Those that only share a name or the like, the likeliest first. */
  readonly related: readonly number[];
}

/** Every round knows the story better: after two hardly anything changes. */
const ROUNDS = 2;

/**
 * Finds the events of the story of one event: first what goes with that event, then, in rounds, what goes with all that was
 * found.
 */
export function findMembers(ground: StoryGround, seed: Seed, model: StoryModels): Members {
  let known: ReadonlyMap<number, number> = probabilities(model.pair, pairsFor(ground, seed));
  for (let round = 0; round < ROUNDS; round++)
    known = probabilities(model.story, storyFor(ground, seed, known));
  const close = new Map<number, number>();
  for (const slot of seed.certain) close.set(slot, 1);
  const ranked = [...known].filter(([slot]) => !close.has(slot)).sort((a, b) => b[1] - a[1]);
  for (const [slot, p] of ranked) if (p >= BELONGS) close.set(slot, p);
  const related = ranked
    .filter(([slot, p]) => p >= RELATED.from && !close.has(slot))
    .slice(0, RELATED.most)
    .map(([slot]) => slot);
  return { close, related };
}
