import type { EventIndex } from '../event-index.js';
import type { Question } from '../question.js';
import { isOfTime } from '../question.js';
import type { Postings } from '../term-index.js';
import { countBefore, countWithin } from './term-days.js';

const FORTNIGHT = 14;
const MONTH = 30;
/** Words that a question is taken to be about where it has no name. */
const WORDS = 2;

/** The days on which the subject of a question was reported. */
export class SubjectDays {
  readonly #days: readonly number[];
  readonly #usual: number;

  constructor(index: EventIndex, question: Question) {
    this.#days = subjectEvents(index, question)
      .map((event) => index.day(event))
      .sort((a, b) => a - b);
    const first = this.#days[0] ?? 0;
    const last = this.#days.at(-1) ?? 0;
    this.#usual = (this.#days.length / Math.max(365, last - first)) * FORTNIGHT;
  }

  get count(): number {
    return this.#days.length;
  }

  /** How the reports of the subject lie around a day. */
  around(day: number) {
    const days = this.#days;
    const earlier = countBefore(days, day);
    const after = countWithin(days, day + 1, day + FORTNIGHT);
    const afterMonth = countWithin(days, day + 1, day + MONTH);
    const before = earlier - countBefore(days, day - FORTNIGHT);
    const same = countWithin(days, day, day + 1);
    const previous = days[earlier - 1];
    return {
      rise: Math.log((after + same + 1) / (before + 1)),
      aboveUsual: Math.log((after + same + 1) / (this.#usual + 1)),
      after: Math.log1p(afterMonth),
      before: Math.log1p(before),
      same: Math.log1p(same),
      silence: previous === undefined ? 9 : Math.log1p(day - previous),
      place: days.length > 1 ? earlier / (days.length - 1) : 0.5,
      share: days.length > 0 ? (after + same) / days.length : 0,
    };
  }
}

/** The events that have all names of a question, else its weightiest words; without the lightest ones where none has all. */
function subjectEvents(index: EventIndex, question: Question): number[] {
  const known = question.concepts
    .filter(
      (concept) =>
        !concept.asking && !concept.number && concept.id !== undefined && !isOfTime(question, concept),
    )
    .sort((a, b) => b.weight - a.weight);
  const names = known.filter(({ name }) => name);
  const subject = names.length > 0 ? names : known.slice(0, WORDS);
  let events: Postings | null = null;
  for (const { id = 0 } of subject) {
    const postings = index.postings(id);
    const both: Postings = events === null ? postings : events.filter((event) => holds(postings, event));
    if (both.length > 0) events = both;
  }
  return Array.from(events ?? []).filter((event) => index.event(event) !== null);
}

/** Whether an event is among some, which ascend. A set of them would be made for one question and thrown away. */
function holds(postings: Postings, event: number): boolean {
  let low = 0;
  let high = postings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((postings[middle] ?? 0) < event) low = middle + 1;
    else high = middle;
  }
  return postings[low] === event;
}
