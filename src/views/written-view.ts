import type { NewsEvent } from '../events/event.js';
import { safeUrl } from './link.js';
import { escapeMarkdown } from './markdown.js';
import { type MessageView, prefaced } from './message.js';
import type { Sentences } from './sentences/sentences.js';

/** Sentences that a model wrote, each with the places of the events it cites. */
export interface Written {
  readonly sentences: readonly { readonly text: string; readonly cites: readonly number[] }[];
  readonly events: readonly NewsEvent[];
}

/** An answer with what an operator's model wrote above it; each sentence links to the sources of the events it cites. */
export function withWritten(view: MessageView, { sentences, events }: Written, say: Sentences): MessageView {
  const text = sentences
    .map(({ text, cites }) => `${escapeMarkdown(text)} ${cites.map(link).join(' ')}`)
    .join(' ');
  return prefaced(`${text}\n${say.ask.written}`, view);

  function link(at: number): string {
    const event = events[at];
    const url = event?.sources.map((source) => safeUrl(source.url)).find(Boolean);
    const date = event ? say.date(event.date) : '';
    return url ? `([${date}](<${url}>))` : `(${date})`;
  }
}
