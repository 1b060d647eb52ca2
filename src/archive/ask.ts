import { inSpan } from '../events/date-span.js';
import { whyNot } from '../search/decide/why-not.js';
import type { EventIndex } from '../search/event-index.js';
import { matchedRanges } from '../search/matched-ranges.js';
import { foldReports } from '../search/near-duplicates.js';
import { newestAsked, newestFirst, newestOfAll } from '../search/newest.js';
import type { Question } from '../search/question.js';
import type { Ranked } from '../search/rank/ranked.js';
import type { DirectAnswer } from '../search/read/answer-line.js';
import type { SearchEngine } from '../search/search-engine.js';
import { asksWhatCameNext } from '../search/sequence.js';
import type { Answer, Hit, OutOfScope, Understood } from './answer.js';
import type { AskOptions } from './archive.js';
import { latestToll } from './latest-toll.js';

/** From this probability on an event counts as answering the question… */
export const ANSWERED_FROM = 0.2;
/** …and from this probability on, what was read from it is shown as a separate line. */
export const LINE_FROM = 0.6;

/** The answer to what is no question to the events. */
export function notLookedUp(text: string, outOfScope: OutOfScope): Answer {
  return {
    question: text,
    understood: { terms: [], span: null, mended: [] },
    answered: false,
    confidence: 0,
    because: `it is no question to these events (${outOfScope.kind})`,
    direct: null,
    hits: [],
    relaxed: false,
    outOfScope,
  };
}

/** Answers a question in plain words, or says that nothing here answers it. */
export async function ask(
  engine: SearchEngine,
  text: string,
  { today, limit = 10 }: AskOptions,
): Promise<Answer> {
  const newest = newestAsked(text);
  const next = !newest && asksWhatCameNext(text);
  const question = engine.read(withoutAddresses(text), today, newest ? [newest] : []);
  // News of a time that is named are what happened in it, not the newest of it.
  const latest = newest !== null && !question.time?.certain;
  const ranked = latest ? newestOf(engine, question, limit) : await engine.rank(question);
  const hits = hitsOf(engine.index, question, next ? engine.whatCameNext(question, ranked) : ranked, limit);
  const answer = await answerOf(engine, question, ranked, hits, { line: !next && !newest });
  const aside = answer.answered ? null : await engine.outOfScope(text, true);
  return aside ? notLookedUp(text, aside) : { ...answer, question: text };
}

/** The answer that ranked events make, as sure as they are. */
export async function answerOf(
  engine: SearchEngine,
  question: Question,
  ranked: readonly Ranked[],
  hits: readonly Hit[],
  { line: wantsLine }: { readonly line: boolean },
): Promise<Answer> {
  const { answers, line, toll, direct } = lineOf(engine, question, ranked);
  const answered = hits.length > 0 && answers >= ANSWERED_FROM;
  const sure = answered && wantsLine && line >= LINE_FROM ? direct : null;
  return {
    question: question.text,
    understood: understoodOf(question),
    answered,
    confidence: answers,
    ...(sure && { lineConfidence: line, changes: engine.asksHowItIs(question.text) }),
    because: answered ? 'the first event says what is asked' : whyNot(ranked),
    direct: sure && !(await engine.objects(question.text, sure)) ? sure : null,
    likeliest: wantsLine ? direct : null,
    hits: toll ? withFirst(hitsOf(engine.index, question, [toll.ranked], 1), hits) : hits,
    relaxed: isRelaxed(question, hits),
  };
}

/** What is decided about ranked events, with the latest toll for a line that counts the dead. */
function lineOf(engine: SearchEngine, question: Question, ranked: readonly Ranked[]) {
  const decision = engine.decide(question, ranked);
  const toll = decision.direct && latestToll(engine, ranked, decision.direct);
  return { ...decision, toll, direct: toll?.line ?? decision.direct };
}

/** The line that ranked events give to a part of a question; null where the event or the line is not sure enough. */
export async function sureLine(
  engine: SearchEngine,
  question: Question,
  ranked: readonly Ranked[],
): Promise<DirectAnswer | null> {
  const { answers, line, direct } = lineOf(engine, question, ranked);
  if (!direct || answers < ANSWERED_FROM || line < LINE_FROM) return null;
  return (await engine.objects(question.text, direct)) ? null : direct;
}

/** Hits with some put before the others. */
function withFirst(first: readonly Hit[], hits: readonly Hit[]): Hit[] {
  const ids = new Set(first.map(({ event }) => event.id));
  return [...first, ...hits.filter(({ event }) => !ids.has(event.id))];
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
export function understoodOf(question: Question): Understood {
  const carrying = question.concepts.filter(({ asking }) => !asking);
  return {
    terms: carrying.toSorted((a, b) => b.weight - a.weight).map(({ text }) => text),
    span: question.time?.span ?? null,
    mended: question.mended,
  };
}
