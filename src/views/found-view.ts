import type { Answer } from '../archive/answer.js';
import { menuRow } from './buttons.js';
import { colours } from './colours.js';
import { eventOptions } from './event-buttons.js';
import { hint } from './hint.js';
import { hitLines } from './hit-lines.js';
import { type MessageView, message } from './message.js';
import type { Sentences } from './sentences/sentences.js';
import { smallPrint } from './understood.js';

/** Events about a message's text, each to be opened from a menu. */
export function foundView(answer: Answer, say: Sentences): MessageView {
  const hits = answer.hits.slice(0, 5);
  if (hits.length === 0) return hint(say.find.nothing);
  const footer = smallPrint(answer.understood, say, answer.relaxed);
  return message({
    content: say.find.found(hits.length),
    embeds: [
      {
        color: colours.search,
        description: hitLines(hits, say),
        ...(footer && { footer: { text: say.understood.as(footer) } }),
      },
    ],
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
