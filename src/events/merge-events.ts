import { uniqueNames } from './compose-event.js';
import { EndingWords } from './ending-words.js';
import type { NewsEvent } from './event.js';
import { bareWords } from './event-id.js';

/** Fewest words that a sentence needs to be found at the end of another: shorter ones end alike by chance. */
const LEAST_WORDS = 5;

/** On a day of more events not every two are compared. */
const MANY = 100;

/**
 * Whether two sentences of one day tell the same: the same words, or one is the other with words in front, as where a
 * lead-in is in one file and was lost in another.
 */
function tellSame(a: string, b: string): boolean {
  const [shorter, longer] = a.length < b.length ? [a, b] : [b, a];
  // Cheap, and all but never true by chance.
  if (!longer.endsWith(shorter.slice(-12))) return false;
  const words = bareWords(shorter);
  return words.split(' ').length >= LEAST_WORDS && ` ${bareWords(longer)}`.endsWith(` ${words}`);
}

/** The more telling of two reports of one event: with its story, then with more sources, then the first by path. */
function byWorth(a: NewsEvent, b: NewsEvent): number {
  return (
    Number(b.story !== null) - Number(a.story !== null) ||
    b.sources.length - a.sources.length ||
    b.related.length - a.related.length ||
    (a.path < b.path ? -1 : 1)
  );
}

function unionBy<T>(all: readonly T[], key: (one: T) => string): T[] {
  return [...new Map([...all].reverse().map((one) => [key(one), one])).values()].reverse();
}

/** An event with all that other reports of it say, put together once: a day may have thousands of one event. */
function merge([kept, ...others]: readonly [NewsEvent, ...NewsEvent[]]): NewsEvent {
  if (others.length === 0) return kept;
  const all = [kept, ...others];
  const topics = uniqueNames(all.flatMap((event) => event.topics));
  const paths = new Set(all.map(({ path }) => path));
  return {
    ...kept,
    story: all.find(({ story }) => story !== null)?.story ?? null,
    topics,
    summary: all.find(({ summary }) => summary !== '')?.summary ?? '',
    context: uniqueNames(
      all.flatMap((event) => event.context),
      topics,
    ),
    sources: unionBy(
      all.flatMap((event) => event.sources),
      (s) => `${s.name} ${s.url}`,
    ),
    related: unionBy(
      all.flatMap((event) => event.related).filter((r) => !paths.has(r.path)),
      (r) => r.path,
    ),
  };
}

/** An event that was folded into another one. */
export interface Duplicate {
  readonly path: string;
  readonly into: string;
}

/** The events of a day, each once, and those that were folded into another. */
interface Merged {
  readonly events: NewsEvent[];
  readonly duplicates: Duplicate[];
}

/**
 * The events of one day with reports of the same event made one: the same words, with or without a lead-in.
 *
 * @param named Paths whose file gives the event an id: two of those with different ids stay two events.
 */
export function mergeDuplicates(
  events: readonly NewsEvent[],
  named: ReadonlySet<string> = new Set(),
): Merged {
  const work = mergingDuplicates(events, named);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** The same in steps, an event each: a day may have thousands. */
export function* mergingDuplicates(
  events: readonly NewsEvent[],
  named: ReadonlySet<string>,
): Generator<void, Merged> {
  if (events.length < 2) return { events: [...events], duplicates: [] };
  const groups: [NewsEvent, ...NewsEvent[]][] = [];
  const duplicates: Duplicate[] = [];
  const byId = new Map<string, number>();
  const endings = events.length > MANY ? new EndingWords() : null;
  for (const event of [...events].sort(byWorth)) {
    yield;
    const isSame = (other: NewsEvent | undefined) =>
      other !== undefined &&
      !(named.has(other.path) && named.has(event.path)) &&
      tellSame(other.sentence, event.sentence);
    const words = endings ? bareWords(event.sentence).split(' ') : [];
    const alike = endings
      ? Math.min(
          ...[...endings.alike(words, LEAST_WORDS)].filter((at) => isSame(groups[at]?.[0])),
          groups.length,
        )
      : groups.findIndex(([first]) => isSame(first));
    const at = Math.min(byId.get(event.id) ?? groups.length, alike < 0 ? groups.length : alike);
    const same = groups[at];
    if (same) {
      duplicates.push({ path: event.path, into: same[0].path });
      same.push(event);
    } else {
      groups.push([event]);
      byId.set(event.id, at);
      endings?.add(words, at);
    }
  }
  const merged: NewsEvent[] = [];
  for (const group of groups) {
    yield;
    merged.push(merge(group));
  }
  return { events: merged, duplicates };
}
