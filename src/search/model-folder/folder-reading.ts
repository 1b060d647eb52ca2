/** What a reader of the operator's finds in one event. */
export interface SpanReading {
  /** Its likeliest span: string indices of the event's text, `[from, to)`. */
  readonly from: number;
  readonly to: number;
  /** Its probability among all spans and "no answer"; how well that is calibrated depends on the model. */
  readonly probability: number;
  /** The probability that the event doesn't answer. */
  readonly none: number;
}

/** The kinds of models a folder may hold, each in a folder of that name with `model.onnx` and `tokenizer.json`. */
export const ROLES = ['encoder', 'cross-encoder', 'reader'] as const;
export type Role = (typeof ROLES)[number];

/** A model as it was found. */
export interface FolderModel {
  readonly role: Role;
  /** The file, its size in bytes and the start of its SHA-256. */
  readonly file: string;
  readonly bytes: number;
  readonly id: string;
}

/** Models that an operator put into MODEL_DIR, beside those that come with Dateline. */
export interface FolderModels {
  readonly models: readonly FolderModel[];
  /** Unit vectors of texts; null without an encoder. */
  encode(texts: readonly string[]): Promise<Float32Array[] | null>;
  /** How well each text answers a question, higher is better: a logit; null without a cross-encoder. */
  score(question: string, texts: readonly string[]): Promise<number[] | null>;
  /** What answers a question in a text; null without a reader, and where its pieces can't be found in the text. */
  read(question: string, text: string): Promise<SpanReading | null>;
  close(): Promise<void>;
}

/** A folder that can't be used. The message is a sentence for the operator. */
export class ModelFolderError extends Error {
  override readonly name = 'ModelFolderError';
}
