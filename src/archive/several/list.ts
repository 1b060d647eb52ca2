import type { IntentReading } from '../../search/intent/intent.js';
import type { Question } from '../../search/question.js';
import type { SearchEngine } from '../../search/search-engine.js';
import { readItems } from './item-text.js';
import { ordinalOf } from './ordinal.js';
import { byDate, type Candidate, candidatesOf, foldHappenings } from './pool.js';
import type { AnswerItem, Several } from './several.js';

/** How far below the best an event of a list may score. */
const WITHIN = 3.2;
/** Happenings read, and those a list has at most. */
const READ = 24;
const MOST = 40;
/** What the reader's opinion counts beside the ranker's. */
const READER = 0.25;
/** What an event counts for being like the others of its list. */
const LIKE_OTHERS = 4;
/** The events that show what the others of a list are like. */
const MODELS = 6;

interface Scored extends Candidate {
  readonly text: string | null;
}

/** The events of a list, one for each happening, by date; for a count with the number an event gives itself. */
export async function listOf(
  engine: SearchEngine,
  question: Question,
  reading: IntentReading,
): Promise<Pick<Several, 'items' | 'ordinal'>> {
  const candidates = await candidatesOf(engine, question);
  const alike = likeOthers(engine, candidates.slice(0, 80));
  const happenings = foldHappenings(engine, alike).slice(0, READ);
  const readings = await readItems(
    engine,
    question.text,
    happenings.map(({ first }) => first.event),
  );
  const scored = happenings
    .map(({ first, folded }, i) => ({
      folded,
      first: {
        ...first,
        text: readings[i]?.text ?? null,
        score: first.score + READER * (readings[i]?.relevance ?? 0),
      } satisfies Scored,
    }))
    .sort((a, b) => b.first.score - a.first.score);
  const best = scored[0]?.first.score ?? 0;
  const kept = scored.filter(({ first }) => first.score >= best - WITHIN).slice(0, MOST);
  const items = kept
    .map(({ first, folded }): AnswerItem => ({ event: first.event, text: first.text, quantity: null, folded }))
    .sort(byDate);
  const ordinal = reading.intent === 'count' ? ordinalOf(kept.map(({ first }) => first), items.length) : null;
  return { items, ordinal };
}

/** Orders candidates by score and by how like they are to the best of them: the events of a list are of one kind. */
function likeOthers(engine: SearchEngine, candidates: readonly Candidate[]): Candidate[] {
  const models = candidates.slice(0, MODELS);
  return candidates
    .map((candidate) => {
      const likenesses = models
        .filter(({ number }) => number !== candidate.number)
        .map(({ number }) => engine.similarity(number, candidate.number))
        .filter((likeness) => !Number.isNaN(likeness))
        .sort((a, b) => b - a)
        .slice(0, 3);
      const mean = likenesses.reduce((a, b) => a + b, 0) / Math.max(1, likenesses.length);
      return { ...candidate, score: candidate.score + LIKE_OTHERS * mean };
    })
    .sort((a, b) => b.score - a.score);
}
