import type { CalendarDate } from '../events/calendar-date.js';
import type { DateSpan } from '../events/date-span.js';
import { trimEnd } from '../events/trim-end.js';
import { readTime } from '../time/read-time.js';

/** Words that ask for all that happened at the time named behind them. */
const FRAME =
  /^(?:(?:and|so|ok|okay|hey|please|tell me|show me)\s+)*(?:what(?:\s+else)?(?:\s+(?:important|big|interesting|major))?\s+(?:happened|happens|took place|occurred|went on|was going on|has happened)|(?:all\s+|the\s+|any\s+)?(?:big\s+|main\s+|top\s+)?(?:news|events?|headlines)|what\s+(?:was|is|were)\s+(?:the\s+news|going\s+on|new)|what(?:'s|’s)\s+(?:new|up|going\s+on))\s*(?:(?:back\s+)?(?:on|in|at|during|from|of|for)\s+)?/iu;
const FRAME_CHINESE =
  /(?:都)?(?:发生|發生|出)了?(?:什么|什麼|啥|哪些)(?:事情?|大事|新闻|新聞)?$|有(?:什么|什麼|哪些)(?:大事|新闻|新聞)$/u;

/** What people call a day that they name behind it: "my birthday, 3 May 2006". */
const CALLED =
  /^(?:(?:in |around )?the world )?(?:on )?(?:(?:my|his|her|our|their)(?: \p{L}+(?:['’]s)?)? birthday|the day (?:that )?(?:i|we|he|she|they) (?:was|were) born|when (?:i|we|he|she|they) (?:was|were) born)[\s,:(]*(?:(?:on|in|which was|that was|it was)\s+)?/iu;
/** No day is meant by it, but the newest there is. */
const NOW = /^(?:right )?now$/i;

/** Without such words, only figures and words that count from today are surely a time: "May" is also a name. */
const SURELY =
  /\d|^(?:today|yesterday|(?:this|last|the past) (?:week|weekend|month|year|night))$|^(?:今天|昨天|前天|上周|上週|上个?月|上個月|去年|今年)$/iu;

/**
 * The time a question asks all events of and nothing else: "what happened in June 2016?", "8 April 2016". Null for one
 * that asks more, and for a time that can be read in two ways.
 */
export function askedTime(
  question: string,
  today: CalendarDate,
): { span: DateSpan; relative: boolean } | null {
  const bare = trimEnd(question.trim(), /[\s?!.？！。]/);
  const framed = bare.replace(FRAME, '').replace(FRAME_CHINESE, '').trim();
  const rest = trimEnd(framed.replace(CALLED, ''), /[\s)]/);
  if (rest === '' || NOW.test(rest) || (rest === bare && !SURELY.test(rest))) return null;
  const reading = readTime(rest, today);
  return reading.kind === 'span' ? { span: reading.span, relative: reading.relative } : null;
}
