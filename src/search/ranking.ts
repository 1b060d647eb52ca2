import { inSpan } from '../events/date-span.js';
import type { Candidates } from './candidates.js';
import { Comparison } from './comparison.js';
import type { EventIndex } from './event-index.js';
import { coverage, figuresUnsaid, proximity } from './features.js';
import { type ConceptMatch, Matcher } from './match.js';
import { meaningOf } from './meaning/question-meaning.js';
import type { Question } from './question.js';
import type { QuestionTime } from './question-time.js';
import { timeFactor } from './time-factor.js';
import { BY_MEANING, COMPARED, MEANT, WEIGHTS } from './weights.js';

/** An event ranked for a question. */
export interface Ranked {
  readonly event: number;
  /** Higher is better: the sum of `parts`. An event that says all of a question has more than 1. */
  readonly score: number;
  /** What the score is the sum of; `words` is the share of the question's words that the event has. */
  readonly parts: Readonly<Record<string, number>>;
  readonly matches: readonly ConceptMatch[];
}

/** The events that answer a question best, best first. */
export function rank(index: EventIndex, question: Question, candidates: Candidates, prune = true): Ranked[] {
  const { time, concepts } = question;
  if (time && concepts.every(({ asking }) => asking)) return ofTime(index, time);
  const meaning = meaningOf(concepts, index.meanings.vectors);
  const factor = timeFactor(time);
  const inTime = (event: number) => factor(index.day(event));
  const matcher = new Matcher(index, concepts);
  const look = (event: number) => lookAt(index, event, matcher, meaning, inTime(event));
  const looked = candidates.choose(index, concepts, inTime, { prune }).map(look);
  const said = looked.reduce((most, { words }) => Math.max(most, words), 0);
  if (said < BY_MEANING.unlessSaid) {
    const known = new Set(looked.map(({ event }) => event));
    for (const event of index.meanings.nearest(meaning, BY_MEANING.count, inTime))
      if (!known.has(event) && index.event(event)) looked.push(look(event));
  }
  const comparison = new Comparison(index, concepts);
  return looked
    .map((look) => ({ look, first: firstScore(look) }))
    .sort((a, b) => b.first - a.first)
    .slice(0, said < BY_MEANING.unlessSaid ? COMPARED.unsaid : COMPARED.said)
    .map(({ look }) => ranked(look, comparison))
    .sort((a, b) => b.score - a.score);
}

/** What can be told of an event and a question without comparing them word by word. */
interface Look {
  readonly event: number;
  readonly matches: readonly ConceptMatch[];
  readonly words: number;
  readonly near: number;
  readonly time: number;
  readonly length: number;
  readonly likeness: number;
}

function lookAt(
  index: EventIndex,
  event: number,
  matcher: Matcher,
  meaning: Int8Array,
  inTime: number,
): Look {
  const matches = matcher.match(event);
  const places = Math.max(5, Math.min(200, index.length(event)));
  return {
    event,
    matches,
    words: coverage(matches),
    near: proximity(matches),
    time: Math.log(inTime),
    length: Math.log(places / WEIGHTS.usualLength),
    likeness: index.meanings.likeness(event, meaning),
  };
}

/** A first guess at a score, before words are compared one by one. */
function firstScore({ words, near, time, length, likeness }: Look): number {
  const apart = WEIGHTS.near * near + WEIGHTS.time * time + WEIGHTS.length * length;
  return words + apart + MEANT.first * likeness;
}

function ranked(look: Look, comparison: Comparison): Ranked {
  const { event, matches, words } = look;
  const { said, together } = comparison.of(event, matches);
  const parts = {
    words,
    meant: said - words,
    near: WEIGHTS.near * look.near,
    time: WEIGHTS.time * look.time,
    length: WEIGHTS.length * look.length,
    figures: WEIGHTS.figures * figuresUnsaid(matches),
    likeness: MEANT.likeness * look.likeness,
    together: MEANT.together * together,
  };
  return { event, score: Object.values(parts).reduce((sum, part) => sum + part, 0), parts, matches };
}

/** Events of a time that are told. */
const OF_TIME = 200;

/** The events of a time, for a question that names nothing else: the most reported first. */
function ofTime(index: EventIndex, { span }: QuestionTime): Ranked[] {
  const inside: Ranked[] = [];
  for (const [event, { date, sources, related }] of index.events()) {
    if (!inSpan(date, span)) continue;
    const reported = 1 + sources.length + related.length / 10;
    inside.push({ event, score: reported, parts: { words: 1, reported }, matches: [] });
  }
  return inside.sort((a, b) => b.score - a.score).slice(0, OF_TIME);
}
