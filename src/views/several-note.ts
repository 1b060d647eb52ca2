import type { Several } from '../archive/several/several.js';
import { clip } from './clip.js';
import { escapeMarkdown } from './markdown.js';
import type { Sentences } from './sentences/sentences.js';

/** What kind of answer it is, and how far it can be trusted. */
export function noteOf({ kind, items, anchor, ordinal, reach }: Several, say: Sentences): string {
  const { several } = say;
  switch (kind) {
    case 'list':
      return several.list(items.length);
    case 'count':
      return ordinal
        ? several.countedByEvent(say.date(ordinal.event.date), items.length)
        : several.count(items.length);
    case 'superlative':
      return several.byFigures;
    case 'compare':
      return items.some(({ quantity }) => quantity) ? several.byFigures : several.byDates;
    case 'timeline':
      return several.timeline(items.length);
    case 'latest':
      return reach ? several.latest(say.date(reach)) : '';
    case 'same-day':
      return anchor ? several.sameDay(say.date(anchor.date), clip(escapeMarkdown(anchor.sentence), 150)) : '';
    case 'led-to':
      return anchor ? several.ledTo(clip(escapeMarkdown(anchor.sentence), 150)) : '';
    case 'came-of':
      return several.cameOf;
  }
}
