import { InferenceSession, Tensor } from 'onnxruntime-node';
import type { TextTokenizer, TokenRow } from './text-tokenizer.js';

const OPTIONS: InferenceSession.SessionOptions = { intraOpNumThreads: 1, interOpNumThreads: 1 };
const INPUTS = ['input_ids', 'attention_mask', 'token_type_ids'];

/** One output: its numbers with their shape, rows first. */
export interface Output {
  readonly data: Float32Array;
  readonly dims: readonly number[];
}

/** A model of the usual shape: input_ids, attention_mask and, where it wants them, token_type_ids. */
export class OnnxModel {
  readonly outputs: readonly string[];
  readonly #session: InferenceSession;

  private constructor(session: InferenceSession) {
    this.#session = session;
    this.outputs = session.outputNames;
  }

  /** @throws Error with what is wrong about the model's inputs. */
  static async open(file: string): Promise<OnnxModel> {
    const session = await InferenceSession.create(file, OPTIONS);
    const unknown = session.inputNames.filter((name) => !INPUTS.includes(name));
    if (unknown.length > 0 || !session.inputNames.includes('input_ids'))
      throw new Error(`its inputs are ${session.inputNames.join(', ')}, not ${INPUTS.join(', ')}`);
    return new OnnxModel(session);
  }

  /** Runs rows of tokens at one go. The mask says which of the numbers are no padding. */
  async run(rows: readonly TokenRow[], tokenizer: TextTokenizer): Promise<Readonly<Record<string, Output>>> {
    const length = rows.reduce((most, { ids }) => Math.max(most, ids.length), 0);
    const tensor = (numberAt: (row: TokenRow, i: number) => number) => {
      const data = new BigInt64Array(rows.length * length);
      rows.forEach((row, r) => {
        for (let i = 0; i < length; i++) data[r * length + i] = BigInt(numberAt(row, i));
      });
      return new Tensor('int64', data, [rows.length, length]);
    };
    const all: Record<string, Tensor> = {
      input_ids: tensor(({ ids }, i) => ids[i] ?? tokenizer.padding),
      attention_mask: tensor(({ ids }, i) => (i < ids.length ? 1 : 0)),
      token_type_ids: tensor(({ types }, i) => types[i] ?? 0),
    };
    const wanted = this.#session.inputNames.map((name) => [name, all[name] as Tensor]);
    const found = await this.#session.run(Object.fromEntries(wanted));
    return Object.fromEntries(
      Object.entries(found).map(([name, { data, dims }]) => [name, { data: data as Float32Array, dims }]),
    );
  }
}
