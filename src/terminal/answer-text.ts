import type { Answer, Hit } from '../archive/answer.js';
import { outOfScopeText } from '../views/out-of-scope-text.js';
import { en } from '../views/sentences/en.js';
import { onePerPublisher } from '../views/source-links.js';
import { whatIsMissing } from '../views/what-is-missing.js';
import { dateText } from './dates-text.js';
import { hitLine, scoreLine, understoodLine, whyLine } from './explained.js';
import { severalText } from './several-text.js';
import { printable } from './terminal.js';

/** Other matches, and closest ones, that are listed. */
const LISTED = 9;

/** An answer for a person: the answer, its event, other matches; with `explain`, how they were found. */
export function answerText(answer: Answer, explain: boolean): string {
  if (answer.several) return severalText({ ...answer, several: answer.several }, explain);
  const { direct, hits, answered, outOfScope } = answer;
  if (outOfScope)
    return [outOfScopeText(outOfScope, en), ...(explain ? ['', whyLine(answer)] : [])].join('\n');
  const main = answered ? (hits.find(({ event }) => event.id === direct?.event.id) ?? hits[0]) : undefined;
  const others = hits.filter((hit) => hit !== main).slice(0, LISTED);
  const line = (hit: Hit) => [`  ${hitLine(hit)}`, ...(explain ? [`      ${scoreLine(hit)}`] : [])];
  const heading = answered ? 'Other matches:' : 'Closest matches:';
  return [
    ...(answer.relaxed && hits.length > 0 ? ['I found nothing inside that time. From other times:', ''] : []),
    ...(direct && answered ? [`${printable(direct.text)}${asOf(answer)}`, ''] : []),
    ...(main ? eventLines(main) : []),
    ...missingLines(answer),
    ...(main && explain ? [scoreLine(main)] : []),
    ...(main && others.length > 0 ? [''] : []),
    ...(others.length > 0 ? [heading, ...others.flatMap(line)] : []),
    ...(explain ? ['', understoodLine(answer.understood), whyLine(answer)] : []),
  ]
    .join('\n')
    .trim();
}

/** What the answer leaves open, and the events just before one whose cause is not known. */
function missingLines(answer: Answer): string[] {
  const missing = whatIsMissing(answer, en);
  if (missing === '') return [];
  const before = answer.unexplained?.before ?? [];
  return [
    '',
    printable(missing),
    ...before.map(({ date, sentence }) => printable(`  ${dateText(date)} · ${sentence}`)),
  ];
}

/** Of what may have changed since: the day a line holds for. */
const asOf = ({ direct, changes }: Answer) =>
  direct && changes && direct.value === null ? ` (as of ${dateText(direct.event.date)})` : '';

/** An event: its story and headline, its date and publishers, its file. */
function eventLines({ event, folded }: Hit): string[] {
  const publishers = onePerPublisher(event.sources)
    .slice(0, 3)
    .map(({ name }) => name);
  const reports =
    folded.length > 0 ? [`${folded.length} more ${folded.length > 1 ? 'reports' : 'report'}`] : [];
  return [
    printable(event.headline),
    printable([dateText(event.date), ...publishers, ...reports].join(' · ')),
    printable(event.path),
  ];
}
