import { isStopWord as isStop } from '../text/stop-words.js';
import { termOf } from '../text/terms.js';
import { tokens } from '../text/tokens.js';
import type { EventIndex } from './event-index.js';

/** Terms that may complete the last word typed, the most frequent of them. */
const COMPLETIONS = 60;
/** Events looked at in full before the best are kept. */
const LOOKED_AT = 2000;
const SHORTEST_STEM = 3;

/**
 * Numbers of the events whose words go on from what was typed, best first: all words typed must be there, the last as a
 * beginning. Words side by side as typed come first, then the newer event.
 */
export function complete(index: EventIndex, typed: string, limit: number): number[] {
  const words = tokens(typed).map(({ word }) => word);
  const last = words.at(-1);
  if (last === undefined) return newest(index, limit);
  const choices = words.map((word, i) =>
    i === words.length - 1 && !/\s$/.test(typed) ? begun(index, word) : exactly(index, word),
  );
  const needed = choices.filter((ids) => ids !== null);
  if (needed.length === 0) return newest(index, limit);
  if (needed.some((ids) => ids.length === 0)) return [];
  const rarest = needed.reduce((a, b) => (having(index, a) <= having(index, b) ? a : b));
  const sets = needed.filter((ids) => ids !== rarest).map((ids) => new Set(ids));
  const first = new Set(needed[0]);
  const events = new Set<number>();
  for (const id of rarest) for (const event of index.postings(id)) if (index.event(event)) events.add(event);
  return [...events]
    .sort((a, b) => index.day(b) - index.day(a))
    .slice(0, Math.max(LOOKED_AT, limit))
    .flatMap((event) => {
      const places = index.places(event);
      if (!sets.every((ids) => places.some((id) => ids.has(id)))) return [];
      return [{ event, order: order(places, choices, first) }];
    })
    .sort((a, b) => b.order - a.order || index.day(b.event) - index.day(a.event))
    .slice(0, limit)
    .map(({ event }) => event);
}

/** 2 where an event begins with the words typed, 1 where it has them side by side, else 0. */
function order(
  places: Uint32Array,
  choices: readonly (readonly number[] | null)[],
  first: ReadonlySet<number>,
): number {
  for (let at = 0; at < places.length; at++) {
    if (!first.has(places[at] ?? 0)) continue;
    const runs = choices.every((ids, i) => ids === null || ids.includes(places[at + i] ?? 0));
    if (runs) return at === 0 ? 2 : 1;
  }
  return 0;
}

const having = (index: EventIndex, ids: readonly number[]) =>
  ids.reduce((sum, id) => sum + index.vocabulary.eventsWith(id), 0);

/** The term of a whole word; null where it is a stop word, empty where no event has it. */
function exactly(index: EventIndex, word: string): number[] | null {
  if (isStop(word)) return null;
  const id = index.vocabulary.id(termOf(word));
  return id === undefined ? [] : [id];
}

/** The terms the last word may become; null where it becomes none because it is a stop word already ("A comet is"). */
function begun(index: EventIndex, word: string): number[] | null {
  const ids = startingWith(index, word);
  return ids.length === 0 && isStop(word) ? null : ids;
}

/** The terms a word begun may become. A stem may be shorter than what was typed ("electio"): it is cut until one fits. */
function startingWith(index: EventIndex, word: string): number[] {
  for (let length = word.length; length >= Math.min(SHORTEST_STEM, word.length); length--) {
    const ids: number[] = [];
    for (const term of index.startingWith(word.slice(0, length))) {
      const id = index.vocabulary.id(term);
      if (id !== undefined && (length === word.length || term.length === length)) ids.push(id);
    }
    if (ids.length > 0) {
      ids.sort((a, b) => index.vocabulary.eventsWith(b) - index.vocabulary.eventsWith(a));
      return ids.slice(0, COMPLETIONS);
    }
  }
  return [];
}

function newest(index: EventIndex, limit: number): number[] {
  const all = [...index.events()].map(([number]) => number);
  return all.sort((a, b) => index.day(b) - index.day(a)).slice(0, limit);
}
