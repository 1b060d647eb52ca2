import { inSpan } from '../../events/date-span.js';
import type { NewsEvent } from '../../events/event.js';
import { sameReport } from '../../search/near-duplicates.js';
import type { Question } from '../../search/question.js';
import type { SearchEngine } from '../../search/search-engine.js';

/** An event that may be one of several, with how well it fits: a score relative to one question. */
export interface Candidate {
  readonly event: NewsEvent;
  readonly number: number;
  readonly score: number;
}

/** Events looked at for one question. */
const LOOKED_AT = 400;

/** All events that may belong to an answer, best first; within the asked time where one is certain. */
export async function candidatesOf(
  engine: SearchEngine,
  question: Question,
  count = LOOKED_AT,
): Promise<Candidate[]> {
  const ranked = await engine.rankWidely(question, count);
  const span = question.time?.certain ? question.time.span : null;
  return ranked.flatMap(({ event: number, score }): Candidate[] => {
    const event = engine.index.event(number);
    return event && (span === null || inSpan(event.date, span)) ? [{ event, number, score }] : [];
  });
}

/** Days that two reports of one happening may lie apart… */
const APART_DAYS = 25;
/** …and how alike they must be then (cosine). */
const ALIKE = 0.62;

/** A happening with its other reports. */
export interface Happening<T extends Candidate> {
  readonly first: T;
  readonly folded: readonly NewsEvent[];
}

/** Folds reports of one happening into the first of them: the same text within days, or texts alike within weeks. */
export function foldHappenings<T extends Candidate>(
  engine: SearchEngine,
  candidates: readonly T[],
  alike = ALIKE,
  apartDays = APART_DAYS,
): Happening<T>[] {
  const found: { first: T; folded: NewsEvent[] }[] = [];
  const { index } = engine;
  for (const candidate of candidates) {
    const same = found.find(({ first }) => {
      const days = Math.abs(index.day(first.number) - index.day(candidate.number));
      if (days > apartDays) return false;
      return (
        sameReport(index, first.number, candidate.number) ||
        engine.similarity(first.number, candidate.number) >= alike
      );
    });
    if (same) same.folded.push(candidate.event);
    else found.push({ first: candidate, folded: [] });
  }
  return found;
}

/** In time order; within a day as they come. */
export const byDate = (a: { readonly event: NewsEvent }, b: { readonly event: NewsEvent }) =>
  a.event.date < b.event.date ? -1 : a.event.date > b.event.date ? 1 : 0;
