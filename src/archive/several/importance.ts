import { EVENT_SIGNALS } from '../../search/rank/event-signals.js';
import type { SearchEngine } from '../../search/search-engine.js';
import type { Candidate } from './pool.js';

/** The best events, which say what the subject is. */
const CENTRE = 20;
/** Days before and after an event in which others belong to the same burst, and the cosine above which they do. */
const BURST_BEFORE = 1;
const BURST_AFTER = 2;
const ALIKE = 0.3;
/** How far below the best an event counts about a third in a burst. */
const FADES = 2;

const LINKED = EVENT_SIGNALS.indexOf('relatedIn');

/**
 * How much each event matters for its subject, in the order given: the sum of how well it fits, how near it is to the middle of
 * the subject, how many reports of the subject came in the same days, how many events link to it, and how prominent it is.
 * Each is standardised among these events and counts the same.
 *
 * @param candidates the events of a subject, best first.
 */
export function importances(engine: SearchEngine, candidates: readonly Candidate[]): number[] {
  const { signals } = engine.ranker;
  const best = candidates[0]?.score ?? 0;
  const centre = candidates.slice(0, CENTRE);
  const central = candidates.map(({ number }) =>
    mean(
      centre
        .filter((other) => other.number !== number)
        .map((other) => likeness(engine, number, other.number)),
    ),
  );
  const most = Math.max(0.01, ...central);
  const belongs = candidates.map(
    ({ score }, i) => Math.exp((score - best) / FADES) * Math.max(0, (central[i] ?? 0) / most),
  );
  const measures = [
    candidates.map(({ score }) => score),
    central,
    bursts(engine, candidates, belongs),
    candidates.map(({ number }) => signals.of(number)[LINKED] ?? 0),
    candidates.map(({ number }) => signals.salience(number)),
  ].map(standardised);
  return candidates.map((_, i) => measures.reduce((sum, measure) => sum + (measure[i] ?? 0), 0));
}

/** The logarithm of how many events like each came in the same days; an event that hardly belongs to the subject counts less. */
function bursts(
  engine: SearchEngine,
  candidates: readonly Candidate[],
  belongs: readonly number[],
): number[] {
  const byDay = candidates
    .map(({ number }, i) => ({ number, day: engine.index.day(number), belongs: belongs[i] ?? 0, i }))
    .sort((a, b) => a.day - b.day);
  const found = candidates.map(() => 0);
  byDay.forEach(({ number, day, i }, place) => {
    for (const step of [1, -1])
      for (let at = place + step; ; at += step) {
        const other = byDay[at];
        if (!other || other.day - day > BURST_AFTER || other.day - day < -BURST_BEFORE) break;
        const alike = Math.max(0, likeness(engine, number, other.number) - ALIKE);
        found[i] = (found[i] ?? 0) + alike * other.belongs;
      }
  });
  return found.map(Math.log1p);
}

/** The cosine of two events; 0 where one has no vector. */
const likeness = (engine: SearchEngine, one: number, other: number) => engine.similarity(one, other) || 0;

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / Math.max(1, values.length);

/** Values with the mean 0 and the standard deviation 1; zeros where all are the same. */
function standardised(values: readonly number[]): number[] {
  const middle = mean(values);
  const deviation = Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
  return values.map((value) => (deviation < 1e-9 ? 0 : (value - middle) / deviation));
}
