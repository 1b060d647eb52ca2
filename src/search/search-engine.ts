import type { CalendarDate } from '../events/calendar-date.js';
import type { NewsEvent } from '../events/event.js';
import { bytesOf, type Sections } from '../kept/kept-file.js';
import type { TextRange } from '../text/text-range.js';
import { complete } from './autocomplete.js';
import { chineseAnswer } from './chinese/chinese-answer.js';
import { isChinese } from './chinese/chinese-text.js';
import { Decider, type Decision } from './decide/decider.js';
import type { EngineModels } from './encode/open-models.js';
import { RememberedModels } from './encode/remembered-models.js';
import type { PairReading, TextModels } from './encode/text-models.js';
import { VectorIndex, type VectorProgress } from './encode/vector-index.js';
import { EventIndex } from './event-index.js';
import type { IntentReading } from './intent/intent.js';
import { IntentReader, namesOf } from './intent/intent-reader.js';
import { MessageScope } from './intent/message-scope.js';
import type { OutOfScope } from './intent/out-of-scope.js';
import { ScopeGate } from './intent/scope-gate.js';
import { type KeptTerms, termsToKeep } from './kept-terms.js';
import { LexicalSense } from './lexicon/lexical-sense.js';
import { WordNet } from './lexicon/wordnet.js';
import { FolderSupport } from './model-folder/folder-support.js';
import { type Question, readQuestion } from './question.js';
import { questionTime } from './question-time.js';
import { EVENT_SIGNALS } from './rank/event-signals.js';
import type { Ranked } from './rank/ranked.js';
import { openRankerWeights, Ranker, type RankerWeights, textRead } from './rank/ranker.js';
import type { DirectAnswer } from './read/answer-line.js';
import { understandAsking } from './read/rules/asking.js';
import { asksHowItIs } from './read/rules/present.js';
import { ruleLine } from './read/rules/rule-line.js';
import type { Wanted } from './read/rules/wanted.js';
import { whatCameNext } from './sequence.js';

/** Words of the events, the most frequent first, whose meaning is looked up ahead. */
const LOOKED_AHEAD = 15_000;

/** The share of a query's weight an event must have to be counted as found by it. */
const MATCHING_SHARE = 0.5;

/** What one event says to a question, read by grammar. */
export interface GrammarReading {
  /** The line it gives; null where it holds none of the kind asked for. */
  readonly direct: DirectAnswer | null;
  /** Whether the question asks for nothing that only some events hold. */
  readonly open: boolean;
  readonly asksDay: boolean;
}

/** What the sentence encoder makes of the events. */
export interface EventMeaning {
  /** The unit vector of an event; null where it has none (yet). */
  of(event: NewsEvent): Float32Array | null;
  /** The events nearest to a unit vector, best first. */
  nearest(vector: Float32Array, count: number): readonly NewsEvent[];
}

/** From this probability on a line found by grammar is said. */
const HELD_FROM = 0.4;
/** Kinds of questions that any event about their subject answers. */
const OPEN: ReadonlySet<Wanted> = new Set(['anything', 'what-happened', 'yes-no', 'date']);

/** Signals are recomputed this long after an event came, in milliseconds, with those of all that came meanwhile. */
const REFRESH_AFTER_MS = 30_000;

/** What an earlier run had made of events. */
export interface KeptSearch {
  readonly terms: KeptTerms;
  /** The signals of the kept events, in order. */
  readonly signals: Float32Array;
  /** The event of a kept one's number; null where it is another one now or gone. */
  readonly eventOf: (number: number) => NewsEvent | null;
  /** Whether the events are the kept ones, no more and no fewer. */
  readonly isAll: boolean;
}

/** The indexed events with what is needed to find among them. */
export class SearchEngine {
  readonly index: EventIndex;
  readonly ranker: Ranker;
  readonly #sense: LexicalSense;
  readonly #decider: Decider;
  readonly #intents: IntentReader;
  readonly #scope: MessageScope;
  readonly #models: TextModels | null;
  readonly #vectors: VectorIndex | null;
  readonly #folder: FolderSupport | null;
  #ready: Promise<void> = Promise.resolve();
  #signals: Promise<void> = Promise.resolve();
  #refreshing: NodeJS.Timeout | undefined;

  private constructor(
    net: WordNet,
    weights: RankerWeights,
    decider: Decider,
    intents: IntentReader,
    gate: ScopeGate,
    models: EngineModels | null,
  ) {
    this.index = new EventIndex();
    this.#decider = decider;
    this.#intents = intents;
    this.ranker = new Ranker(this.index, weights);
    this.#sense = new LexicalSense(net, this.index);
    this.#models = models && new RememberedModels(models.models);
    this.#vectors = models && new VectorIndex(models.models, models.known, models.keep);
    this.#folder = models?.folder ? new FolderSupport(models.folder) : null;
    this.#scope = new MessageScope(gate, {
      index: this.index,
      knows: (word) => this.#sense.knows(word),
      found: (text) => this.ranker.rankByWords(this.readWords(text)),
      encode: async (text) => (await this.#models?.encode([text], 'question'))?.[0] ?? null,
    });
  }

  /**
   * Indexes events without blocking the event loop for more than a few milliseconds at a time.
   *
   * @param models the learned models; without them questions are answered by their words alone.
   * @param kept what an earlier run had made of these events or some of them.
   */
  static async over(
    events: Iterable<NewsEvent>,
    models: EngineModels | null = null,
    kept: KeptSearch | null = null,
  ): Promise<SearchEngine> {
    const [net, weights, decider, intents, gate] = await Promise.all([
      WordNet.open(),
      openRankerWeights(),
      Decider.open(),
      IntentReader.open(),
      ScopeGate.open(),
    ]);
    const engine = new SearchEngine(net, weights, decider, intents, gate, models);
    if (kept) await engine.#restore(kept);
    const { index } = engine;
    await engine.update(
      kept ? [...events].filter(({ path }) => index.numberOf(path) === undefined) : events,
      [],
    );
    return engine;
  }

  async #restore({ terms, signals, eventOf, isAll }: KeptSearch): Promise<void> {
    await this.index.restore(terms, eventOf);
    if (this.index.size === 0) return;
    this.ranker.signals.restore(signals, isAll);
    this.#ready = this.index.compile().then(() => this.#sense.compile());
    await this.#encodeFrom(0);
  }

  async #encodeFrom(number: number): Promise<void> {
    await this.#vectors?.put(this.#from(number));
    await this.#folder?.vectors?.put(this.#from(number));
  }

  /** Picks up events that came or changed and takes out those of the paths named. What their words mean follows (`ready`). */
  async update(put: Iterable<NewsEvent>, remove: Iterable<string>): Promise<void> {
    for (const path of remove) this.#forget(path);
    const known = this.index.end;
    const coming = [...put];
    for (const { path } of coming) this.#forget(path, false);
    await this.index.putAll(coming);
    // What follows would otherwise begin while the events of a start are still coming.
    if (this.index.end === known) return;
    this.#ready = this.#ready.then(() => this.index.compile()).then(() => this.#sense.compile());
    // Questions wait for the signals of a start; those of a few events that come later may follow.
    if (known === 0) this.#ready = this.#refreshSignals();
    else this.#refreshSoon();
    await this.#encodeFrom(known);
  }

  #refreshSignals(): Promise<void> {
    clearTimeout(this.#refreshing);
    this.#refreshing = undefined;
    const ready = this.#ready;
    this.#signals = this.#signals.then(() => ready).then(() => this.ranker.signals.refresh());
    return this.#signals;
  }

  /** Works out the signals once for all events that come within a while: it takes a large archive most of a second. */
  #refreshSoon(): void {
    if (this.#refreshing) return;
    this.#refreshing = setTimeout(() => void this.#refreshSignals(), REFRESH_AFTER_MS);
    this.#refreshing.unref();
  }

  /**
   * What was made of the events, to be kept for the next run; once it is complete.
   *
   * @param numbers the events to keep, in order
   */
  async toKeep(numbers: readonly number[], signal?: AbortSignal): Promise<Sections | null> {
    const terms = await termsToKeep(this.index, numbers, signal);
    if (!terms) return null;
    const signals = new Float32Array(numbers.length * EVENT_SIGNALS.length);
    for (const [i, number] of numbers.entries())
      signals.set(this.ranker.signals.of(number), i * EVENT_SIGNALS.length);
    return { ...terms, signals: bytesOf(signals) };
  }

  /** Resolves when related words are known for the events' words too; until then words are found as they stand. */
  ready(): Promise<void> {
    return this.#ready;
  }

  /** Resolves when every event has its vector, too; until then an event without is found by its words alone. */
  async encoded(): Promise<void> {
    await this.settled();
    await this.#vectors?.ready();
    await this.#folder?.vectors?.ready();
  }

  /** Resolves when everything but vectors is worked out for the events there are. */
  async settled(): Promise<void> {
    await this.#ready;
    await (this.#refreshing ? this.#refreshSignals() : this.#signals);
  }

  /** How far the events' vectors are; null without models. */
  get encoding(): VectorProgress | null {
    return this.#vectors?.progress ?? null;
  }

  /** The events' vectors, for what goes by meaning apart from any question; null without models. */
  get meaning(): EventMeaning | null {
    const vectors = this.#vectors?.vectors;
    if (!vectors) return null;
    return {
      of: ({ path }) => {
        const number = this.index.numberOf(path);
        return number === undefined ? null : vectors.vector(number);
      },
      nearest: (vector, count) =>
        vectors.nearest(vector, count, () => 1).flatMap((number) => this.index.event(number) ?? []),
    };
  }

  /**
   * Looks up ahead what questions will ask for, in a fifth of the time there is: the events of every frequent term, and
   * what the most frequent words mean. Questions may come meanwhile, and `signal` calls it off.
   */
  async lookAhead(signal?: AbortSignal, words = LOOKED_AHEAD): Promise<void> {
    await this.ready();
    await this.index.lookAhead(signal);
    await this.#sense.lookAhead(this.index.vocabulary.frequentWords(words), signal);
  }

  /** The folded words that the most events have, the most frequent first. */
  frequentWords(count: number): string[] {
    return this.index.vocabulary.frequentWords(count);
  }

  /**
   * Why a message is no question that these events could answer; null for one that is.
   *
   * @param unanswered whether it was looked up already, and nothing found answers it.
   */
  outOfScope(text: string, unanswered = false): Promise<OutOfScope | null> {
    return this.#scope.check(text, unanswered);
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

  /**
   * The events that answer a question best, best first.
   *
   * @param preferred events to consider in any case, with what each is lifted by.
   */
  rank(question: Question, preferred?: ReadonlyMap<number, number>): Promise<Ranked[]> {
    return this.ranker.rank(question, this.#models, this.#vectors, this.#folder, preferred);
  }

  /** Ranks many more events than one answer needs, without the reader (see Ranker.rankWidely). */
  rankWidely(question: Question, count: number): Promise<Ranked[]> {
    return this.ranker.rankWidely(question, this.#models, this.#vectors, count);
  }

  /** What a question wants: one event or several, and whether it leans on what was said before. */
  intentOf(text: string): IntentReading {
    return this.#intents.read(text, namesOf(this.index));
  }

  /** What the reader makes of a question with each of some events; null without a reader. */
  async readEvents(question: string, events: readonly NewsEvent[]): Promise<PairReading[] | null> {
    if (!this.#models || events.length === 0) return null;
    return this.#models.read(question, events.map(textRead));
  }

  /** The cosine of two events' vectors; NaN where one has none. */
  similarity(one: number, other: number): number {
    return this.#vectors?.vectors.between(one, other) ?? Number.NaN;
  }

  /** How sure the first of the ranked events is to answer, and the line it gives. */
  decide(question: Question, ranked: readonly Ranked[]): Decision {
    const [first] = ranked;
    const event = first && this.index.event(first.event);
    if (!first || !event) return { answers: 0, line: 0, direct: null };
    if (first.reading && !isChinese(question.text))
      return this.#decider.decide(ranked, (number) => this.index.event(number)?.headline ?? '');
    // Without a reading the share of the question's words that the event has must do.
    const words = first.parts['words'] ?? 0;
    return { answers: words, line: words, direct: chineseAnswer(question.text, event) };
  }

  /** Whether a question asks how things are: what an event says then may have changed since. */
  asksHowItIs(question: string): boolean {
    return !isChinese(question) && asksHowItIs(understandAsking(question));
  }

  /** Whether the operator's own reader holds a line for wrong; false without one. */
  async objects(question: string, line: DirectAnswer): Promise<boolean> {
    return (await this.#folder?.objects(question, line)) ?? false;
  }

  /** Reads a question against one event by grammar, for a question whose event is known already. */
  readByGrammar(question: string, event: NewsEvent): GrammarReading {
    const asking = understandAsking(question);
    const found = isChinese(question) ? null : ruleLine(asking, event);
    const direct = found && found.probability >= HELD_FROM ? found.line : chineseAnswer(question, event);
    return { direct, open: OPEN.has(asking.wanted), asksDay: asking.wanted === 'date' };
  }

  /** The candidates of a question with the numbers that ranking sees of them: what the ranker is trained on. */
  candidateRows(question: Question): Promise<{ event: number; features: Float32Array }[]> {
    return this.ranker.candidateRows(question, this.#models, this.#vectors);
  }

  /** Every event that has enough of a query's words, best first: the best ranked by all signals of words, the rest by weight. */
  matching(question: Question): Ranked[] {
    const ranked = this.ranker.rankByWords(question);
    const looked = new Set(ranked.map(({ event }) => event));
    const rest = this.ranker.lexical.sharing(this.index, question.concepts);
    return [
      ...ranked.filter(({ parts }) => (parts['words'] ?? 0) >= MATCHING_SHARE),
      ...rest
        .filter(({ event, share }) => share >= MATCHING_SHARE && !looked.has(event))
        .map(({ event, share }): Ranked => ({ event, score: share, parts: { words: share }, matches: [] })),
    ];
  }

  /** The later events of the story that a question starts from, in time order; `ranked` is what fits the question. */
  whatCameNext(question: Question, ranked: readonly Ranked[]): Ranked[] {
    return whatCameNext(this.index, question, ranked, this.ranker.lexical);
  }

  /** The event that fits a free text best; null where none shares enough of its words. */
  nearest(text: string): NewsEvent | null {
    const best = this.matching(this.readWords(text))[0];
    return best ? this.index.event(best.event) : null;
  }

  /** Events whose words go on from what was typed, best first. */
  complete(typed: string, limit: number): NewsEvent[] {
    return complete(this.index, typed, limit).flatMap((number) => this.index.event(number) ?? []);
  }

  /** Stops what runs in the background. */
  async close(): Promise<void> {
    clearTimeout(this.#refreshing);
    await this.#folder?.close();
    await this.#vectors?.stop();
    await this.#models?.close();
  }

  #forget(path: string, remove = true): void {
    const number = this.index.numberOf(path);
    if (number === undefined) return;
    this.#vectors?.remove(number);
    this.#folder?.vectors?.remove(number);
    if (remove) this.index.remove(path);
  }

  *#from(first: number): Generator<readonly [number, NewsEvent]> {
    for (let number = first; number < this.index.end; number++) {
      const event = this.index.event(number);
      if (event) yield [number, event];
    }
  }
}
