import type { CalendarDate } from '../events/calendar-date.js';
import type { DateSpan } from '../events/date-span.js';
import type { TextRange } from '../text/text-range.js';
import { findTimeExpressions } from '../time/find-time-expressions.js';

/** The time a question names. */
export interface QuestionTime {
  readonly span: DateSpan;
  /** Where in the question the words for it stand. */
  readonly ranges: readonly TextRange[];
  /** False where the time may belong to a name ("the 2018 World Cup"): then it is a hint. */
  readonly certain: boolean;
}

/**
 * The time a question is about: what it certainly names, else what it may name. Several times of one kind make one span,
 * from the first to the last.
 */
export function questionTime(text: string, today: CalendarDate): QuestionTime | null {
  const named = findTimeExpressions(text, today);
  const certain = named.filter((time) => time.certain);
  const meant = certain.length > 0 ? certain : named;
  const [first] = meant;
  if (!first) return null;
  const span = meant.map((time) => time.span).reduce(united);
  return { span, ranges: meant.map(({ range }) => range), certain: certain.length > 0 };
}

function united(one: DateSpan, other: DateSpan): DateSpan {
  const from =
    one.from === null || other.from === null ? null : one.from < other.from ? one.from : other.from;
  const to = one.to === null || other.to === null ? null : one.to > other.to ? one.to : other.to;
  return { from, to, grain: 'span' };
}
