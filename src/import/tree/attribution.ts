import { LICENCE } from '../record.js';
import type { FileComposer, SealedFile } from './sealed-file.js';

/** `ATTRIBUTION.md`: whose words the imported events are, and under which terms they may be passed on. */
export function renderAttribution(file: FileComposer): SealedFile {
  return file
    .begin([`licence: "${LICENCE.name}, ${LICENCE.url}"`])
    .text(
      `# Where the imported events come from

The event files that name a \`page\` in their front matter hold text from the day pages of Wikipedia's
[Portal:Current events](https://en.wikipedia.org/wiki/Portal:Current_events), by the contributors to each page. A page's
authors are listed in its history; each file links to its page and tells the revision it was read from.

That text is available under the [Creative Commons Attribution-ShareAlike 4.0 International licence](${LICENCE.url})
(${LICENCE.name}). Who passes it on must name the source, link the licence, say what was changed, and share changes
under the same licence.

What was changed: wikitext was converted to plain text, the headings a row stands under were put in front of it, the
links to news sources were gathered into a list, and related events were added by comparing the events. The words are
the contributors'. The folder \`import\` tells page by page what was imported.

The articles behind the links to news sources belong to their publishers.
`,
    )
    .seal();
}
