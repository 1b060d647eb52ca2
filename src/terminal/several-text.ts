import type { Answer } from '../archive/answer.js';
import type { AnswerItem, Several } from '../archive/several/several.js';
import { clip } from '../views/clip.js';
import { sentencesFor } from '../views/sentences/sentences.js';
import { noteOf } from '../views/several-note.js';
import { dateText } from './dates-text.js';
import { understoodLine, whyLine } from './explained.js';
import { printable } from './terminal.js';

/** How much of an item's sentence is printed. */
const SENTENCE = 200;

/** What several events answer together, for a person: the line, what kind of answer it is, then two lines an item. */
export function severalText(answer: Answer & { readonly several: Several }, explain: boolean): string {
  const { direct, several } = answer;
  const note = noteOf(several, sentencesFor('en')).replaceAll('**', '');
  return [
    ...(direct ? [printable(direct.text), ''] : []),
    ...(note === '' ? [] : [printable(note)]),
    ...several.items.flatMap(itemLines),
    ...(explain ? ['', understoodLine(answer.understood), whyLine(answer)] : []),
  ]
    .join('\n')
    .trim();
}

const itemLines = ({ event, quantity }: AnswerItem): string[] => [
  printable(
    `  ${dateText(event.date)}${quantity ? ` · ${quantity.text}` : ''} · ${clip(event.sentence, SENTENCE)}`,
  ),
  printable(`    ${event.path}`),
];
