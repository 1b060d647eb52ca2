import type { NewsEvent } from '../../events/event.js';
import type { Question } from '../../search/question.js';
import type { SearchEngine } from '../../search/search-engine.js';
import { byDate, type Candidate, candidatesOf, foldHappenings } from './pool.js';
import type { AnswerItem, Several } from './several.js';

/** Turning points shown. */
const MOST = 10;
/** Candidates whose topics say which story is meant. */
const VOTERS = 40;
/** A topic that this share of the voters' weight has is the story's. */
const SHARED = 0.12;
/** Events of the story considered. */
const CONSIDERED = 300;
/** What belonging to the story's topics counts beside the ranker's score, and what prominence counts. */
const OF_TOPIC = 1.2;
const PROMINENCE = 3;
/** What an event loses for being like one chosen already, and for being near it in time. */
const LIKE = 2.2;
const NEAR = 1.4;

/** The turning points of a story, in time order: important events, spread over its course (maximal marginal relevance). */
export async function timelineOf(engine: SearchEngine, question: Question): Promise<Pick<Several, 'items'>> {
  const candidates = (await candidatesOf(engine, question, CONSIDERED)).slice(0, CONSIDERED);
  const topics = topicsOf(candidates.slice(0, VOTERS));
  const best = candidates[0]?.score ?? 0;
  const weighed = candidates
    .map((candidate) => ({
      ...candidate,
      score:
        Math.max(-6, candidate.score - best) +
        (candidate.event.topics.some((topic) => topics.has(topic)) ? OF_TOPIC : 0) +
        PROMINENCE * engine.ranker.signals.salience(candidate.number),
    }))
    .sort((a, b) => b.score - a.score)
    .slice(0, 120);
  const happenings = foldHappenings(engine, weighed, 0.75);
  const chosen = spread(engine, happenings.map(({ first }) => first));
  const folded = new Map(happenings.map(({ first, folded }) => [first.number, folded]));
  const items = chosen.map(
    ({ event, number }): AnswerItem => ({ event, text: null, quantity: null, folded: folded.get(number) ?? [] }),
  );
  return { items: items.sort(byDate) };
}

/** The topics that the best candidates share. */
function topicsOf(candidates: readonly Candidate[]): Set<string> {
  const weights = new Map<string, number>();
  let all = 0;
  candidates.forEach(({ event }, i) => {
    const weight = 1 / (1 + i / 5);
    all += weight;
    for (const topic of event.topics) weights.set(topic, (weights.get(topic) ?? 0) + weight);
  });
  return new Set([...weights].filter(([, weight]) => weight >= SHARED * all).map(([topic]) => topic));
}

function spread(engine: SearchEngine, candidates: readonly Candidate[]): Candidate[] {
  const chosen: Candidate[] = [];
  const days = candidates.slice(0, 30).map(({ number }) => engine.index.day(number));
  const course = Math.max(7, Math.max(...days) - Math.min(...days));
  const left = [...candidates];
  while (chosen.length < MOST && left.length > 0) {
    let at = 0;
    let most = Number.NEGATIVE_INFINITY;
    left.forEach((candidate, i) => {
      let loss = 0;
      for (const other of chosen) {
        const likeness = engine.similarity(candidate.number, other.number) || 0;
        const apart = Math.abs(engine.index.day(candidate.number) - engine.index.day(other.number));
        const near = Math.max(0, 1 - (apart * MOST) / course);
        loss = Math.max(loss, LIKE * Math.max(0, likeness - 0.4) + NEAR * near);
      }
      if (candidate.score - loss > most) [at, most] = [i, candidate.score - loss];
    });
    const [next] = left.splice(at, 1);
    if (next) chosen.push(next);
  }
  return chosen;
}

/** The sentence that a timeline shows of an event. */
export const told = ({ sentence }: NewsEvent) => sentence;
