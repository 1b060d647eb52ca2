import type { Answer, Hit, Understood } from '../archive/answer.js';
import { printable } from './terminal.js';

/** How a question was read, on one line: "2016-04-01 to 2016-04-30 · NATO, Russia". */
export function understoodLine({ terms, span, mended }: Understood): string {
  return [
    span ? `${span.from ?? 'any time'} to ${span.to ?? 'now'}` : '',
    terms.join(', '),
    ...mended.map(({ from, to }) => `${from} → ${to}`),
  ]
    .filter((part) => part !== '')
    .map(printable)
    .join(' · ');
}

/** One hit on a line: date, headline, how many other reports there are of it. */
export function hitLine({ event, folded }: Hit): string {
  const more = folded.length > 0 ? ` (and ${folded.length} more report${folded.length > 1 ? 's' : ''})` : '';
  return printable(`${event.date}  ${event.headline}${more}`);
}

/** A score in its parts: "1.093 = words 0.81, near 0.20, time 1". */
export function scoreLine({ score, parts }: Hit): string {
  const named = Object.entries(parts).map(([name, value]) => `${name} ${round(value)}`);
  return `${round(score)} = ${named.join(', ')}`;
}

/** Why a question was answered or not. */
export function whyLine({ answered, confidence, because }: Answer): string {
  return `${answered ? 'answered' : 'not answered'} (confidence ${round(confidence)}): ${because}`;
}

const round = (value: number) => Number(value.toFixed(3));
