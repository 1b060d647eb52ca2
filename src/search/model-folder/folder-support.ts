import type { NewsEvent } from '../../events/event.js';
import { longDate } from '../encode/long-date.js';
import type { VectorFile } from '../encode/vector-file.js';
import { VectorIndex } from '../encode/vector-index.js';
import type { EventIndex } from '../event-index.js';
import type { Ranked } from '../rank/ranked.js';
import type { DirectAnswer } from '../read/answer-line.js';
import { FolderEncoder } from './folder-encoder.js';
import type { FolderModels } from './folder-reading.js';

/** Candidates taken by the folder's encoder, beside the others. */
const DENSE = 80;
/** The first of the candidates that its cross-encoder reads. */
const READ = 20;
/** Damps the first places in reciprocal rank fusion (Cormack et al. 2009). */
const DAMPING = 60;
/** From this probability on its reader holds that an event doesn't answer. */
const NONE_FROM = 0.5;

/** A folder's models with where the vectors of its encoder are looked up and kept. */
export interface OpenedFolder {
  readonly models: FolderModels;
  readonly keep: VectorFile | null;
}

/**
 * What the models of a folder add to the built-in ones, whose features the ranker and the decider were trained on: more
 * candidates, another order of the first ones, and a veto on lines. None of their own numbers becomes a feature.
 */
export class FolderSupport {
  readonly #models: FolderModels;
  readonly #encoder: FolderEncoder | null;
  readonly vectors: VectorIndex | null;

  constructor({ models, keep }: OpenedFolder) {
    this.#models = models;
    const encoder = models.models.find(({ role }) => role === 'encoder');
    this.#encoder = encoder ? new FolderEncoder(models, encoder.id) : null;
    this.vectors = this.#encoder && new VectorIndex(this.#encoder, keep ? [keep] : [], keep);
  }

  /** The events nearest to a question by the folder's encoder. @param inTime what an event keeps of its nearness, 0 to 1. */
  async candidates(question: string, inTime: (event: number) => number): Promise<number[]> {
    const [vector] = (await this.#encoder?.encode([question])) ?? [];
    return vector ? (this.vectors?.vectors.nearest(vector, DENSE, inTime) ?? []) : [];
  }

  /**
   * The first of the ranked events in the order that their rank and the cross-encoder's agree on. The scores stay with the places:
   * what follows was trained on the scores of the built-in ranking.
   */
  async reordered(question: string, ranked: readonly Ranked[], index: EventIndex): Promise<Ranked[]> {
    const first = ranked.slice(0, READ).filter(({ event }) => index.event(event));
    const texts = first.flatMap(({ event }) => index.event(event)?.headline ?? []);
    const scores = texts.length > 1 ? await this.#models.score(question, texts) : null;
    if (!scores) return [...ranked];
    const places = [...first.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
    const fused = first.map((_, i) => 1 / (DAMPING + i) + 1 / (DAMPING + places.indexOf(i)));
    const order = [...first.keys()].sort((a, b) => (fused[b] ?? 0) - (fused[a] ?? 0));
    const again = order.flatMap((from, place): Ranked[] => {
      const [hit, score] = [first[from], first[place]?.score];
      return hit && score !== undefined
        ? [{ ...hit, score, parts: { ...hit.parts, 'cross-encoder': scores[from] ?? 0 } }]
        : [];
    });
    return [...again, ...ranked.filter((hit) => !first.includes(hit))];
  }

  /** Whether the folder's reader holds a line for wrong: it finds no answer in the event, or another one. */
  async objects(question: string, { event, rests, text }: DirectAnswer): Promise<boolean> {
    // A date or a yes is no stretch of the text.
    if (rests.length === 0) return false;
    const reading = await this.#models.read(question, textOf(event));
    if (!reading) return false;
    if (reading.none >= NONE_FROM) return true;
    const found = textOf(event).slice(reading.from, reading.to);
    return !found.includes(text) && !text.includes(found);
  }

  /** Stops what runs in the background. */
  async close(): Promise<void> {
    await this.vectors?.stop();
    await this.#models.close();
  }
}

const textOf = ({ date, headline }: NewsEvent) => `${longDate(date)}. ${headline}`;
