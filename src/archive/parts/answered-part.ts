import type { DirectAnswer } from '../../search/read/answer-line.js';

/** One of the two things a question asks. */
export interface AnsweredPart {
  /** The part as it was asked: "by how much". */
  readonly asked: string;
  /** What answers it; null where nothing sure enough does. */
  readonly line: DirectAnswer | null;
}
