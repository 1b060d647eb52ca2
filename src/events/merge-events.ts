import { uniqueNames } from './compose-event.js';
import type { NewsEvent } from './event.js';

/** Fewest words that a sentence needs to be found at the end of another: shorter ones end alike by chance. */
const LEAST_WORDS = 5;

function wordsOf(text: string): string {
  return (
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ') ?? ''
  );
}

/** Whether `longer` is `shorter` with words in front, as where a lead-in stands in one file and was lost in another. */
function endsWithSentence(longer: string, shorter: string): boolean {
  return longer.endsWith(` ${shorter}`) && shorter.split(' ').length >= LEAST_WORDS;
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

function merge(kept: NewsEvent, other: NewsEvent): NewsEvent {
  const topics = uniqueNames([...kept.topics, ...other.topics]);
  return {
    ...kept,
    story: kept.story ?? other.story,
    topics,
    summary: kept.summary || other.summary,
    context: uniqueNames([...kept.context, ...other.context], topics),
    sources: unionBy([...kept.sources, ...other.sources], (s) => `${s.name} ${s.url}`),
    related: unionBy(
      [...kept.related, ...other.related].filter((r) => r.path !== kept.path && r.path !== other.path),
      (r) => r.path,
    ),
  };
}

/** An event that was folded into another one. */
export interface Duplicate {
  readonly path: string;
  readonly into: string;
}

/** The events of one day with reports of the same event made one: the same words, with or without a lead-in. */
export function mergeDuplicates(events: readonly NewsEvent[]): {
  events: NewsEvent[];
  duplicates: Duplicate[];
} {
  const kept: { event: NewsEvent; words: string }[] = [];
  const duplicates: Duplicate[] = [];
  for (const event of [...events].sort(byWorth)) {
    const words = wordsOf(event.sentence);
    const same = kept.find(
      (k) =>
        k.event.id === event.id ||
        k.words === words ||
        endsWithSentence(k.words, words) ||
        endsWithSentence(words, k.words),
    );
    if (same) {
      duplicates.push({ path: event.path, into: same.event.path });
      same.event = merge(same.event, event);
    } else kept.push({ event, words });
  }
  return { events: kept.map((k) => k.event), duplicates };
}
