import type { DateSpan } from '../events/date-span.js';
import { buttonRow } from './buttons.js';
import { clip } from './clip.js';
import { escapeMarkdown } from './markdown.js';
import { type MessageView, message } from './message.js';
import type { Sentences } from './sentences/sentences.js';
import { spanButton } from './span-buttons.js';
import { spanText } from './span-text.js';

/** A date that can be read in two ways: both readings one press away. */
export function readingsView(text: string, readings: readonly DateSpan[], say: Sentences): MessageView {
  const [one, two] = readings;
  return message({
    content: say.when.ambiguous(escapeMarkdown(clip(text, 100))),
    rows: [
      buttonRow(
        one ? spanButton(spanText(one, say), one, 'one') : null,
        two ? spanButton(spanText(two, say), two, 'two') : null,
      ),
    ],
  });
}
