import { dayNumber } from '../events/calendar-date.js';
import type { DateSpan } from '../events/date-span.js';
import type { QuestionTime } from './question-time.js';
import { WEIGHTS } from './weights.js';

/** Days outside a span that still count as beside it, by how finely the span was named. */
const BESIDE: Readonly<Record<DateSpan['grain'], number>> = {
  day: 3,
  week: 5,
  month: 10,
  quarter: 15,
  season: 20,
  year: 31,
  span: 10,
};

/** What an event on a day keeps of its score when the question names a span: all inside, less beside, least far off. */
export function timeFactor(time: QuestionTime | null): (day: number) => number {
  if (!time) return () => 1;
  const { span, certain } = time;
  const from = span.from === null ? Number.NEGATIVE_INFINITY : dayNumber(span.from);
  const to = span.to === null ? Number.POSITIVE_INFINITY : dayNumber(span.to);
  const beside = BESIDE[span.grain];
  return (day) => {
    if (day >= from && day <= to) return 1;
    const off = day < from ? from - day : day - to;
    if (!certain) return off <= beside ? 1 : WEIGHTS.outsideHint;
    return off <= beside ? WEIGHTS.besideSpan : WEIGHTS.outsideSpan;
  };
}
