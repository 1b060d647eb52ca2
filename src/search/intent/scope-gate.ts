import { createRequire } from 'node:module';
import { ASIDES, type OutOfScope } from './out-of-scope.js';
import { TextClassifier } from './text-classifier.js';

/** How likely a message must be a question at least to be looked up (models/gate.md has what each share loses). */
const QUESTION_FROM = 0.2;
/** The same where what was found answers nothing: little is lost then. */
const UNANSWERED_FROM = 0.5;

/** Tells messages that ask nothing of the events from questions. */
export class ScopeGate {
  readonly #classifier: TextClassifier<'question' | (typeof ASIDES)[number]>;

  private constructor(classifier: TextClassifier<'question' | (typeof ASIDES)[number]>) {
    this.#classifier = classifier;
  }

  /** Reads the weights that the project ships. */
  static async open(): Promise<ScopeGate> {
    const file = createRequire(import.meta.url).resolve('#models/gate.json');
    return new ScopeGate(await TextClassifier.open(file, ['question', ...ASIDES]));
  }

  /**
   * What a message is where it is no question; null for a question, and for what can't be classified without a vector.
   *
   * @param vector the encoder's unit vector of the message.
   * @param unanswered whether it was looked up already, and nothing found answers it.
   */
  check(text: string, vector: Float32Array | null, unanswered: boolean): OutOfScope | null {
    if (!vector) return null;
    const probabilities = this.#classifier.classify(text, vector);
    const question = probabilities.get('question') ?? 1;
    if (question >= (unanswered ? UNANSWERED_FROM : QUESTION_FROM)) return null;
    let [kind, most]: [(typeof ASIDES)[number], number] = ['chat', -1];
    for (const aside of ASIDES) {
      const probability = probabilities.get(aside) ?? 0;
      if (probability > most) [kind, most] = [aside, probability];
    }
    return { kind };
  }
}
