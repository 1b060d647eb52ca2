import type { CalendarDate } from '../src/events/calendar-date.js';
import type { NewsEvent } from '../src/events/event.js';
import { isStopWord } from '../src/text/stop-words.js';

/** Words are exchanged with others of the same group of this many, by frequency. */
const GROUP = 40;
/** Each copy is this many years earlier than the one before. */
const YEARS = 20;
const CAPITALISED = /\p{Lu}[\p{L}]{2,}/gu;
/** What a file's form is made of. */
const OF_THE_FORM = new Set(['Source', 'Related', 'Context']);

/**
 * Varied copies of real texts, for measuring what a very large folder takes. Each copy is 20 years earlier than the one before,
 * and its capitalised words are exchanged for others that are about as frequent, the same way throughout the copy: so stories
 * hold together, each word is about as frequent as before, and no two copies say the same. The number of different words
 * stays that of the real texts; of a real archive it would grow.
 */
export class VariedCopies {
  readonly #words: readonly string[];
  readonly #exchanged = new Map<number, ReadonlyMap<string, string>>();

  /** @param texts all that is to be copied */
  constructor(texts: Iterable<string>) {
    const counts = new Map<string, number>();
    for (const text of texts)
      for (const [word] of text.matchAll(CAPITALISED)) counts.set(word, (counts.get(word) ?? 0) + 1);
    this.#words = [...counts]
      .filter(([word]) => !OF_THE_FORM.has(word) && !isStopWord(word.toLowerCase()))
      .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
      .map(([word]) => word);
  }

  /** How many different words are exchanged. */
  get words(): number {
    return this.#words.length;
  }

  /** A text of the copy of this number; 0 is the original. */
  text(text: string, copy: number): string {
    if (copy === 0) return text;
    const others = this.#exchangedIn(copy);
    return earlier(
      text.replace(CAPITALISED, (word) => others.get(word) ?? word),
      copy * YEARS,
    );
  }

  /** A path of the copy of this number. */
  path(path: string, copy: number): string {
    return copy === 0 ? path : earlier(path, copy * YEARS);
  }

  /** The events of a copy. Texts that are the same in several events are made once. */
  events(events: readonly NewsEvent[], copy: number): readonly NewsEvent[] {
    if (copy === 0) return events;
    const made = new Map<string, string>();
    const text = (original: string) => {
      const known = made.get(original);
      if (known !== undefined) return known;
      const exchanged = this.text(original, copy);
      made.set(original, exchanged);
      return exchanged;
    };
    const suffix = copy.toString(36).padStart(2, '0');
    return events.map((event) => ({
      id: `${event.id.slice(0, 9)}${suffix}`,
      path: this.path(event.path, copy),
      date: earlier(`[${event.date}]`, copy * YEARS).slice(1, -1) as CalendarDate,
      story: event.story === null ? null : text(event.story),
      headline: text(event.headline),
      sentence: text(event.sentence),
      summary: text(event.summary),
      topics: event.topics.map(text),
      context: event.context.map(text),
      sources: event.sources.map(({ name, url, image }) => ({ name: text(name), url: text(url), image })),
      related: event.related.map((link) => ({
        path: this.path(link.path, copy),
        headline: text(link.headline),
        context: link.context.map(text),
      })),
    }));
  }

  #exchangedIn(copy: number): ReadonlyMap<string, string> {
    const known = this.#exchanged.get(copy);
    if (known) return known;
    const random = seeded(copy);
    const others = new Map<string, string>();
    for (let at = 0; at < this.#words.length; at += GROUP) {
      const group = this.#words.slice(at, at + GROUP);
      const shuffled = [...group];
      for (let i = shuffled.length - 1; i > 0; i--) {
        const j = Math.floor(random() * (i + 1));
        [shuffled[i], shuffled[j]] = [shuffled[j] ?? '', shuffled[i] ?? ''];
      }
      for (const [i, word] of group.entries()) others.set(word, shuffled[i] ?? word);
    }
    this.#exchanged.set(copy, others);
    return others;
  }
}

/** A path or a text of a file with its years moved; 29 February becomes the 28th. */
function earlier(text: string, years: number): string {
  const day = (month: string, date: string) => (Number(month) === 2 && date === '29' ? '28' : date);
  return text
    .replace(
      /\/news\/(\d{4})\/(\d\d?)\/(\d\d?)/g,
      (_, year, month, date) => `/news/${Number(year) - years}/${month}/${day(month, date)}`,
    )
    .replace(
      /\[(\d{4})-(\d\d?)-(\d\d?)\]/g,
      (_, year, month, date) => `[${Number(year) - years}-${month}-${day(month, date)}]`,
    );
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed + 1;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
