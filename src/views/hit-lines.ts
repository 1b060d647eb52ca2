import type { Hit } from '../archive/answer.js';
import { sentence, sourceLinks } from './event-embed.js';
import { escapeMarkdown } from './markdown.js';
import type { Sentences } from './sentences/sentences.js';

/** Found events under each other: date and story, the sentence with its matching words bold, where it was reported. */
export function hitLines(hits: readonly Hit[], say: Sentences): string {
  return hits
    .map(({ event, matched, folded }) => {
      const head = [`**${say.date(event.date)}**`, event.story && escapeMarkdown(event.story)]
        .filter(Boolean)
        .join(' · ');
      const sources = sourceLinks(event.sources.slice(0, 3), 300, say);
      const small = [sources, folded.length > 0 && say.search.folded(folded.length)]
        .filter(Boolean)
        .join(' · ');
      return [head, sentence(event, matched, 350), small && `-# ${small}`].filter(Boolean).join('\n');
    })
    .join('\n\n');
}
