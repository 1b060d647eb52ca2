import { inSpan } from '../events/date-span.js';
import type { NewsEvent } from '../events/event.js';
import { beginningFirst } from '../search/beginning-first.js';
import { ANSWERED_FROM, whyNot } from '../search/confidence.js';
import { type Asking, understandAsking } from '../search/direct/asking.js';
import { onlyDeed } from '../search/direct/deed/asked-deed.js';
import { directAnswer } from '../search/direct/direct-answer.js';
import { deedHeld } from '../search/direct/verify.js';
import type { EventIndex } from '../search/event-index.js';
import { matchedRanges } from '../search/matched-ranges.js';
import { asksForAll, asksWhatHappened, namesOnly } from '../search/names-only.js';
import { foldReports } from '../search/near-duplicates.js';
import { newestAsked, newestFirst, newestOfAll } from '../search/newest.js';
import type { Question } from '../search/question.js';
import { likenessTo } from '../search/question-likeness.js';
import type { Ranked } from '../search/ranking.js';
import type { SearchEngine } from '../search/search-engine.js';
import { asksWhatCameNext } from '../search/sequence.js';
import type { Answer, Hit, Understood, Wanted } from './answer.js';
import type { AskOptions } from './archive.js';

/** Answers a question in plain words, or says that nothing here answers it. */
export function ask(engine: SearchEngine, text: string, { today, limit = 10 }: AskOptions): Answer {
  const newest = newestAsked(text);
  const next = !newest && asksWhatCameNext(text);
  const read = understandAsking(withoutAddresses(text));
  // "Who ended up as …", "what is the latest on …" are told by events, whatever the question's form asks for.
  const asking: Asking = next || newest ? { ...read, wanted: next ? 'what-next' : 'what-happened' } : read;
  const question = engine.read(withoutAddresses(text), today, [
    ...asking.askingWords,
    ...(newest ? [newest] : []),
  ]);
  // News of a time that is named are what happened in it, not the newest of it.
  const latest = newest !== null && !question.time?.certain;
  const fitting = latest ? newestOf(engine, question, limit) : engine.rank(question, asking);
  const bare = !latest && !next && namesOnly(question, asking);
  const told = bare ? engine.telling(question) : [];
  const begun = bare ? beginningFirst(engine.index, question, fitting, told, asksWhatHappened(asking)) : null;
  const ranked = begun ?? fitting;
  const overview = bare && !begun && asksForAll(question, asking, told);
  const hits = hitsOf(engine.index, question, next ? engine.whatCameNext(question, ranked) : ranked, limit);
  const { confidence: sure, signs } = engine.confidence(question, asking, ranked);
  const confidence = overview ? Math.min(sure, OVERVIEW) : sure;
  const answered = confidence >= ANSWERED_FROM;
  return {
    question: text,
    understood: understoodOf(question, asking.wanted),
    answered,
    confidence,
    because: answered ? 'the first event says what is asked' : whyNot(signs),
    direct:
      answered && hits[0] && !next && !newest && !overview
        ? directOf(engine, question, asking, hits[0].event)
        : null,
    hits,
    relaxed: isRelaxed(question, hits),
  };
}

/** How sure the first of many events can be that tell of a bare name. */
const OVERVIEW = 0.7;

/** An event that states the deed asked of less surely than this gives no line: a plan has no date. */
const STATED_FROM = 0.3;

/** The line an event answers with; none where a question of few words asks of a deed that the event does not state as done. */
function directOf({ index }: SearchEngine, question: Question, asking: Asking, event: NewsEvent) {
  const similar = likenessTo(question.concepts, index);
  const needed = onlyDeed(asking);
  if (needed > 0 && (deedHeld(asking, event, similar) ?? 1) < STATED_FROM) return null;
  return directAnswer(asking, event, similar);
}

/** The newest of what a question names; of everything where it names nothing. */
function newestOf(engine: SearchEngine, question: Question, limit: number): Ranked[] {
  if (!question.time && question.concepts.every(({ asking }) => asking))
    return newestOfAll(engine.index, limit);
  return newestFirst(engine.index, engine.matching(question));
}

/** Addresses of pages name nothing; blanks keep every word in its place. */
function withoutAddresses(text: string): string {
  return text.replace(/https?:\/\/[^\s)>]+/g, (address) => ' '.repeat(address.length));
}

/** Whether the question's time held nothing that fits, so that the hits lie outside it. */
function isRelaxed({ time }: Question, hits: readonly Hit[]): boolean {
  return (
    time?.certain === true && hits.length > 0 && !hits.some(({ event }) => inSpan(event.date, time.span))
  );
}

/** Ranked events as hits, reports of the same thing folded into one. */
export function hitsOf(
  index: EventIndex,
  question: Question,
  ranked: readonly Ranked[],
  limit: number,
): Hit[] {
  return foldReports(index, ranked, limit).flatMap(({ first, folded }): Hit[] => {
    const event = index.event(first.event);
    if (!event) return [];
    return [
      {
        event,
        score: first.score,
        parts: first.parts,
        matched: matchedRanges(event.sentence, question.concepts, index),
        folded: folded.flatMap((number) => index.event(number) ?? []),
      },
    ];
  });
}

/** What was made of a question, as it is shown to the person. */
export function understoodOf(question: Question, wanted: Wanted = 'anything'): Understood {
  const carrying = question.concepts.filter(({ asking }) => !asking);
  return {
    wanted,
    terms: carrying.toSorted((a, b) => b.weight - a.weight).map(({ text }) => text),
    span: question.time?.span ?? null,
    mended: question.mended,
  };
}
