import type { Asking } from './direct/asking.js';
import { askedDeed } from './direct/deed/asked-deed.js';
import { isOfTime, type Question } from './question.js';

/** More words than this are no mere topic. */
const MOST_WORDS = 4;

const HAPPENED =
  /\bw(?:h?at|ut)(?:['’]?s| has| had)? (?:hap+en\w*|went on|went down|was going on|occur+ed)\b|\bhap+en\w*$/i;

/** Whether a question asks what happened, or on what day: of that something begins, of a bare name much may be wanted. */
export const asksWhatHappened = ({ wanted, question }: Asking): boolean =>
  wanted === 'what-happened' || wanted === 'date' || HAPPENED.test(question);

/** What any event tells of whatever it names. */
const OF_ANY: ReadonlySet<string> = new Set(['anything', 'what-happened', 'date']);

/** Whether a question names something and asks no more of it than what happened or when: "quillota dam", "what happened in Quillota". */
export function namesOnly(question: Question, asking: Asking): boolean {
  const { wanted, tokens, question: text } = asking;
  const carrying = carryingOf(question);
  if (carrying.length === 0 || carrying.length > MOST_WORDS) return false;
  if (!OF_ANY.has(wanted) && !HAPPENED.test(text)) return false;
  // A deed has the day on which it was done.
  if (wanted === 'date' && askedDeed(asking)) return false;
  const verbs = new Set(tokens.filter(({ pos }) => pos === 'VERB').map(({ lower }) => lower));
  return carrying.every(({ name, word }) => name || !verbs.has(word));
}

/** Of so many events that say no more than a name, one is as good as another. */
const MANY = 10;

/** Whether a question is no more than a name, of which many events tell: no one of them answers it. */
export function asksForAll(question: Question, asking: Asking, told: readonly number[]): boolean {
  return (
    told.length >= MANY &&
    !question.time &&
    !HAPPENED.test(asking.question) &&
    carryingOf(question).every(({ name }) => name)
  );
}

/** The words of a question that neither ask nor name its time. */
export const carryingOf = (question: Question) =>
  question.concepts.filter((concept) => !concept.asking && !isOfTime(question, concept));
