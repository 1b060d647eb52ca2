import type { Aligned } from '../aligned.js';
import { likenessFor, type Similarity } from '../likeness.js';
import type { Token } from '../tagged-text.js';

/** Where an event has a word of a name, and how well it fits. */
export interface Place {
  readonly at: number;
  readonly fit: number;
}

/** Whom a question names, and where the event has them. */
export interface Named {
  readonly asked: boolean;
  /** The share of its words that the event has. */
  readonly share: number;
  readonly places: readonly Place[];
}

/** Of a deed whose agent or patient the question does not name. */
export const NOBODY: Named = { asked: false, share: 1, places: [] };

/** Finds those a question names in an event. */
export function named(words: readonly Token[], { asking, tokens, at }: Aligned, similar?: Similarity): Named {
  const places = new Map<number, number>();
  let said = 0;
  for (const word of words) {
    const like = likenessFor(word, similar);
    let best = 0;
    tokens.forEach((token, i) => {
      const fit = like(token);
      if (fit < FITS) return;
      best = Math.max(best, fit);
      places.set(i, Math.max(fit, places.get(i) ?? 0));
    });
    // What stands for its first letters, or they for it.
    const i = at[asking.content.indexOf(word)] ?? -1;
    if (best === 0 && i >= 0) {
      best = 1;
      places.set(i, 1);
    }
    said += best > 0 ? 1 : 0;
  }
  return {
    asked: words.length > 0,
    share: words.length === 0 ? 1 : (1 + said / words.length) / 2,
    places: [...places].map(([at, fit]) => ({ at, fit })),
  };
}

/** A word less like one of a name than this does not stand for it. */
const FITS = 0.6;
