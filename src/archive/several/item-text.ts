import type { NewsEvent } from '../../events/event.js';
import type { PairReading } from '../../search/encode/text-models.js';
import { kindOf, spanLine } from '../../search/read/answer-line.js';
import type { SearchEngine } from '../../search/search-engine.js';

/** An event as the reader sees it beside a question. */
export interface ItemReading {
  /** How likely this is an event asked about: a logit. */
  readonly relevance: number;
  /** The words of the event that answer; null where the reader marks none. */
  readonly text: string | null;
}

/** Reads a question against some events; nulls without a reader. */
export async function readItems(
  engine: SearchEngine,
  question: string,
  events: readonly NewsEvent[],
): Promise<(ItemReading | null)[]> {
  const readings = await engine.readEvents(question, events);
  return events.map((event, i) => {
    const reading = readings?.[i];
    return reading ? { relevance: reading.relevance, text: textOf(event, reading) } : null;
  });
}

function textOf(event: NewsEvent, reading: PairReading): string | null {
  const line = kindOf(reading) === 'span' ? spanLine(event, reading) : null;
  return line && line.rests.length > 0 && line.text.length <= 60 ? line.text : null;
}
