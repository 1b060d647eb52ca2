import { dayNumber } from '../../events/calendar-date.js';
import type { NewsEvent } from '../../events/event.js';
import type { Tie } from './ties.js';

/** Reports of one thing come within this many days of each other… */
const DAYS_APART = 3;
/** …and share this part of all the words that either of them has (Jaccard's index)… */
const SHARED_WORDS = 0.5;
/** …or the longer one has this share of the shorter one's words, which are at least this many. */
const CONTAINED = { share: 0.95, words: 6 };
/** Sentences with fewer telling words than this are too short to compare. */
const FEWEST_WORDS = 4;

/** What a report is recognised by: its day and the content words of its sentence. */
export interface ReportWords {
  readonly day: number;
  readonly words: ReadonlySet<string>;
}

/** The words a report is compared by: of the sentence only, since two events of one story always share its title. */
export function reportWords(event: NewsEvent, ties: readonly Tie[]): ReportWords {
  const words = new Set<string>();
  for (const tie of ties) if (tie.told && tie.kind !== 'name') words.add(tie.key);
  return { day: dayNumber(event.date), words };
}

/** Whether two reports look like reports of the same thing. */
export function isSameReport(a: ReportWords, b: ReportWords): boolean {
  if (Math.abs(a.day - b.day) > DAYS_APART) return false;
  const fewer = Math.min(a.words.size, b.words.size);
  if (fewer < FEWEST_WORDS) return false;
  let shared = 0;
  for (const word of a.words) if (b.words.has(word)) shared += 1;
  if (shared / (a.words.size + b.words.size - shared) >= SHARED_WORDS) return true;
  return fewer >= CONTAINED.words && shared / fewer >= CONTAINED.share;
}
