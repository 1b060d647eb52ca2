import { LRUCache } from 'lru-cache';
import type { EncodeKind, PairReading, TextModels } from './text-models.js';

/** Questions whose vectors are remembered: one question is looked at by several steps. */
const REMEMBERED = 64;

/** Models that encode a question once. */
export class RememberedModels implements TextModels {
  readonly #models: TextModels;
  readonly #questions = new LRUCache<string, Promise<(Float32Array | null)[]>>({ max: REMEMBERED });

  constructor(models: TextModels) {
    this.#models = models;
  }

  get encoderId(): string {
    return this.#models.encoderId;
  }

  encode(texts: readonly string[], kind: EncodeKind): Promise<(Float32Array | null)[]> {
    const [question] = texts;
    if (kind !== 'question' || texts.length !== 1 || question === undefined)
      return this.#models.encode(texts, kind);
    const known = this.#questions.get(question);
    if (known) return known;
    const vectors = this.#models.encode(texts, kind);
    this.#questions.set(question, vectors);
    // What failed is tried again.
    vectors.catch(() => this.#questions.delete(question));
    return vectors;
  }

  read(question: string, events: readonly string[]): Promise<PairReading[] | null> {
    return this.#models.read(question, events);
  }

  close(): Promise<void> {
    return this.#models.close();
  }
}
