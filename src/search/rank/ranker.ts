import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { inSpan } from '../../events/date-span.js';
import type { NewsEvent } from '../../events/event.js';
import { askedFirst } from '../asked-sentence.js';
import { longDate } from '../encode/long-date.js';
import type { TextModels } from '../encode/text-models.js';
import type { VectorIndex } from '../encode/vector-index.js';
import type { EventIndex } from '../event-index.js';
import type { ConceptMatch } from '../match.js';
import type { FolderSupport } from '../model-folder/folder-support.js';
import type { Question } from '../question.js';
import type { QuestionTime } from '../question-time.js';
import { lineCandidates } from '../read/line-candidates.js';
import { LinePicker, PICKED_FEATURES } from '../read/line-picker.js';
import { understandAsking } from '../read/rules/asking.js';
import { ruleLines } from '../read/rules/rule-line.js';
import { LexicalCandidates } from '../retrieve/lexical-candidates.js';
import { timeFactor } from '../time-factor.js';
import { BoostedTrees, type TreesFile } from './boosted-trees.js';
import { EventSignals } from './event-signals.js';
import { FEATURES, featureRows } from './features.js';
import type { Ranked } from './ranked.js';
import { READER_FEATURES, readerRow } from './reader-features.js';
import { TermDays } from './term-days.js';

/** Candidates taken by meaning, beside those that share words. */
const DENSE = 80;
/** Candidates that all trees rank. Those after them only ever fill the end of a long list. */
const WELL_RANKED = 60;
/** The first of the candidates that the reader reads. More find hardly more (docs/experiments.md). */
const READ = 5;
/** Events of a time that are given where a question names nothing else. */
const OF_TIME = 200;

/** What the ranker has learned: trees over the features of every candidate, and trees over those the reader read too. */
export interface RankerWeights {
  readonly first: BoostedTrees;
  readonly second: BoostedTrees | null;
  /** Picks the line each of those would give. */
  readonly picker: LinePicker;
}

/** Reads the weights that the project ships. */
export async function openRankerWeights(): Promise<RankerWeights> {
  const file = createRequire(import.meta.url).resolve('#models/ranker.json');
  const { first, pick, second }: { first: TreesFile; pick: TreesFile; second: TreesFile | null } = JSON.parse(
    await readFile(file, 'utf8'),
  );
  return {
    first: new BoostedTrees(first),
    second: second && new BoostedTrees(second),
    picker: new LinePicker(pick),
  };
}

/** Finds and orders the events for a question: candidates by words and by meaning, then two learned rankings. */
export class Ranker {
  readonly lexical = new LexicalCandidates();
  readonly signals: EventSignals;
  readonly #index: EventIndex;
  readonly #weights: RankerWeights;

  constructor(index: EventIndex, weights: RankerWeights) {
    this.#index = index;
    this.#weights = weights;
    this.signals = new EventSignals(index, new TermDays(index));
  }

  /** Ranks by what needs no model to run: words, time, what the archive shows of each event. */
  rankByWords(question: Question): Ranked[] {
    if (namesOnlyTime(question)) return this.#ofTime(question.time);
    return this.#first(question, this.candidates(question, null, null), null, null);
  }

  /**
   * Ranks by everything there is: with vectors and the reader as far as they are loaded.
   *
   * @param preferred events that are considered in any case, with what each is lifted by: what a conversation is about.
   */
  async rank(
    question: Question,
    models: TextModels | null,
    vectors: VectorIndex | null,
    folder: FolderSupport | null = null,
    preferred: ReadonlyMap<number, number> = NONE_PREFERRED,
  ): Promise<Ranked[]> {
    if (namesOnlyTime(question)) return this.#ofTime(question.time);
    const [vector = null] = models && vectors ? await models.encode([question.text], 'question') : [];
    const factor = timeFactor(question.time);
    const more = (await folder?.candidates(question.text, (event) => factor(this.#index.day(event)))) ?? [];
    const candidates = [
      ...new Set([...this.candidates(question, vector, vectors), ...more, ...preferred.keys()]),
    ];
    const first = lifted(this.#first(question, candidates, vector, vectors), preferred);
    const ranked = folder ? await folder.reordered(question.text, first, this.#index) : first;
    if (!models) return ranked;
    const again = await this.#second(question, ranked, models);
    if (preferred.size === 0) return again;
    const read = again.filter(({ reading }) => reading);
    // The second trees score those read again; the others keep their places after them.
    return [...lifted(read, preferred), ...again.filter(({ reading }) => !reading)];
  }

  /**
   * Ranks many more candidates than one answer needs, without the reader: for what several events answer together.
   *
   * @param count candidates by words; half as many by meaning come in addition.
   */
  async rankWidely(
    question: Question,
    models: TextModels | null,
    vectors: VectorIndex | null,
    count: number,
  ): Promise<Ranked[]> {
    if (namesOnlyTime(question)) return this.#ofTime(question.time);
    const [vector = null] = models && vectors ? await models.encode([question.text], 'question') : [];
    const candidates = this.candidates(question, vector, vectors, count);
    return this.#first(question, candidates, vector, vectors, candidates.length);
  }

  /** The candidates of a question with their features, unranked. */
  async candidateRows(
    question: Question,
    models: TextModels | null,
    vectors: VectorIndex | null,
  ): Promise<{ event: number; features: Float32Array }[]> {
    const [vector = null] = models && vectors ? await models.encode([question.text], 'question') : [];
    const candidates = this.candidates(question, vector, vectors);
    const cosine = (event: number) =>
      vector && vectors ? vectors.vectors.cosine(event, vector) : Number.NaN;
    const { rows } = featureRows(this.#index, this.signals, question, candidates, cosine);
    return candidates.map((event, i) => ({ event, features: rows[i] as Float32Array }));
  }

  /** The events worth a closer look: those that share words, and those near in meaning. */
  candidates(
    question: Question,
    vector: Float32Array | null,
    vectors: VectorIndex | null,
    count?: number,
  ): number[] {
    const index = this.#index;
    const factor = timeFactor(question.time);
    const inTime = (event: number) => factor(index.day(event));
    const chosen = new Set(
      this.lexical.choose(index, question.concepts, inTime, (event) => this.signals.salience(event), count),
    );
    if (vector && vectors)
      for (const event of vectors.vectors.nearest(vector, count === undefined ? DENSE : count >> 1, inTime))
        chosen.add(event);
    return [...chosen];
  }

  #first(
    question: Question,
    candidates: readonly number[],
    vector: Float32Array | null,
    vectors: VectorIndex | null,
    kept = WELL_RANKED,
  ): Ranked[] {
    const cosine = (event: number) =>
      vector && vectors ? vectors.vectors.cosine(event, vector) : Number.NaN;
    const { rows, matches } = featureRows(this.#index, this.signals, question, candidates, cosine);
    const scores = this.#weights.first.scores(rows, kept);
    return candidates
      .map((event, i) => rankedBy(event, rows[i] as Float32Array, matches[i] ?? [], scores[i] ?? 0))
      .sort((a, b) => b.score - a.score);
  }

  async #second(question: Question, ranked: readonly Ranked[], models: TextModels): Promise<Ranked[]> {
    const read = ranked.slice(0, READ);
    const events = read.flatMap(({ event }) => this.#index.event(event) ?? []);
    // An event may go while the question is read.
    if (events.length < read.length) return [...ranked];
    const reading = models.read(askedFirst(question.text), events.map(textRead));
    // The reader works in its own thread: grammar looks for lines meanwhile.
    const asking = understandAsking(question.text);
    const rules = events.map((event) => ruleLines(asking, event));
    const readings = await reading;
    if (!readings || !this.#weights.second) return [...ranked];
    const most = readings.reduce(
      (best, { relevance }) => Math.max(best, relevance),
      Number.NEGATIVE_INFINITY,
    );
    const again = read.map((hit, i): Ranked => {
      const [reading, event, found] = [readings[i], events[i], rules[i]];
      if (!reading || !event || !found || !hit.features) return hit;
      const picked = this.#weights.picker.pick(lineCandidates(asking, event, found, reading));
      const features = new Float32Array(FEATURES.length + READER_FEATURES.length + PICKED_FEATURES.length);
      features.fill(Number.NaN, FEATURES.length + READER_FEATURES.length);
      features.set(hit.features);
      features.set(readerRow(reading, most, hit.score, i, datePrefix(event)), FEATURES.length);
      if (picked) features.set(picked.row, FEATURES.length + READER_FEATURES.length);
      const score = this.#weights.second?.score(features) ?? hit.score;
      const parts = { ...hit.parts, reader: reading.relevance };
      return { ...hit, score, features, reading, parts, ...(picked && { picked }) };
    });
    again.sort((a, b) => b.score - a.score);
    // Those not read stay behind those that were, in their order.
    const last = again.at(-1)?.score ?? 0;
    const rest = ranked.slice(READ).map((hit, i) => ({ ...hit, score: last - 0.01 * (i + 1) }));
    return [...again, ...rest];
  }

  /** The events of a time, for a question that names nothing else: the most prominent first. */
  #ofTime(time: QuestionTime | null): Ranked[] {
    if (!time) return [];
    const inside: Ranked[] = [];
    for (const [event, { date }] of this.#index.events()) {
      if (!inSpan(date, time.span)) continue;
      const salience = this.signals.salience(event);
      inside.push({ event, score: salience, parts: { words: 1, salience }, matches: [] });
    }
    return inside.sort((a, b) => b.score - a.score).slice(0, OF_TIME);
  }
}

const NONE_PREFERRED: ReadonlyMap<number, number> = new Map();

/** Ranked events with those preferred lifted, in their new order. */
function lifted(ranked: Ranked[], preferred: ReadonlyMap<number, number>): Ranked[] {
  if (preferred.size === 0) return ranked;
  return ranked
    .map((hit) => ({ ...hit, score: hit.score + (preferred.get(hit.event) ?? 0) }))
    .sort((a, b) => b.score - a.score);
}

const namesOnlyTime = ({ time, concepts }: Question) =>
  time !== null && concepts.every(({ asking }) => asking);

/** An event's text as the reader was trained to see it. */
export const textRead = ({ date, headline }: NewsEvent) => `${longDate(date)}. ${headline}`;

/** How many characters of that text are its date. */
const datePrefix = ({ date }: NewsEvent) => longDate(date).length + 2;

const SHOWN = ['cov', 'cos', 'titleCov', 'offDays', 'subRise', 'subAfter'].map(
  (name) => [name, FEATURES.indexOf(name)] as const,
);
const NAMES_SHOWN: Readonly<Record<string, string>> = {
  cov: 'words',
  cos: 'meaning',
  titleCov: 'story',
  offDays: 'days off',
  subRise: 'burst',
  subAfter: 'followed by',
};

function rankedBy(
  event: number,
  features: Float32Array,
  matches: readonly ConceptMatch[],
  score: number,
): Ranked {
  const shown = SHOWN.filter(([, at]) => !Number.isNaN(features[at] ?? Number.NaN));
  const parts = Object.fromEntries(shown.map(([name, at]) => [NAMES_SHOWN[name] ?? name, features[at] ?? 0]));
  return { event, score, parts, matches, features };
}
