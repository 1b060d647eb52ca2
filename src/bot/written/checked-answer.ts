import type { NewsEvent } from '../../events/event.js';
import { trimEnd } from '../../events/trim-end.js';
import { longDate } from '../../search/encode/long-date.js';
import { isNoun, isVerb } from '../../search/read/rules/wordnet.js';
import { fold } from '../../text/fold.js';
import { numberOfWord } from '../../text/number-words.js';
import { isStopWord } from '../../text/stop-words.js';

/** A sentence of a written answer with the events it cites, by their place in what the model was given, from 0. */
export interface CitedSentence {
  readonly text: string;
  readonly cites: readonly number[];
}

/** Sentences and characters an answer has at most. */
const MOST_SENTENCES = 3;
const MOST_CHARACTERS = 700;

const SENTENCES = new Intl.Segmenter('en', { granularity: 'sentence' });
const CITATION = /\[(\d{1,2})\]/g;

/**
 * The sentences of a model's answer, if the events bear out all of them: each cites at least one of the events given, and
 * every number, date and name in it occurs in an event it cites. Null where any does not, and for anything too long, empty
 * or with an address in it. What a model only claims is never shown.
 */
export function checkedAnswer(
  written: string,
  events: readonly NewsEvent[],
): readonly CitedSentence[] | null {
  const text = written
    .replace(/\s+/g, ' ')
    .trim()
    // "… won. [1]" cites as "… won [1]."
    .replace(/([.!?])((?:\s*\[\d{1,2}\])+)/g, '$2$1');
  if (text === '' || text.length > MOST_CHARACTERS || /https?:|www\.|[<>@`]/i.test(text)) return null;
  const sentences = [...SENTENCES.segment(text)].map(({ segment }) => segment.trim()).filter((s) => s !== '');
  if (sentences.length > MOST_SENTENCES) return null;
  const checked = sentences.map((sentence) => checkedSentence(sentence, events));
  return checked.every((sentence) => sentence !== null) ? checked : null;
}

function checkedSentence(sentence: string, events: readonly NewsEvent[]): CitedSentence | null {
  const cites = [...sentence.matchAll(CITATION)].map(([, number]) => Number(number) - 1);
  const cited = cites.flatMap((at) => events[at] ?? []);
  if (cites.length === 0 || cited.length < cites.length) return null;
  const text = sentence
    .replace(CITATION, '')
    // Single blanks are all that is left of them.
    .replace(/ ([.,;!?])/g, '$1')
    .trim();
  const known = new Set(
    cited.flatMap(({ headline, summary, date }) => words(`${headline} ${summary} ${longDate(date)} ${date}`)),
  );
  return words(text).length > 0 && standsIn(text, known) ? { text, cites } : null;
}

/** Whether every number and every name of a sentence is among the words of the events it cites. */
function standsIn(sentence: string, known: ReadonlySet<string>): boolean {
  const found = [...sentence.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}’'.,-]*/gu)];
  return found.every(([raw], at) =>
    words(raw).every((word) => {
      if (known.has(word)) return true;
      const number = numberOfWord(word);
      if (number !== null) return known.has(String(number));
      if (/\d/.test(word)) return false;
      if (!/^\p{Lu}/u.test(raw)) return true;
      // The first word has a capital whatever it is.
      return at === 0 && (isStopWord(word) || isNoun(word) || isVerb(word));
    }),
  );
}

/** Folded words, figures without the commas between thousands. */
const words = (text: string): string[] =>
  fold(text.replace(/(\d),(?=\d{3})/g, '$1'))
    .split(/[^\p{L}\p{N}.]+/u)
    .map((word) => trimEnd(word, /\./))
    .filter((word) => word !== '' && word !== 's');
