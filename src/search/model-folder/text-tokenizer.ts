import { Tokenizer } from '@huggingface/tokenizers';

/** The numbers of one text, or of a question with a text. */
export interface TokenRow {
  readonly ids: readonly number[];
  readonly types: readonly number[];
}

/** A tokenizer as `tokenizer.json` describes it. */
export class TextTokenizer {
  readonly padding: number;
  readonly #tokenizer: Tokenizer;

  /** @param json the parsed `tokenizer.json`. @param config the parsed `tokenizer_config.json`, or nothing. */
  constructor(json: object, config: object = {}) {
    this.#tokenizer = new Tokenizer(json, config);
    const known = ['[PAD]', '<pad>'].map((token) => this.#tokenizer.token_to_id(token));
    this.padding = known.find((id) => id !== undefined) ?? 0;
  }

  /** A text, or a question with a text, cut to `most` tokens. */
  row(text: string, pair: string | null, most: number): TokenRow {
    const options = { text_pair: pair, add_special_tokens: true, return_token_type_ids: true } as const;
    const { ids, token_type_ids: types } = this.#tokenizer.encode(text, options);
    if (ids.length <= most) return { ids, types: types ?? ids.map(() => 0) };
    // The mark at the end stays: models were trained to see it.
    const cut = (numbers: readonly number[]) => [...numbers.slice(0, most - 1), ...numbers.slice(-1)];
    return { ids: cut(ids), types: types ? cut(types) : ids.slice(0, most).map(() => 0) };
  }

  /** The numbers of a piece of text without any marks. */
  bare(text: string): readonly number[] {
    return this.#tokenizer.encode(text, { add_special_tokens: false }).ids;
  }

  /**
   * Where each token of a text comes from: the string indices of its word, in the order of the tokens. Null where the words
   * one by one don't give the same tokens as the whole text.
   */
  words(text: string): readonly (readonly [from: number, to: number])[] | null {
    const places: (readonly [number, number])[] = [];
    const ids: number[] = [];
    for (const match of text.matchAll(/\S+/g)) {
      const own = this.bare(match.index === 0 ? match[0] : ` ${match[0]}`);
      ids.push(...own);
      for (const _ of own) places.push([match.index, match.index + match[0].length]);
    }
    const whole = this.bare(text);
    return whole.length === ids.length && whole.every((id, i) => id === ids[i]) ? places : null;
  }
}
