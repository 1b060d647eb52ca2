import type { NewsEvent } from '../events/event.js';
import { Candidates } from './candidates.js';
import { EventIndex } from './event-index.js';
import { LexicalSense } from './lexicon/lexical-sense.js';
import { WordNet } from './lexicon/wordnet.js';
import { type NamedTime, type Question, readQuestion } from './question.js';
import { type Ranked, rank } from './ranking.js';

/** The indexed events with what is needed to find among them. */
export class SearchEngine {
  readonly index = new EventIndex();
  readonly #candidates = new Candidates();
  readonly #sense: LexicalSense;

  private constructor(net: WordNet) {
    this.#sense = new LexicalSense(net, this.index);
  }

  /** Indexes events without blocking the event loop for more than a few milliseconds at a time. */
  static async over(events: Iterable<NewsEvent>): Promise<SearchEngine> {
    const engine = new SearchEngine(await WordNet.open());
    await engine.update(events, []);
    return engine;
  }

  /** Takes up events that came or changed and takes out those of the paths named. */
  async update(put: Iterable<NewsEvent>, remove: Iterable<string>): Promise<void> {
    for (const path of remove) this.index.remove(path);
    await this.index.putAll(put);
    this.#sense.forget();
  }

  /** What a question says, in the events' words. */
  read(text: string, time: NamedTime | null): Question {
    return readQuestion(text, this.index, time, this.#sense);
  }

  /** The events that fit a question best, best first. */
  rank(question: Question): Ranked[] {
    return rank(this.index, question, this.#candidates);
  }
}
