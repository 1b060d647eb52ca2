import { INTENTS, LEANINGS, QUANTITIES, SLOTS } from '../src/search/intent/intent.js';
import { questionFeatures, slotFeatures } from '../src/search/intent/intent-features.js';
import type { IntentFile } from '../src/search/intent/intent-reader.js';
import { intentWords, type NameTest } from '../src/search/intent/intent-words.js';
import type { LinearFile } from '../src/search/intent/linear-model.js';
import type { Example } from './intent-examples.js';

interface Row {
  readonly features: readonly string[];
  readonly label: number;
}

const ROUNDS = 8;
/** A feature seen less often than this teaches nothing that carries over. */
const LEAST_SEEN = 6;
/** Weights smaller than this are left out of the file. */
const LEAST_WEIGHT = 0.02;
const SLOT_OF: Readonly<Record<string, string>> = { f: 'frame', t: 'topic', '1': 'first', '2': 'second' };

/** Trains all heads and gives the file that src/search/intent reads. */
export function trainIntents(
  examples: readonly Example[],
  frame: ReadonlySet<string>,
  isName: NameTest,
  random: () => number,
): IntentFile {
  const read = examples.map((example) => {
    const words = intentWords(example.text, frame, isName);
    const keys = words.map(({ key }) => key);
    return { example, words, keys, features: questionFeatures(keys) };
  });
  const head = (labels: readonly string[], labelOf: (example: Example) => string, rows = read) =>
    train(
      labels,
      rows.map(({ example, features }) => ({ features, label: labels.indexOf(labelOf(example)) })),
      random,
    );
  const slots = read
    .filter(({ example }) => example.slots !== '')
    .flatMap(({ example, words, keys }): Row[] =>
      words.map(({ start }, at) => ({
        features: slotFeatures(keys, at, example.intent),
        label: SLOTS.indexOf((SLOT_OF[example.slots[start] ?? 'f'] ?? 'frame') as (typeof SLOTS)[number]),
      })),
    );
  return {
    frame: [...frame].sort(),
    intent: head(INTENTS, ({ intent }) => intent),
    quantity: head(
      QUANTITIES,
      ({ quantity }) => quantity,
      read.filter(
        ({ example }) =>
          example.quantity !== 'none' || example.intent === 'fact' || example.intent === 'list',
      ),
    ),
    leaning: head(LEANINGS, ({ leaning }) => leaning),
    slot: train(SLOTS, slots, random),
  };
}

/** Multinomial logistic regression by stochastic gradient descent with a falling rate (Bottou 2010) and a small L2 pull. */
function train(labels: readonly string[], rows: readonly Row[], random: () => number): LinearFile {
  const seen = new Map<string, number>();
  for (const { features } of rows)
    for (const feature of features) seen.set(feature, (seen.get(feature) ?? 0) + 1);
  const ids = new Map<string, number>();
  for (const [feature, times] of seen) if (times >= LEAST_SEEN) ids.set(feature, ids.size);
  const k = labels.length;
  const weights = new Float64Array(ids.size * k);
  const data = rows.map(({ features, label }) => ({
    at: features.flatMap((feature) => ids.get(feature) ?? []),
    label,
  }));
  const order = data.map((_, i) => i);
  const sums = new Float64Array(k);
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j] as number, order[i] as number];
    }
    const rate = 0.25 / (1 + round);
    for (const row of order) {
      const { at, label } = data[row] as (typeof data)[number];
      const step = rate / Math.sqrt(at.length + 1);
      sums.fill(0);
      for (const id of at) for (let l = 0; l < k; l++) sums[l] = (sums[l] ?? 0) + (weights[id * k + l] ?? 0);
      const most = Math.max(...sums);
      let total = 0;
      for (let l = 0; l < k; l++) total += sums[l] = Math.exp((sums[l] ?? 0) - most);
      for (let l = 0; l < k; l++) {
        const error = (l === label ? 1 : 0) - (sums[l] ?? 0) / total;
        if (Math.abs(error) < 0.002) continue;
        for (const id of at) {
          const place = id * k + l;
          weights[place] = (weights[place] ?? 0) * (1 - 1e-5) + step * error;
        }
      }
    }
  }
  const file: Record<string, number[]> = {};
  for (const [feature, id] of ids) {
    const own = Array.from(weights.subarray(id * k, id * k + k), (weight) => Math.round(weight * 100) / 100);
    if (own.some((weight) => Math.abs(weight) >= LEAST_WEIGHT)) file[feature] = own;
  }
  return { labels, weights: file };
}
