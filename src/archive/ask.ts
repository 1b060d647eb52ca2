import { understandAsking } from '../search/direct/asking.js';
import { directAnswer } from '../search/direct/direct-answer.js';
import type { EventIndex } from '../search/event-index.js';
import { matchedRanges } from '../search/matched-ranges.js';
import { foldReports } from '../search/near-duplicates.js';
import type { Question } from '../search/question.js';
import type { Ranked } from '../search/ranking.js';
import type { SearchEngine } from '../search/search-engine.js';
import { asksWhatCameNext } from '../search/sequence.js';
import type { Answer, Hit, Understood, Wanted } from './answer.js';
import type { AskOptions } from './archive.js';

/** Answers a question in plain words, or says that nothing here answers it. */
export function ask(engine: SearchEngine, text: string, { today, limit = 10 }: AskOptions): Answer {
  const asking = understandAsking(text);
  const question = engine.read(text, today, asking.askingWords);
  const ranked = engine.rank(question);
  const told = asksWhatCameNext(text) ? engine.whatCameNext(question, ranked) : ranked;
  const hits = hitsOf(engine.index, question, told, limit);
  const confidence = Math.min(1, ranked[0]?.parts.words ?? 0);
  const answered = confidence > 0.3;
  return {
    question: text,
    understood: understoodOf(question, asking.wanted),
    answered,
    confidence,
    because: answered
      ? 'the first event has the words that matter'
      : 'no event has enough of the words that matter',
    direct: answered && hits[0] ? directAnswer(asking, hits[0].event) : null,
    hits,
    relaxed: false,
  };
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
