import type { NewsEvent } from '../events/event.js';
import { fold } from '../search/fold.js';

interface Counted {
  readonly folded: string;
  readonly spellings: Map<string, number>;
  events: number;
}

/** How many events each topic has; spellings that differ in case, accents or dashes are one topic. */
export class TopicCounts {
  readonly #topics = new Map<string, Counted>();

  put(event: NewsEvent): void {
    this.#count(event, 1);
  }

  remove(event: NewsEvent): void {
    this.#count(event, -1);
  }

  /** Topics with a word that goes on from what was typed, those that begin with it and those with most events first. */
  suggest(typed: string, limit: number): { topic: string; events: number }[] {
    const wanted = topicKey(typed);
    const found: { counted: Counted; begins: boolean }[] = [];
    for (const counted of this.#topics.values()) {
      const begins = counted.folded.startsWith(wanted);
      if (begins || counted.folded.includes(` ${wanted}`)) found.push({ counted, begins });
    }
    return found
      .sort((a, b) => Number(b.begins) - Number(a.begins) || b.counted.events - a.counted.events)
      .slice(0, limit)
      .map(({ counted }) => ({ topic: usualSpelling(counted), events: counted.events }));
  }

  #count(event: NewsEvent, by: 1 | -1): void {
    for (const topic of event.topics) {
      const key = topicKey(topic);
      const counted = this.#topics.get(key) ?? { folded: key, spellings: new Map(), events: 0 };
      counted.events += by;
      counted.spellings.set(topic, (counted.spellings.get(topic) ?? 0) + by);
      if (counted.events > 0) this.#topics.set(key, counted);
      else this.#topics.delete(key);
    }
  }
}

/** A topic's name as it is compared. */
export function topicKey(topic: string): string {
  return fold(topic)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function usualSpelling({ spellings }: Counted): string {
  let usual = '';
  for (const [spelling, events] of spellings) if (events > (spellings.get(usual) ?? 0)) usual = spelling;
  return usual;
}
