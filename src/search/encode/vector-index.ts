import { createHash } from 'node:crypto';
import type { NewsEvent } from '../../events/event.js';
import { inTurns } from '../../in-turns.js';
import { compress, EventVectors } from './event-vectors.js';
import { monthAndYear } from './long-date.js';
import type { TextModels } from './text-models.js';
import { KEY_BYTES, type VectorFile } from './vector-file.js';

/** Events encoded in one request to the models: a question that comes meanwhile waits no longer than these take. */
const BATCH = 8;
/** Vectors written to disk at a time. */
const WRITTEN = 256;

/** How far the vectors of the events are. */
export interface VectorProgress {
  readonly done: number;
  readonly total: number;
}

/** The event's text as the encoder was trained to see it. */
export const encodedText = ({ date, headline }: Pick<NewsEvent, 'date' | 'headline'>) =>
  `${monthAndYear(date)}: ${headline}`;

/** Gives every indexed event its vector: from a file where it is known, else from the encoder, in the background. */
export class VectorIndex {
  readonly vectors = new EventVectors();
  readonly #models: TextModels;
  readonly #known: readonly VectorFile[];
  readonly #keep: VectorFile | null;
  readonly #waiting: { readonly number: number; readonly key: string; readonly text: string }[] = [];
  readonly #gone = new Set<number>();
  #total = 0;
  #done = 0;
  #working: Promise<void> | null = null;
  #stopped = false;

  /** @param known files to look vectors up in. @param keep the file that new ones are added to, one of `known`. */
  constructor(models: TextModels, known: readonly VectorFile[], keep: VectorFile | null) {
    this.#models = models;
    this.#known = known;
    this.#keep = keep;
  }

  get progress(): VectorProgress {
    return { done: this.#done, total: this.#total };
  }

  /** Picks up events under their numbers; those whose vector is known have it when this returns. */
  async put(events: Iterable<readonly [number: number, event: NewsEvent]>): Promise<void> {
    await inTurns(events, ([number, event]) => {
      const text = encodedText(event);
      const key = keyOf(text);
      this.#total += 1;
      const kept = this.#lookUp(key);
      if (kept) this.#place(number, kept);
      else this.#waiting.push({ number, key, text });
    });
    this.#work();
  }

  /** Forgets an event. */
  remove(number: number): void {
    this.#gone.add(number);
    this.vectors.remove(number);
  }

  /** Resolves when every event has its vector, or the encoder has failed. */
  async ready(): Promise<void> {
    while (this.#working) await this.#working;
  }

  /** Stops encoding, and resolves when what was computed is written; vectors that are there stay. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.ready().catch(() => {});
  }

  #lookUp(key: string): Int8Array | undefined {
    for (const file of this.#known) {
      const vector = file.get(key);
      if (vector) return vector;
    }
    return undefined;
  }

  #place(number: number, kept: Int8Array): void {
    this.#done += 1;
    // A vector of zeros says that the text is in a language the encoder doesn't know.
    if (!this.#gone.has(number) && kept.some((part) => part !== 0)) this.vectors.put(number, kept);
  }

  #work(): void {
    if (this.#working || this.#waiting.length === 0) return;
    this.#working = this.#encodeAll().finally(() => {
      this.#working = null;
    });
    this.#working.catch(() => {});
  }

  async #encodeAll(): Promise<void> {
    // Texts of like length together; what was reported last is asked for most.
    let fresh = new Map<string, Int8Array>();
    const flush = async () => {
      const writing = fresh;
      fresh = new Map();
      await this.#keep?.add(writing).catch(() => {});
    };
    while (this.#waiting.length > 0 && !this.#stopped) {
      const chunk = this.#waiting.splice(-WRITTEN).sort((a, b) => a.text.length - b.text.length);
      for (let at = 0; at < chunk.length && !this.#stopped; at += BATCH) {
        const batch = chunk.slice(at, at + BATCH);
        const vectors = await this.#models.encode(
          batch.map(({ text }) => text),
          'event',
        );
        batch.forEach(({ number, key }, i) => {
          const vector = vectors[i];
          const kept = vector ? compress(vector) : new Int8Array(256);
          fresh.set(key, kept);
          this.#place(number, kept);
        });
      }
      await flush();
    }
    await flush();
  }
}

const keyOf = (text: string) => createHash('sha256').update(text).digest().toString('latin1', 0, KEY_BYTES);
