import type { NewsEvent } from '../../events/event.js';
import { isNoun } from '../../search/read/rules/wordnet.js';
import { fold } from '../../text/fold.js';

/** A run of capitalised words, with small ones inside. */
const NAME =
  /\p{Lu}[\p{L}\p{M}\p{N}’'.-]*(?:\s+(?:(?:of|the|de|da|al|bin|von)\s+)?(?:\p{Lu}[\p{L}\p{M}\p{N}’'.-]*|\d+))*/gu;
/** A longer run is a headline, not a name. */
const LONGEST = 50;

/**
 * The fullest name in some events that has all the words by which it was asked for: two words before one, and no title
 * ("President …") before it where another event has the name itself. Null where there is none.
 */
export function nameIn(events: readonly NewsEvent[], asked: string): string | null {
  const wanted = words(asked);
  const counts = new Map<string, number>();
  for (const { sentence, headline } of events)
    for (const text of new Set([sentence, headline]))
      for (const [run] of text.matchAll(NAME)) {
        const name = run.replace(/(?:[’']s?|\.)$/, '');
        const own = new Set(words(name));
        if (name.length > LONGEST || wanted.length === 0 || !wanted.every((word) => own.has(word))) continue;
        counts.set(name, (counts.get(name) ?? 0) + 1);
      }
  const worth = (name: string) => {
    const [first = '', ...more] = words(name);
    return (
      (more.length === 1 ? 2 : more.length === 2 ? 1.5 : more.length === 0 ? 0 : 0.5) -
      (isNoun(first) ? 2 : 0) +
      0.2 * (counts.get(name) ?? 0)
    );
  };
  return [...counts.keys()].sort((a, b) => worth(b) - worth(a))[0] ?? null;
}

const words = (text: string) =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1);
