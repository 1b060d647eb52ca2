import { inIdleTurns, inTurns } from '../../in-turns.js';
import { isAskingWord, isLightWord, isStopWord } from '../../text/stop-words.js';
import { type Term, termOf, termsOf } from '../../text/terms.js';
import type { Similar } from '../concept.js';
import type { EventIndex } from '../event-index.js';
import type { WordSense } from '../question.js';
import { baseForms } from './base-forms.js';
import { KeptSimilar } from './kept-similar.js';
import { Thesaurus } from './thesaurus.js';
import type { WordNet } from './wordnet.js';

/** Words of a question that may be one collocation. */
const LONGEST_RUN = 3;
const KEPT = 30_000;

/** What WordNet knows of a question's words, as far as the indexed events use it. */
export class LexicalSense implements WordSense {
  readonly #net: WordNet;
  readonly #index: EventIndex;
  readonly #thesaurus: Thesaurus;
  readonly #similar = new Map<string, KeptSimilar>();
  /** Terms up to this number have been picked up. */
  #compiled = 1;

  constructor(net: WordNet, index: EventIndex) {
    this.#net = net;
    this.#index = index;
    this.#thesaurus = new Thesaurus(net);
  }

  /** Picks up the words that came to the events since last time, in small turns. */
  async compile(): Promise<void> {
    const { words } = this.#index.vocabulary;
    const from = this.#compiled;
    if (from === words.length) return;
    this.#compiled = words.length;
    await inTurns(words.slice(from), (word, i) => this.#thesaurus.add(word, [from + i]));
    const { vocabulary } = this.#index;
    const isTold = (first: string) => vocabulary.id(termOf(first)) !== undefined;
    await inTurns(this.#net.collocations(isTold), (lemma) => {
      const ids = this.#idsOf(lemma);
      if (ids?.some((id) => id >= from)) this.#thesaurus.add(lemma, ids);
    });
    this.#similar.clear();
  }

  /** Looks up what some folded words mean, while nothing else is to do. */
  async lookAhead(words: readonly string[], signal?: AbortSignal): Promise<void> {
    const look = (word: string) => {
      if (isStopWord(word) || isAskingWord(word) || isLightWord(word)) return;
      this.#of(word);
    };
    await inIdleTurns(words, look, signal);
  }

  knows(word: string): boolean {
    return baseForms(word).some((form) => this.#net.knows(form));
  }

  similar(terms: readonly Term[]): Map<number, Similar[]> {
    const found = new Map<number, Similar[]>();
    const add = (place: number, similar: KeptSimilar, shared: boolean) => {
      const others = found.get(place) ?? [];
      found.set(place, others);
      similar.addTo(others, shared);
    };
    terms.forEach((term, place) => {
      for (let length = 2; length <= LONGEST_RUN; length++) {
        const run = terms.slice(place, place + length);
        if (run.length < length || !sideBySide(run)) break;
        const similar = this.#ofRun(run.map(({ word }) => word));
        if (similar) for (let i = 0; i < length; i++) add(place + i, similar, true);
      }
      if (term.term === '' || /^\d/.test(term.term) || isAskingWord(term.word) || isLightWord(term.word))
        return;
      add(place, this.#of(term.word), false);
    });
    return found;
  }

  /** What a collocation means: as it is, or with its first word's base form ("gunned down"); null where it is none. */
  #ofRun(words: readonly string[]): KeptSimilar | null {
    const [first = '', ...rest] = words;
    const after = ` ${rest.join(' ')}`;
    const form = baseForms(first).find((base) => this.#net.isCollocation(base + after));
    return form === undefined ? null : this.#of(form + after);
  }

  #of(word: string): KeptSimilar {
    const known = this.#similar.get(word);
    if (known) return known;
    const similar = new KeptSimilar(this.#thesaurus.similar(word));
    if (this.#similar.size >= KEPT) this.#similar.clear();
    this.#similar.set(word, similar);
    return similar;
  }

  /** The term numbers of a lemma; null where it has none or the events lack one of them. */
  #idsOf(lemma: string): readonly number[] | null {
    const ids: number[] = [];
    for (const { term } of termsOf(lemma)) {
      const id = term === '' ? undefined : this.#index.vocabulary.id(term);
      if (id === undefined) return null;
      ids.push(id);
    }
    return ids;
  }
}

const sideBySide = (run: readonly Term[]) =>
  run.every((term, i) => i === 0 || term.start - (run[i - 1]?.end ?? 0) === 1);
