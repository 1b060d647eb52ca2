import type { CalendarDate } from '../events/calendar-date.js';
import type { DateSpan } from '../events/date-span.js';
import type { NewsEvent } from '../events/event.js';
import type { OutOfScope } from '../search/intent/out-of-scope.js';
import type { DirectAnswer } from '../search/read/answer-line.js';
import type { TextRange } from '../text/text-range.js';
import type { AskedBefore } from './conversation/asked-before.js';
import type { Unexplained } from './explain/unexplained.js';
import type { AnsweredPart } from './parts/answered-part.js';
import type { Several } from './several/several.js';

export type { DirectAnswer, OutOfScope, TextRange };

/** What was made of a question; shown to the person in small print. */
export interface Understood {
  /** The names and words that carry the question, as typed (or mended), the weightiest first. */
  readonly terms: readonly string[];
  /** The time span the question names, or null. */
  readonly span: DateSpan | null;
  /** Words treated as misspelt and what they were read as: dodick -> Dodik. */
  readonly mended: readonly { readonly from: string; readonly to: string }[];
  /** The whole question that one leaning on the conversation was read as; absent for one that needs no context. */
  readonly rewritten?: string;
  /** The event that "it", "there" or "then" was taken to mean, where the question went on from one. */
  readonly about?: NewsEvent;
}

/** An event found, with why. */
export interface Hit {
  readonly event: NewsEvent;
  /** Higher is better; relative to one query. */
  readonly score: number;
  /** The score in its named parts, for `--explain`. */
  readonly parts: Readonly<Record<string, number>>;
  /** The words of `event.sentence` that matched. */
  readonly matched: readonly TextRange[];
  /** Other reports of the same thing, folded into this hit. */
  readonly folded: readonly NewsEvent[];
}

/** What came of a question: whether it is answered, and the events found for it, the best first. */
export interface Answer {
  readonly question: string;
  readonly understood: Understood;
  /** False where nothing here answers the question; the hits are then the closest there is. */
  readonly answered: boolean;
  /** How likely the first hit answers the question, 0 to 1, calibrated. */
  readonly confidence: number;
  /** Whether the question asks how things are: the line then holds for the day of its event. */
  readonly changes?: boolean;
  /** How likely the line is right, 0 to 1, calibrated; left out where there is none. */
  readonly lineConfidence?: number;
  /** One plain phrase for `--explain`: why it was answered or not. */
  readonly because: string;
  /** The answer in one line with the event that holds it; null where none does. */
  readonly direct: DirectAnswer | null;
  /** The likeliest line, where it isn't sure enough to be shown: only a following question's "he" may rest on it. */
  readonly likeliest?: DirectAnswer | null;
  readonly hits: readonly Hit[];
  /** Where "and then?" has no answer: the hit is the last event of its story, or the first. */
  readonly endOfStory?: 'first' | 'last';
  /** What several events answer together; absent where one event answers. Its items are the hits, in their order. */
  readonly several?: Several;
  /** The two things a question asks with what answers each; absent where it asks one, empty where nothing answers. */
  readonly parts?: readonly AnsweredPart[];
  /** Set where a cause or a manner is asked for and the event found gives none. */
  readonly unexplained?: Unexplained;
  /** What the next question in the same place may lean on; absent where nothing was understood. */
  readonly asked?: AskedBefore;
  /** True where nothing was left inside the time span and the hits lie outside it. */
  readonly relaxed: boolean;
  /** Why it is no question to these events, where it isn't: nothing was looked up then, or nothing found answers it. */
  readonly outOfScope?: OutOfScope;
}

/** The event an answer speaks of first; null where nothing was answered. */
export function mainEvent({ answered, direct, hits }: Answer): NewsEvent | null {
  return answered ? (direct?.event ?? hits[0]?.event ?? null) : null;
}

/** Words to look for and what narrows them down. */
export interface SearchRequest {
  /** May be empty: then every event that passes the filters matches. */
  readonly query: string;
  /** The first and the last day, both included; null or left out where that side is open. */
  readonly from?: CalendarDate | null;
  readonly to?: CalendarDate | null;
  /** The name of a topic or story; case and accents don't matter. */
  readonly topic?: string | null;
  readonly sort?: 'relevance' | 'newest' | 'oldest';
  /** From 0. */
  readonly offset?: number;
  /** 5 by default. */
  readonly limit?: number;
  /** The day it is for the person who asks: it gives relative dates in the query their meaning. */
  readonly today: CalendarDate;
}

/** Some of the events that match a request. */
export interface SearchPage {
  readonly understood: Understood;
  readonly hits: readonly Hit[];
  /** How many match, on all pages. */
  readonly total: number;
  /** How many of them come before this page. */
  readonly offset: number;
  /** True where nothing was left inside the asked time or topic and the hits lie outside it. */
  readonly relaxed: boolean;
  /** True where no event has the words themselves and the hits are only related in meaning. */
  readonly related: boolean;
}
