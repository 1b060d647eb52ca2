import { fold } from '../../text/fold.js';
import { isStopWord } from '../../text/stop-words.js';
import { termOf } from '../../text/terms.js';
import { isChinese } from '../chinese/chinese-text.js';
import type { EventIndex } from '../event-index.js';
import type { Ranked } from '../rank/ranked.js';
import { isJapanese, otherLanguage } from './asked-language.js';
import { hasChinese, isFoundIn } from './event-languages.js';
import type { OutOfScope } from './out-of-scope.js';
import type { ScopeGate } from './scope-gate.js';

/** What deciding about a message needs of the search. */
export interface ScopeSources {
  readonly index: EventIndex;
  /** Whether a folded word is a word of the language. */
  knows(word: string): boolean;
  /** The events found by the words of a text, best first. */
  found(text: string): readonly Ranked[];
  /** The encoder's unit vector of a message; null without models. */
  encode(text: string): Promise<Float32Array | null>;
}

/** Decides whether a message is a question that the events could answer: its language, and what it asks. */
export class MessageScope {
  readonly #gate: ScopeGate;
  readonly #sources: ScopeSources;

  constructor(gate: ScopeGate, sources: ScopeSources) {
    this.#gate = gate;
    this.#sources = sources;
  }

  /**
   * Why a message is no question that these events could answer; null for one that is.
   *
   * @param unanswered whether it was looked up already, and nothing found answers it.
   */
  async check(text: string, unanswered: boolean): Promise<OutOfScope | null> {
    const { index, encode } = this.#sources;
    const language = this.#otherLanguage(text);
    if (language !== null) return { kind: 'language', language, chinese: hasChinese(index) };
    return this.#gate.check(text, await encode(text), unanswered);
  }

  /** The language of a question where it is none of the events'; null where it is, or is not clear. */
  #otherLanguage(text: string): string | null {
    const { index, found } = this.#sources;
    if (isChinese(text) && !isJapanese(text)) return hasChinese(index) ? null : 'zh';
    const language = otherLanguage(text, (word) => this.#isKnown(fold(word)));
    return language !== null && !isFoundIn(language, index, found(text)) ? language : null;
  }

  #isKnown(word: string): boolean {
    const { index, knows } = this.#sources;
    return isStopWord(word) || index.vocabulary.id(termOf(word)) !== undefined || knows(word);
  }
}
