import type { DateSpan } from '../../events/date-span.js';
import type { NewsEvent } from '../../events/event.js';
import type { IntentReading } from '../../search/intent/intent.js';
import type { Question } from '../../search/question.js';
import type { DirectAnswer } from '../../search/read/answer-line.js';
import { tagText } from '../../search/read/rules/tagged-text.js';
import type { SearchEngine } from '../../search/search-engine.js';
import { fold } from '../../text/fold.js';
import { isAskingWord, isLightWord, isStopWord } from '../../text/stop-words.js';
import { termOf } from '../../text/terms.js';

/** What a word of the last question was: a word of asking, part of the name of its subject, its time, what was done, or another word. */
export type AskedKind = 'asking' | 'name' | 'time' | 'action' | 'word';

/**
 * What the last question asked, in structured fields: its words as far as the events or the language of asking have them
 * (anything else a person typed is not kept), its time, and where the answer was.
 */
export interface AskedBefore {
  readonly words: readonly { readonly word: string; readonly kind: AskedKind }[];
  readonly span: DateSpan | null;
  /**
   * The event of the answer and the words of its sentence that answered, `[from, to)`, shown or only likely; null where
   * nothing was found.
   */
  readonly answer: {
    readonly event: string;
    readonly from: number;
    readonly to: number;
    readonly sure: boolean;
  } | null;
}

/** More words than this are no question that a short one goes on from. */
const MOST_WORDS = 24;

/** What is kept of a question and its answer for the next one to lean on. */
export function askedBefore(
  engine: SearchEngine,
  question: Question,
  reading: IntentReading,
  answered: { readonly line: DirectAnswer | null; readonly sure: boolean; readonly event: NewsEvent | null },
): AskedBefore {
  const { vocabulary } = engine.index;
  const isTime = (start: number, end: number) =>
    question.time?.ranges.some(([from, to]) => start >= from && end <= to) === true;
  const verbs = new Set(
    tagText(question.text)
      .filter(({ pos }) => pos === 'VERB' || pos === 'AUX')
      .map(({ start }) => start),
  );
  const words = reading.words.flatMap(({ word, key, start, end }): AskedBefore['words'][number][] => {
    if (isTime(start, end)) return [{ word: fold(question.text.slice(start, end)), kind: 'time' }];
    if (isAskingWord(word) || isStopWord(word) || isLightWord(word)) return [{ word, kind: 'asking' }];
    if (vocabulary.id(termOf(word)) === undefined) return [];
    if (isName(engine, word) || (key === '<N>' && !verbs.has(start))) return [{ word, kind: 'name' }];
    return [{ word, kind: verbs.has(start) ? 'action' : 'word' }];
  });
  const { line } = answered;
  const event = line?.event ?? answered.event;
  const [from, to] = line?.rests[0] ?? [0, 0];
  return {
    words: withWholeNames(words).slice(0, MOST_WORDS),
    span: question.time?.span ?? null,
    answer: event ? { event: event.id, from, to, sure: answered.sure } : null,
  };
}

/** Words right beside a name belong to it: "Lind Bridge collapse". */
function withWholeNames(words: AskedBefore['words']): AskedBefore['words'] {
  const whole = words.map(({ kind }) => kind === 'name');
  for (let at = 1; at < words.length; at++) if (words[at]?.kind === 'word' && whole[at - 1]) whole[at] = true;
  for (let at = words.length - 2; at >= 0; at--)
    if (words[at]?.kind === 'word' && whole[at + 1]) whole[at] = true;
  return words.map(({ word, kind }, at) => ({ word, kind: whole[at] ? 'name' : kind }));
}

function isName({ index: { vocabulary } }: SearchEngine, word: string): boolean {
  const id = vocabulary.id(termOf(word));
  return id !== undefined && vocabulary.isName(id);
}
