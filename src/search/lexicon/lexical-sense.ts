import type { Similar } from '../concept.js';
import type { EventIndex } from '../event-index.js';
import type { WordSense } from '../question.js';
import { isAskingWord, isLightWord } from '../stop-words.js';
import { type Term, termsOf } from '../terms.js';
import { baseForms } from './base-forms.js';
import { relatedWords } from './related-words.js';
import type { WordNet } from './wordnet.js';

/** Related words taken up for one word of a question. */
const MOST = 80;
/** Words of a question that may be one collocation. */
const LONGEST_RUN = 3;
const KEPT = 2000;

/** What WordNet knows of a question's words, as far as the indexed events use it. */
export class LexicalSense implements WordSense {
  readonly #net: WordNet;
  readonly #index: EventIndex;
  readonly #similar = new Map<string, readonly Similar[]>();
  readonly #ids = new Map<string, readonly number[] | null>();

  constructor(net: WordNet, index: EventIndex) {
    this.#net = net;
    this.#index = index;
  }

  knows(word: string): boolean {
    return baseForms(word).some((form) => this.#net.knows(form));
  }

  similar(terms: readonly Term[]): Map<number, Similar[]> {
    const found = new Map<number, Similar[]>();
    const add = (place: number, similar: readonly Similar[]) =>
      found.set(place, [...(found.get(place) ?? []), ...similar]);
    terms.forEach((term, place) => {
      for (let length = 2; length <= LONGEST_RUN; length++) {
        const run = terms.slice(place, place + length);
        if (run.length < length || !sideBySide(run)) break;
        const similar = this.#ofRun(run.map(({ word }) => word));
        for (let i = 0; i < length; i++) add(place + i, similar);
      }
      if (term.term === '' || /^\d/.test(term.term) || isAskingWord(term.word) || isLightWord(term.word))
        return;
      add(place, this.#of(term.word));
    });
    return found;
  }

  /** Forgets what was looked up, when the events' words have changed. */
  forget(): void {
    this.#similar.clear();
    this.#ids.clear();
  }

  /** What a collocation means: as it stands, or with its first word's base form ("gunned down"). */
  #ofRun(words: readonly string[]): Similar[] {
    const [first = '', ...rest] = words;
    const form = baseForms(first).find((base) => this.#net.knows([base, ...rest].join(' ')));
    if (form === undefined) return [];
    return this.#of([form, ...rest].join(' ')).map((similar) => ({ ...similar, shared: true }));
  }

  #of(word: string): readonly Similar[] {
    const known = this.#similar.get(word);
    if (known) return known;
    const similar = relatedWords(this.#net, word, (lemma) => this.#idsOf(lemma))
      .slice(0, MOST)
      .map(([ids, nearness]): Similar => ({ ids, nearness }));
    if (this.#similar.size >= KEPT) this.#similar.clear();
    this.#similar.set(word, similar);
    return similar;
  }

  /** The term numbers of a lemma; null where it has none or the events lack one of them. */
  #idsOf(lemma: string): readonly number[] | null {
    const known = this.#ids.get(lemma);
    if (known !== undefined) return known;
    const terms = termsOf(lemma).map(({ term }) => this.#index.vocabulary.id(term));
    const ids = terms.filter((id) => id !== undefined);
    const all = ids.length > 0 && ids.length === terms.length ? ids : null;
    this.#ids.set(lemma, all);
    return all;
  }
}

const sideBySide = (run: readonly Term[]) =>
  run.every((term, i) => i === 0 || term.start - (run[i - 1]?.end ?? 0) === 1);
