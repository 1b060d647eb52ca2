import type { Answer } from '../archive/answer.js';
import { menuRow } from './buttons.js';
import { colours } from './colours.js';
import { eventOptions } from './event-buttons.js';
import { hint } from './hint.js';
import { hitLines } from './hit-lines.js';
import { type MessageView, message } from './message.js';
import type { Sentences } from './sentences/sentences.js';

/** Events about a message's text, with a menu that opens one. */
export function foundView(answer: Answer, say: Sentences): MessageView {
  const hits = answer.hits.slice(0, 5);
  if (hits.length === 0) return hint(say.find.nothing);
  return message({
    content: say.find.found(hits.length),
    embeds: [{ color: colours.search, description: hitLines(hits, answer.understood.terms, say) }],
    rows: [
      menuRow(
        say.search.open,
        { kind: 'event', menu: 0 },
        eventOptions(
          hits.map(({ event }) => event),
          say,
        ),
      ),
    ],
  });
}
