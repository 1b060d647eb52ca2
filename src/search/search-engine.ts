import type { CalendarDate } from '../events/calendar-date.js';
import type { NewsEvent } from '../events/event.js';
import { complete } from './autocomplete.js';
import { Candidates } from './candidates.js';
import { confidenceIn } from './confidence.js';
import type { Asking } from './direct/asking.js';
import { EventIndex } from './event-index.js';
import { preferHolding } from './hold-answer.js';
import { Definitions } from './lexicon/definitions.js';
import { LexicalSense } from './lexicon/lexical-sense.js';
import { WordNet } from './lexicon/wordnet.js';
import { WordVectors } from './meaning/word-vectors.js';
import { carryingOf } from './names-only.js';
import { type Question, readQuestion } from './question.js';
import { likenessTo } from './question-likeness.js';
import { questionTime } from './question-time.js';
import { type Ranked, rank } from './ranking.js';
import { whatCameNext } from './sequence.js';
import type { TextRange } from './text-range.js';

/** Words of the language, the most usual first, whose meaning is looked up ahead. */
const LOOKED_AHEAD = 15_000;

/** The share of a query's weight an event must have to be counted as found by it. */
const MATCHING_SHARE = 0.5;

/** The share of its weight that an event has which says all of a query. */
const TELLING_SHARE = 0.99;

/** The indexed events with what is needed to find among them. */
export class SearchEngine {
  readonly index: EventIndex;
  readonly #candidates = new Candidates();
  readonly #net: WordNet;
  readonly #sense: LexicalSense;
  #ready: Promise<void> = Promise.resolve();

  private constructor(net: WordNet, definitions: Definitions, vectors: WordVectors) {
    this.#net = net;
    this.index = new EventIndex(vectors);
    this.#sense = new LexicalSense(net, definitions, this.index);
  }

  /** Indexes events without blocking the event loop for more than a few milliseconds at a time. */
  static async over(events: Iterable<NewsEvent>): Promise<SearchEngine> {
    const [net, definitions, vectors] = await Promise.all([
      WordNet.open(),
      Definitions.open(),
      WordVectors.open(),
    ]);
    const engine = new SearchEngine(net, definitions, vectors);
    await engine.update(events, []);
    return engine;
  }

  /** Takes up events that came or changed and takes out those of the paths named. What their words mean follows (`ready`). */
  async update(put: Iterable<NewsEvent>, remove: Iterable<string>): Promise<void> {
    for (const path of remove) this.index.remove(path);
    const known = this.index.end;
    await this.index.putAll(put);
    // What follows would otherwise begin while the events of a start are still coming.
    if (this.index.end === known) return;
    this.#ready = this.#ready.then(() => this.index.compile()).then(() => this.#sense.compile());
  }

  /** Resolves when related words are known for the events' words too; until then words are found as they stand. */
  ready(): Promise<void> {
    return this.#ready;
  }

  /**
   * Looks up ahead what questions will ask for, in a fifth of the time there is: the events of every frequent
   * term, and what the most usual words of the language mean. Questions may come meanwhile, and `signal` calls
   * it off.
   */
  async lookAhead(signal?: AbortSignal, words = LOOKED_AHEAD): Promise<void> {
    await this.ready();
    await this.index.lookAhead(signal);
    await this.#sense.lookAhead(this.index.meanings.vectors.frequentWords(words), signal);
  }

  /** What a question says, in the events' words. */
  read(text: string, today: CalendarDate, askingWords: readonly TextRange[] = []): Question {
    const time = questionTime(text, today);
    return readQuestion(text, this.index, { time, askingWords, sense: this.#sense });
  }

  /** What words to search for say: no time is read from them. */
  readWords(text: string): Question {
    return readQuestion(text, this.index, { time: null, askingWords: [], sense: this.#sense });
  }

  /** Every event that has enough of a query's words, best first: the best looked at word by word, the rest by weight. */
  matching(question: Question): Ranked[] {
    const ranked = this.rank(question);
    const looked = new Set(ranked.map(({ event }) => event));
    const rest = this.#candidates.sharing(this.index, question.concepts);
    return [
      ...ranked.filter(({ parts }) => (parts['words'] ?? 0) >= MATCHING_SHARE),
      ...rest
        .filter(({ event, share }) => share >= MATCHING_SHARE && !looked.has(event))
        .map(({ event, share }): Ranked => ({ event, score: share, parts: { words: share }, matches: [] })),
    ];
  }

  /** The events that have all words of a question but those of asking and of its time. */
  telling(question: Question): number[] {
    const sharing = this.#candidates.sharing(this.index, carryingOf(question));
    return sharing.filter(({ share }) => share >= TELLING_SHARE).map(({ event }) => event);
  }

  /** The later events of the story that a question starts from, in time order; `ranked` is what fits the question. */
  whatCameNext(question: Question, ranked: readonly Ranked[]): Ranked[] {
    return whatCameNext(this.index, question, ranked, this.#candidates);
  }

  /** The event that fits a free text best; null where none shares enough of its words. */
  nearest(text: string): NewsEvent | null {
    const best = this.rank(this.readWords(text))[0];
    return best && (best.parts['words'] ?? 0) >= MATCHING_SHARE ? this.index.event(best.event) : null;
  }

  /** Events whose words go on from what was typed, best first. */
  complete(typed: string, limit: number): NewsEvent[] {
    return complete(this.index, typed, limit).flatMap((number) => this.index.event(number) ?? []);
  }

  /** How likely the first of the ranked events answers the question, and why. */
  confidence(question: Question, asking: Asking, ranked: readonly Ranked[]) {
    return confidenceIn(this.#net, this.index, question, asking, ranked);
  }

  /** The events that fit a question best, best first; among like ones those that hold what is asked for (`asking`). */
  rank(question: Question, asking?: Asking): Ranked[] {
    const ranked = rank(this.index, question, this.#candidates);
    if (!asking) return ranked;
    return preferHolding(this.index, asking, ranked, likenessTo(question.concepts, this.index));
  }
}
