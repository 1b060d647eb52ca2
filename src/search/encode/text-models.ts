/** Questions and events are cut at different lengths. */
export type EncodeKind = 'question' | 'event';

/** What the reader makes of a question with one event. */
export interface PairReading {
  /** Higher means more likely that this is the event asked about: a logit. */
  readonly relevance: number;
  /** Logits of what answers: none, span, date, yes, no. */
  readonly kinds: readonly number[];
  /** Logits of each piece of the event's text beginning and ending the answer. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** What each piece covers: string indices in the event's text, `[from, to)`, and the number of its word. */
  readonly pieces: readonly { readonly from: number; readonly to: number; readonly word: number }[];
}

/** The learned models: a sentence encoder and a reader of question and event together. */
export interface TextModels {
  /** Names the encoder's weights: vectors of another name can't be compared with its own. */
  readonly encoderId: string;
  /** Unit vectors of texts; null for a text in a language the encoder doesn't know. */
  encode(texts: readonly string[], kind: EncodeKind): Promise<(Float32Array | null)[]>;
  /** Reads a question with each of some events; null where there is no reader. */
  read(question: string, events: readonly string[]): Promise<PairReading[] | null>;
  close(): Promise<void>;
}
