import type { FeatureIndex } from './feature-index.js';
import { pairsFor, probabilities, type Seed, type StoryGround, storyFor } from './find-members.js';
import { sharesName } from './shared-names.js';
import type { StoryModels } from './story-models.js';
import { BELONGS, RELATED, SURE, WITHOUT_NAME } from './weights.js';

/** The events of a story beside the chosen one, by slot, each with the probability that it belongs. */
export interface Members {
  readonly close: ReadonlyMap<number, number>;
  /** Those that only share a name or the like, the likeliest first. */
  readonly related: readonly number[];
}

/** Every round knows the story better: after four little changes. */
const ROUNDS = 4;
/** A topic is one with the story where at least this many of its events belong… */
const ADOPTED_EVENTS = 3;
/** …and at least this share of those that were compared. */
const ADOPTED_SHARE = 0.5;
/** …where an event counts as belonging from this probability on. */
const ADOPTED_FROM = 0.3;

/**
 * Finds the events of the story of one event: first what goes with that event, then, in rounds, what goes with all that was
 * found. A topic most of whose events belong is part of the story as a whole: its editors knew the later events, too.
 */
export function findMembers(ground: StoryGround, seed: Seed, model: StoryModels): Members {
  const certain = new Set(seed.certain);
  let known: ReadonlyMap<number, number> = probabilities(model.pair, pairsFor(ground, seed));
  for (let round = 0; round < ROUNDS; round++) {
    known = probabilities(model.story, storyFor(ground, { ...seed, certain }, known));
    for (const slot of adopted(ground.index, known, certain)) if (slot !== seed.self.slot) certain.add(slot);
  }
  const close = new Map<number, number>();
  for (const slot of certain)
    close.set(slot, seed.certain.has(slot) ? 1 : Math.max(SURE, known.get(slot) ?? 0));
  const ranked = [...known].filter(([slot]) => !close.has(slot)).sort((a, b) => b[1] - a[1]);
  const sure = certain.size + ranked.filter(([, p]) => p >= SURE).length;
  const needed = sure >= BELONGS.many ? BELONGS.toMany : BELONGS.toFew;
  const isNamed = sharesName(ground.index, seed, [
    ...certain,
    ...ranked.flatMap(([slot, p]) => (p >= SURE ? slot : [])),
  ]);
  for (const [slot, p] of ranked) if (p >= needed && (p >= WITHOUT_NAME || isNamed(slot))) close.set(slot, p);
  const related = ranked
    .filter(([slot, p]) => p >= RELATED.from && !close.has(slot))
    .slice(0, RELATED.most)
    .map(([slot]) => slot);
  return { close, related };
}

/** The events of the topics that are one with the story. */
function adopted(
  index: FeatureIndex,
  known: ReadonlyMap<number, number>,
  certain: ReadonlySet<number>,
): number[] {
  const topics = new Map<number, { belong: number; compared: number }>();
  for (const [slot, p] of known) {
    if (certain.has(slot)) continue;
    for (const topic of index.topicsOf(slot)) {
      const counts = topics.get(topic) ?? { belong: 0, compared: 0 };
      counts.compared += 1;
      if (p >= ADOPTED_FROM) counts.belong += 1;
      topics.set(topic, counts);
    }
  }
  return [...topics].flatMap(([topic, { belong, compared }]) =>
    belong >= ADOPTED_EVENTS && belong >= compared * ADOPTED_SHARE ? index.eventsOf(topic) : [],
  );
}
