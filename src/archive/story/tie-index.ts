import type { NewsEvent } from '../../events/event.js';
import { type Tie, tiesOf } from './ties.js';
import { tieWeight } from './weights.js';

/** As if there were so many more events without the tie: in a small archive a shared story is telling too. */
const UNSEEN = 1000;

/** An event tied to another, and how strongly: comparable within one archive. */
export interface Tied {
  readonly event: NewsEvent;
  readonly score: number;
}

/** Which events share which topics, names and telling words. Grows by the number of words, never by pairs of events. */
export class TieIndex {
  readonly #slots: (NewsEvent | undefined)[] = [];
  readonly #slotOf = new Map<string, number>();
  readonly #postings = new Map<string, Set<number>>();
  #scores = new Float32Array(0);

  get size(): number {
    return this.#slotOf.size;
  }

  add(event: NewsEvent): void {
    const slot = this.#slots.push(event) - 1;
    this.#slotOf.set(event.path, slot);
    for (const { key } of tiesOf(event)) {
      const posting = this.#postings.get(key);
      if (posting) posting.add(slot);
      else this.#postings.set(key, new Set([slot]));
    }
  }

  remove(event: NewsEvent): void {
    const slot = this.#slotOf.get(event.path);
    const held = slot === undefined ? undefined : this.#slots[slot];
    if (slot === undefined || !held) return;
    this.#slots[slot] = undefined;
    this.#slotOf.delete(event.path);
    for (const { key } of tiesOf(held)) {
      const posting = this.#postings.get(key);
      posting?.delete(slot);
      if (posting?.size === 0) this.#postings.delete(key);
    }
  }

  /** How telling a tie is, from 0 (every event has it, or only one) to 1 (two events of very many have it). */
  rarity(key: string): number {
    const events = this.#postings.get(key)?.size ?? 0;
    const all = this.size + UNSEEN;
    return events < 2 ? 0 : Math.log(all / events) / Math.log(all);
  }

  /** The events that share ties with one, strongest first; the newer first of two as strong. */
  tiedTo(event: NewsEvent, ties: readonly Tie[], limit: number): Tied[] {
    if (this.#scores.length < this.#slots.length) this.#scores = new Float32Array(this.#slots.length * 2);
    const scores = this.#scores;
    const touched: number[] = [];
    for (const { key, kind } of ties) {
      const weight = tieWeight(kind, this.rarity(key));
      if (weight === 0) continue;
      for (const slot of this.#postings.get(key) ?? []) {
        if (scores[slot] === 0) touched.push(slot);
        scores[slot] = (scores[slot] ?? 0) + weight;
      }
    }
    const own = this.#slotOf.get(event.path);
    const tied = touched.flatMap((slot): Tied[] => {
      const other = this.#slots[slot];
      const score = scores[slot] ?? 0;
      scores[slot] = 0;
      return other && slot !== own ? [{ event: other, score }] : [];
    });
    return tied.sort((a, b) => b.score - a.score || (a.event.date < b.event.date ? 1 : -1)).slice(0, limit);
  }

  /** Those of an event's ties that are among another's and count for something, most telling first. */
  shared(ties: readonly Tie[], otherTies: readonly Tie[]): Tie[] {
    const others = new Set(otherTies.map((tie) => tie.key));
    const weight = (tie: Tie) => tieWeight(tie.kind, this.rarity(tie.key));
    return ties.filter((tie) => others.has(tie.key) && weight(tie) > 0).sort((x, y) => weight(y) - weight(x));
  }
}
