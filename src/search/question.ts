import { chatSpelling } from '../text/chat-spellings.js';
import { isAskingWord, isLightWord, isStopWord, misspeltAskingWord } from '../text/stop-words.js';
import { type Term, termOf, termsOf } from '../text/terms.js';
import type { TextRange } from '../text/text-range.js';
import { isLoneCharacter } from './chinese/words-holding.js';
import type { Concept, Similar } from './concept.js';
import type { EventIndex } from './event-index.js';
import { type Company, type Mend, mend } from './mend.js';
import type { QuestionTime } from './question-time.js';
import { WEIGHTS } from './weights.js';
import { writtenForms } from './written-forms.js';

/** Gives the words that mean something like the words of a question. */
export interface WordSense {
  /** Whether the word is a word of the language, known to the events or not. */
  knows(word: string): boolean;
  /** Other ways to say the question's `terms[at]`, and of runs of terms that mean one thing. */
  similar(terms: readonly Term[]): ReadonlyMap<number, readonly Similar[]>;
}

/** A question as the index sees it. */
export interface Question {
  readonly text: string;
  readonly concepts: readonly Concept[];
  readonly time: QuestionTime | null;
  readonly mended: readonly { readonly from: string; readonly to: string }[];
}

/** What is known of a question before its words are looked up. */
export interface QuestionContext {
  readonly time: QuestionTime | null;
  /** Where the words stand that are only the asking. */
  readonly askingWords: readonly TextRange[];
  readonly sense: WordSense | null;
}

const within = ({ start, end }: Pick<Term, 'start' | 'end'>, ranges: readonly TextRange[]) =>
  ranges.some(([from, to]) => start >= from && end <= to);

/** Whether a word names the question's time. */
export const isOfTime = ({ time }: Question, concept: Concept): boolean =>
  time !== null && within(concept, time.ranges);

/** Words of a question that are looked for among the known ones: whoever misspells more of them asks nothing that could be read. */
const MOST_MENDED = 24;

/** Turns a question into weighted concepts. Words that certainly name its time are left to the time. */
export function readQuestion(
  text: string,
  index: EventIndex,
  { time, askingWords, sense }: QuestionContext,
): Question {
  const terms = withWeakNames(
    termsOf(text).filter((term) => !(time?.certain && within(term, time.ranges))),
    index,
  ).map(unabbreviated);
  const unknown = terms.filter(({ term }) => term !== '' && index.vocabulary.id(term) === undefined);
  const company = companyOf(index, unknown.length > 0 ? terms : []);
  const written = writtenForms(index, terms);
  const mends = new Map<Term, Pick<Mend, 'term' | 'word'>>();
  const strange = unknown.filter((term) => !sense?.knows(term.word) && !written.has(terms.indexOf(term)));
  for (const term of strange.slice(0, MOST_MENDED)) {
    const asking = misspeltAskingWord(term.word);
    const mended = asking ? { term: termOf(asking), word: asking } : mend(index, term, company);
    if (mended) mends.set(term, mended);
  }
  const read = terms.map((term) => {
    const mended = mends.get(term);
    return mended ? { ...term, term: mended.term, word: mended.word } : term;
  });
  const similar = sense?.similar(read);
  const seen = new Set<string>();
  const concepts: Concept[] = [];
  read.forEach((term, place) => {
    if (term.term === '' || seen.has(term.term)) return;
    seen.add(term.term);
    const asking = isAskingWord(term.word) || isLightWord(term.word) || within(term, askingWords);
    concepts.push(
      conceptOf(index, term, text, place, asking, [
        ...holding(index, term, text),
        ...(written.get(place) ?? []),
        ...(similar?.get(place) ?? []),
      ]),
    );
  });
  return {
    text,
    concepts,
    time,
    mended: [...mends].map(([term, { word: to }]) => ({ from: text.slice(term.start, term.end), to })),
  };
}

/** What a word keeps of a lone character in the question: it ranks below the character as a word. */
const HOLDS = 0.7;

/** The words that a Chinese character is part of where the question has it alone: a surname, a part of a word. */
function holding(index: EventIndex, { word, start, end }: Term, text: string): Similar[] {
  if (!isLoneCharacter(text, word, start, end)) return [];
  return index.holding(word).map((id) => ({ ids: [id], nearness: HOLDS }));
}

/** Terms in which two weak words that the events know as a name ("the who") are one. */
function withWeakNames(terms: readonly Term[], index: EventIndex): Term[] {
  const joined = [...terms];
  for (let i = 0; i + 1 < joined.length; i++) {
    const [one, other] = [joined[i], joined[i + 1]];
    const id = one && other && index.weakNameId(one, other);
    if (!one || !other || id === undefined) continue;
    const term = index.vocabulary.terms[id] ?? '';
    joined.splice(i, 2, { term, word: term, start: one.start, end: other.end, capital: true });
  }
  return joined;
}

/** A term as it would be written out: "yrs" is years. With a capital inside the question it may be a name. */
function unabbreviated(term: Term): Term {
  const word = term.capital && term.start > 0 ? undefined : chatSpelling(term.word);
  return word === undefined ? term : { ...term, word, term: isStopWord(word) ? '' : termOf(word) };
}

function conceptOf(
  index: EventIndex,
  { term, word, start, end, capital }: Term,
  text: string,
  place: number,
  asking: boolean,
  similar: readonly Similar[],
): Concept {
  const id = index.vocabulary.id(term);
  const number = /^\d/.test(term);
  const name = !number && !asking && (id === undefined ? capital && place > 0 : index.vocabulary.isName(id));
  // A word no event has is taken to be as rare as one that a handful have.
  const rarity = id === undefined ? Math.log(1 + index.size / 6) : index.rarity(id);
  const factor = (name ? WEIGHTS.name : 1) * (asking ? WEIGHTS.asking : 1) * (number ? WEIGHTS.number : 1);
  return {
    text: text.slice(start, end),
    word,
    term,
    id,
    weight: rarity * factor,
    name,
    number,
    asking,
    start,
    end,
    place,
    similar: id === undefined ? similar : [{ ids: [id], nearness: 1 }, ...similar],
  };
}

/** The events that the question's known, not too common words occur in. */
function companyOf(index: EventIndex, terms: readonly Term[]): Company {
  const among = new Uint8Array(terms.length > 0 ? index.end : 0);
  let size = 0;
  for (const { term } of terms) {
    const id = index.vocabulary.id(term);
    if (id === undefined || index.vocabulary.eventsWith(id) > 0.05 * index.size + 50) continue;
    for (const event of index.postings(id)) {
      size += 1 - (among[event] ?? 0);
      among[event] = 1;
    }
  }
  return { among, size };
}
