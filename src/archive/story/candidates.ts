import type { Candidate } from './member-features.js';

/** Events looked at closely: this many that share the most features, and this many nearest in meaning. */
export const BY_FEATURES = 250;
export const BY_MEANING = 150;

/** Candidates of some slots, each once. */
export function candidatesOf(
  slots: Iterable<number>,
  vectorOf: (slot: number) => Float32Array | null,
): Candidate[] {
  return [...new Set(slots)].map((slot) => ({ slot, vector: vectorOf(slot) }));
}
