import type { CalendarDate } from '../events/calendar-date.js';
import type { NewsEvent } from '../events/event.js';
import { fold } from '../text/fold.js';
import type { TopicCount, TopicReading } from './dates.js';
import { likeness, slipsBegun, slipsFrom, slipsIn, standsIn } from './topic-names.js';

/** A topic with all that is counted of it. */
interface Entry {
  readonly key: string;
  readonly spellings: Map<string, number>;
  readonly events: Map<string, NewsEvent>;
  /** How it is spelt most often; null where that has to be counted again. */
  usual: string | null;
  /** The days of its events, in order, a day for each event; null where they have to be sorted again. */
  days: readonly CalendarDate[] | null;
}

/** The events of each topic; spellings that differ in case, accents or dashes are one topic. */
export class TopicIndex {
  readonly #topics = new Map<string, Entry>();
  readonly #keys = new Map<string, string>();

  put(event: NewsEvent): void {
    for (const topic of event.topics) {
      const key = this.#keyOf(topic);
      const known = this.#topics.get(key);
      const entry = known ?? { key, spellings: new Map(), events: new Map(), usual: null, days: null };
      entry.spellings.set(topic, (entry.spellings.get(topic) ?? 0) + 1);
      entry.events.set(event.path, event);
      entry.usual = null;
      entry.days = null;
      this.#topics.set(key, entry);
    }
  }

  remove(event: NewsEvent): void {
    for (const topic of event.topics) {
      const key = this.#keyOf(topic);
      const entry = this.#topics.get(key);
      if (!entry) continue;
      entry.events.delete(event.path);
      entry.usual = null;
      entry.days = null;
      entry.spellings.set(topic, (entry.spellings.get(topic) ?? 0) - 1);
      if (entry.events.size === 0) this.#topics.delete(key);
    }
  }

  /** How a topic is spelt most often, or null where no event has it. */
  spelling(topic: string): string | null {
    const entry = this.#topics.get(this.#keyOf(topic));
    return entry ? usualSpelling(entry) : null;
  }

  /** How many events a topic has, whatever its spelling. */
  size(topic: string): number {
    return this.#topics.get(this.#keyOf(topic))?.events.size ?? 0;
  }

  /** The days of a topic's events, in order; one that has several events is in it as often. */
  days(topic: string): readonly CalendarDate[] {
    const entry = this.#topics.get(this.#keyOf(topic));
    if (!entry) return [];
    entry.days ??= [...entry.events.values()].map(({ date }) => date).sort();
    return entry.days;
  }

  /** The events of a topic, whatever its spelling, in time order. */
  events(topic: string): NewsEvent[] {
    const entry = this.#topics.get(this.#keyOf(topic));
    return [...(entry?.events.values() ?? [])].sort((a, b) =>
      a.date === b.date ? (a.path < b.path ? -1 : 1) : a.date < b.date ? -1 : 1,
    );
  }

  /**
   * The topic a name means: as it is spelt, without the count a client may send along ("NATO (15 events)"), else the one
   * topic it is a part or a misspelling of. Where none or several could be meant, the nearest ones.
   */
  read(name: string, limit: number): TopicReading {
    for (const written of [name, name.replace(/\([^()]*\)$/, '').trimEnd()]) {
      const topic = this.spelling(written);
      if (topic !== null) return { kind: 'topic', topic };
    }
    const wanted = topicKey(name);
    const near = this.#near(wanted);
    const [one, more] = near;
    if (one && !more) return { kind: 'topic', topic: usualSpelling(one) };
    return { kind: 'unknown', near: (one ? near : this.#alike(wanted)).slice(0, limit).map(counted) };
  }

  /** The topics a name could mean: those that contain it, else those that continue it, else those it misspells. */
  #near(wanted: string): Entry[] {
    if (wanted === '') return [];
    const whole = this.#having((entry) => standsIn(wanted, entry.key));
    if (whole.length > 0) return whole;
    const begun = this.#having((entry) => ` ${entry.key}`.includes(` ${wanted}`));
    return begun.length > 0 ? begun : this.#misspelt(wanted, slipsFrom);
  }

  /** The topics with the fewest slips between their names and what was typed. */
  #misspelt(wanted: string, slips: typeof slipsFrom): Entry[] {
    for (let most = 1; most <= slipsIn(wanted); most++) {
      const found = this.#having((entry) => slips(wanted, entry.key, most) <= most);
      if (found.length > 0) return found;
    }
    return [];
  }

  #alike(wanted: string): Entry[] {
    return [...this.#topics.values()]
      .map((entry) => ({ entry, alike: likeness(wanted, entry.key) }))
      .filter(({ alike }) => alike >= LEAST_ALIKE)
      .sort((a, b) => b.alike - a.alike)
      .map(({ entry }) => entry);
  }

  #having(fits: (entry: Entry) => boolean): Entry[] {
    return [...this.#topics.values()].filter(fits).sort((a, b) => b.events.size - a.events.size);
  }

  /**
   * Topics with a word that goes on from what was typed, those that begin with it and those with most events first;
   * where there are none, those that would but for a slip of the pen.
   */
  suggest(typed: string, limit: number): TopicCount[] {
    const wanted = topicKey(typed);
    const found: { entry: Entry; begins: boolean }[] = [];
    for (const entry of this.#topics.values()) {
      const begins = entry.key.startsWith(wanted);
      if (begins || entry.key.includes(` ${wanted}`)) found.push({ entry, begins });
    }
    if (found.length === 0) return this.#misspelt(wanted, slipsBegun).slice(0, limit).map(counted);
    return found
      .sort((a, b) => Number(b.begins) - Number(a.begins) || b.entry.events.size - a.entry.events.size)
      .slice(0, limit)
      .map(({ entry }) => counted(entry));
  }

  /** A name as it is compared. Folding is slow beside a look-up, and the same few names come again and again. */
  #keyOf(topic: string): string {
    const known = this.#keys.get(topic);
    if (known !== undefined) return known;
    const key = topicKey(topic);
    if (this.#keys.size < MOST_KEYS) this.#keys.set(topic, key);
    return key;
  }
}

const MOST_KEYS = 200_000;
/** Names less alike than this have nothing to do with each other. */
const LEAST_ALIKE = 0.3;

const counted = (entry: Entry): TopicCount => ({ topic: usualSpelling(entry), events: entry.events.size });

/** A topic's name as it is compared. */
export function topicKey(topic: string): string {
  return fold(topic)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function usualSpelling(entry: Entry): string {
  if (entry.usual !== null) return entry.usual;
  let usual = '';
  for (const [spelling, events] of entry.spellings)
    if (events > (entry.spellings.get(usual) ?? 0)) usual = spelling;
  entry.usual = usual;
  return usual;
}
