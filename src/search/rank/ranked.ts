import type { PairReading } from '../encode/text-models.js';
import type { ConceptMatch } from '../match.js';
import type { PickedLine } from '../read/line-picker.js';

/** An event ranked for a question. */
export interface Ranked {
  readonly event: number;
  /** Higher is better; relative to one question. */
  readonly score: number;
  /** What the score rests on, by name, for `--explain`; `words` is the share of the question's words that the event has. */
  readonly parts: Readonly<Record<string, number>>;
  readonly matches: readonly ConceptMatch[];
  /** The ranker's features of the event, in the order of FEATURES; absent where it was not ranked by them. */
  readonly features?: Float32Array;
  /** What the reader made of the question with this event; absent where it did not read it. */
  readonly reading?: PairReading;
  /** The line it would give; absent where it was not read or holds none. */
  readonly picked?: PickedLine;
}
