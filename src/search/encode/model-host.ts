import { InferenceSession, Tensor } from 'onnxruntime-node';
import { type Piece, Pieces } from './pieces.js';
import { eventSide, joinSides, questionSide, type ReaderInput, type Side } from './reader-input.js';
import type { EncodeKind, PairReading } from './text-models.js';

const QUESTION_PIECES = 64;
const EVENT_PIECES = 96;
/** Texts encoded at one go. */
const BATCH = 16;
/** Pairs read at one go. */
const READ_BATCH = 4;
/** A text with a larger share of its characters in unknown pieces is not in the model's language: it gets no vector. */
const UNKNOWN_SHARE = 0.3;

const OPTIONS: InferenceSession.SessionOptions = {
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
};

/** The models in this thread: runs block it. Used inside the model worker. */
export class ModelHost {
  readonly #pieces: Pieces;
  readonly #encoder: InferenceSession;
  readonly #reader: InferenceSession | null;

  private constructor(pieces: Pieces, encoder: InferenceSession, reader: InferenceSession | null) {
    this.#pieces = pieces;
    this.#encoder = encoder;
    this.#reader = reader;
  }

  static async open(files: {
    vocabulary: string;
    encoder: string;
    reader: string | null;
  }): Promise<ModelHost> {
    const [encoder, reader] = await Promise.all([
      InferenceSession.create(files.encoder, OPTIONS),
      files.reader ? InferenceSession.create(files.reader, OPTIONS) : null,
    ]);
    return new ModelHost(new Pieces(files.vocabulary), encoder, reader);
  }

  /** Unit vectors of texts, null for those that are not in the model's language. */
  async encode(texts: readonly string[], kind: EncodeKind): Promise<(Float32Array | null)[]> {
    const limit = kind === 'question' ? QUESTION_PIECES : EVENT_PIECES;
    const cut = texts.map((text) => this.#pieces.cut(text).slice(0, limit));
    const rows = cut.map((pieces) => pieces.map(({ id }) => id));
    const vectors = new Array<Float32Array | null>(texts.length).fill(null);
    // Texts of like length together: padding costs as much as words.
    const order = [...rows.keys()]
      .filter((i) => isKnown(cut[i] ?? []))
      .sort((a, b) => (rows[a]?.length ?? 0) - (rows[b]?.length ?? 0));
    for (let from = 0; from < order.length; from += BATCH) {
      const batch = order.slice(from, from + BATCH);
      const { vector } = await this.#encoder.run(padded({ ids: batch.map((i) => rows[i] ?? []) }));
      if (!vector) continue;
      const width = vector.dims[1] ?? 0;
      const data = vector.data as Float32Array;
      batch.forEach((i, at) => {
        vectors[i] = data.slice(at * width, (at + 1) * width);
      });
    }
    return vectors;
  }

  /** Reads a question against some events; null without a reader. */
  async read(question: string, events: readonly string[]): Promise<PairReading[] | null> {
    if (!this.#reader || events.length === 0) return this.#reader ? [] : null;
    const asked = questionSide(this.#pieces, question);
    const sides = events.map((text) => eventSide(this.#pieces, text));
    const pairs = sides.map((side, i) => ({ i, side, input: joinSides(asked, side) }));
    // Pairs of like length together: padding costs as much as words.
    pairs.sort((a, b) => a.input.ids.length - b.input.ids.length);
    const readings: PairReading[] = [];
    for (let from = 0; from < pairs.length; from += READ_BATCH) {
      const batch = pairs.slice(from, from + READ_BATCH);
      const of = (name: 'ids' | 'segment' | 'match' | 'shape' | 'position') =>
        batch.map(({ input }) => input[name]);
      const outputs = await this.#reader.run(
        padded({
          ids: of('ids'),
          segment: of('segment'),
          match: of('match'),
          shape: of('shape'),
          position: of('position'),
        }),
      );
      const length = Number(outputs['start']?.dims[1] ?? 0);
      const numbers = (name: string) => outputs[name]?.data as Float32Array | undefined;
      const [relevance, kind, start, end] = ['relevance', 'kind', 'start', 'end'].map(numbers);
      batch.forEach(({ i, side, input }, at) => {
        readings[i] = {
          relevance: relevance?.[at] ?? 0,
          kinds: Array.from(kind?.subarray(5 * at, 5 * at + 5) ?? []),
          ...evidence(input, side, start?.subarray(at * length) ?? [], end?.subarray(at * length) ?? []),
        };
      });
    }
    return readings;
  }
}

function isKnown(pieces: readonly Piece[]): boolean {
  const lengthOf = (some: readonly Piece[]) => some.reduce((sum, { start, end }) => sum + end - start, 0);
  const unknown = pieces.filter(({ id }) => id === 0);
  return pieces.length > 0 && lengthOf(unknown) <= UNKNOWN_SHARE * lengthOf(pieces);
}

/** Rows of numbers as int32 tensors of one length, with the mask that tells numbers from padding. */
function padded(fields: Readonly<Record<string, readonly (readonly number[])[]>>): Record<string, Tensor> {
  const [some = []] = Object.values(fields);
  const length = some.reduce((most, row) => Math.max(most, row.length), 0);
  const tensor = (rows: readonly (readonly number[])[]) => {
    const data = new Int32Array(rows.length * length);
    rows.forEach((row, i) => {
      data.set(row, i * length);
    });
    return new Tensor('int32', data, [rows.length, length]);
  };
  return {
    ...Object.fromEntries(Object.entries(fields).map(([name, rows]) => [name, tensor(rows)])),
    mask: tensor(some.map((row) => row.map(() => 1))),
  };
}

/** The start and end scores of the event's pieces with the string indices each piece covers. */
function evidence(input: ReaderInput, side: Side, start: ArrayLike<number>, end: ArrayLike<number>) {
  const at = side.pieces.map((_, i) => input.eventFrom + i);
  return {
    starts: at.map((i) => start[i] ?? Number.NEGATIVE_INFINITY),
    ends: at.map((i) => end[i] ?? Number.NEGATIVE_INFINITY),
    pieces: side.pieces.map(({ start: from, end: to, word }) => ({ from, to, word })),
  };
}
