import { FEATURES } from '../rank/features.js';
import type { Ranked } from '../rank/ranked.js';
import { READER_FEATURES } from '../rank/reader-features.js';
import { PICKED_FEATURES } from '../read/line-picker.js';
import { softmax } from '../softmax.js';

/** Events beside the first that are looked at for whether they agree with it. */
const COMPARED = 5;

const AGREEMENT = ['score', 'gap', 'gapThird', 'share', 'relevanceGap', 'noneLeast', 'agree'] as const;

/** What a decision rests on: everything known of the first event, and how it stands out from the next. */
export const DECISION_FEATURES: readonly string[] = [
  ...FEATURES,
  ...READER_FEATURES,
  ...PICKED_FEATURES,
  ...AGREEMENT,
];

/** The numbers of a decision about the first of the ranked events, in the order of DECISION_FEATURES; null where there is none. */
export function decisionRow(ranked: readonly Ranked[]): Float32Array | null {
  const [first, second, third] = ranked;
  if (!first?.features) return null;
  const row = new Float32Array(DECISION_FEATURES.length).fill(Number.NaN);
  row.set(first.features);
  let at = FEATURES.length + READER_FEATURES.length + PICKED_FEATURES.length;
  const scores = ranked.slice(0, COMPARED).map(({ score }) => score);
  row[at++] = first.score;
  row[at++] = second ? first.score - second.score : 10;
  row[at++] = third ? first.score - third.score : 10;
  row[at++] = softmax(scores)[0] ?? 0;
  const others = ranked.slice(1, COMPARED).flatMap(({ reading }) => reading ?? []);
  const { reading } = first;
  if (reading) {
    const relevances = others.map(({ relevance }) => relevance);
    row[at] = relevances.length > 0 ? reading.relevance - Math.max(...relevances) : 10;
    row[at + 1] = Math.min(...[reading, ...others].map(({ kinds }) => softmax(kinds)[0] ?? 1));
    row[at + 2] = others.filter((other) => leading(other) === leading(reading)).length;
  }
  return row;
}

/** The likeliest kind of line of a reading, by number. */
const leading = ({ kinds }: { readonly kinds: readonly number[] }) =>
  kinds.indexOf(Math.max(...kinds.slice(1)));
