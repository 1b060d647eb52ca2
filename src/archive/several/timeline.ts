import type { Question } from '../../search/question.js';
import type { SearchEngine } from '../../search/search-engine.js';
import { byDate, type Candidate, candidatesOf, foldHappenings } from './pool.js';
import type { AnswerItem, Several } from './several.js';

/** Turning points shown. */
const MOST = 10;
/** Candidates whose topics say which story is meant. */
const VOTERS = 30;
/** A topic that this share of the voters' weight has is the story's. */
const SHARED = 0.1;
/** Events of the story considered, and how far below the best they may score. */
const CONSIDERED = 400;
const WITHIN = 4.5;
/** What the ranker's score counts, belonging to the story's topics, prominence, and being like many others of the story. */
const WORDS = 0.8;
const OF_TOPIC = 1;
const PROMINENCE = 0.5;
const CENTRAL = 8;
/** What an event loses for being like one chosen already, and for being near it in time. */
const LIKE = 2.5;
const NEAR = 0.5;

/** The turning points of a story, in time order: important events, spread over its course (maximal marginal relevance). */
export async function timelineOf(engine: SearchEngine, question: Question): Promise<Pick<Several, 'items'>> {
  const candidates = (await candidatesOf(engine, question, CONSIDERED)).slice(0, CONSIDERED);
  const best = candidates[0]?.score ?? 0;
  const near = candidates.filter(({ score }) => score >= best - WITHIN).slice(0, 160);
  const topics = topicsOf(near.slice(0, VOTERS));
  const models = near.slice(0, 20);
  const weighed = near
    .map((candidate): Candidate => {
      const likeness = models.map(({ number }) => engine.similarity(number, candidate.number) || 0);
      const central = likeness.reduce((a, b) => a + b, 0) / Math.max(1, models.length);
      const score =
        WORDS * (candidate.score - best) +
        (candidate.event.topics.some((topic) => topics.has(topic)) ? OF_TOPIC : 0) +
        PROMINENCE * engine.ranker.signals.salience(candidate.number) +
        CENTRAL * central;
      return { ...candidate, score };
    })
    .sort((a, b) => b.score - a.score);
  const happenings = foldHappenings(engine, weighed, 0.8);
  const chosen = spread(
    engine,
    happenings.map(({ first }) => first),
  );
  const folded = new Map(happenings.map(({ first, folded }) => [first.number, folded]));
  const items = chosen.map(
    ({ event, number }): AnswerItem => ({
      event,
      text: null,
      quantity: null,
      folded: folded.get(number) ?? [],
    }),
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

/** Takes the best again and again, each time less for what is like or near to those taken. */
function spread(engine: SearchEngine, candidates: readonly Candidate[]): Candidate[] {
  const chosen: Candidate[] = [];
  const days = candidates
    .slice(0, 60)
    .map(({ number }) => engine.index.day(number))
    .sort((a, b) => a - b);
  // The middle nine tenths: one stray event long before or after is not the story's course.
  const at = (share: number) => days[Math.floor(share * (days.length - 1))] ?? 0;
  const course = Math.max(14, at(0.95) - at(0.05));
  const left = [...candidates];
  while (chosen.length < MOST && left.length > 0) {
    let next = 0;
    let most = Number.NEGATIVE_INFINITY;
    left.forEach((candidate, i) => {
      let loss = 0;
      for (const other of chosen) {
        const likeness = engine.similarity(candidate.number, other.number) || 0;
        const apart = Math.abs(engine.index.day(candidate.number) - engine.index.day(other.number));
        const near = Math.max(0, 1 - (apart * MOST) / course);
        loss = Math.max(loss, LIKE * Math.max(0, likeness - 0.7) + NEAR * near);
      }
      if (candidate.score - loss > most) [next, most] = [i, candidate.score - loss];
    });
    chosen.push(...left.splice(next, 1));
  }
  return chosen;
}
