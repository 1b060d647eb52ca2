import type { PairReading } from '../encode/text-models.js';
import { bestSpan } from '../read/best-span.js';
import { softmax } from '../softmax.js';

/** What the second ranking and the decision see of a reading, beside FEATURES. */
export const READER_FEATURES = [
  'first',
  'firstRank',
  'relevance',
  'd-relevance',
  'k-none',
  'k-span',
  'k-date',
  'k-yes',
  'k-no',
  'spanScore',
  'spanShare',
  'spanLength',
] as const;

/** The numbers of one reading, in the order of READER_FEATURES. `most` is the highest relevance among those read, `after` where spans may begin. */
export function readerRow(
  reading: PairReading,
  most: number,
  first: number,
  rank: number,
  after: number,
): Float32Array {
  const { relevance, kinds } = reading;
  const span = bestSpan(reading, after);
  return Float32Array.from([
    first,
    rank,
    relevance,
    relevance - most,
    ...softmax(kinds),
    span?.score ?? Number.NaN,
    span?.probability ?? 0,
    span ? span.to - span.from : 0,
  ]);
}
