import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { termOf } from '../../text/terms.js';
import type { EventIndex } from '../event-index.js';
import type { AskedQuantity, Intent, IntentReading, Leaning, Slot } from './intent.js';
import { questionFeatures, slotFeatures } from './intent-features.js';
import { intentWords, type NameTest } from './intent-words.js';
import { type LinearFile, LinearModel } from './linear-model.js';

/** The weights that training/train-intent.ts writes. */
export interface IntentFile {
  /** Words that are seen as themselves; every other is seen as its class. */
  readonly frame: readonly string[];
  readonly intent: LinearFile;
  readonly quantity: LinearFile;
  readonly leaning: LinearFile;
  readonly slot: LinearFile;
}

/** What the events know of words as names. */
export function namesOf({ vocabulary }: EventIndex): NameTest {
  return (word) => {
    const id = vocabulary.id(termOf(word));
    return id === undefined ? null : vocabulary.isName(id);
  };
}

/** Reads what a question wants: joint intent classification and slot filling, by linear classifiers over word n-grams. */
export class IntentReader {
  readonly #frame: ReadonlySet<string>;
  readonly #intent: LinearModel<Intent>;
  readonly #quantity: LinearModel<AskedQuantity>;
  readonly #leaning: LinearModel<Leaning>;
  readonly #slot: LinearModel<Slot>;

  constructor(file: IntentFile) {
    this.#frame = new Set(file.frame);
    this.#intent = new LinearModel(file.intent);
    this.#quantity = new LinearModel(file.quantity);
    this.#leaning = new LinearModel(file.leaning);
    this.#slot = new LinearModel(file.slot);
  }

  /** Reads the weights that the project ships. */
  static async open(): Promise<IntentReader> {
    const file = createRequire(import.meta.url).resolve('#models/intent.json');
    return new IntentReader(JSON.parse(await readFile(file, 'utf8')));
  }

  read(text: string, isName: NameTest): IntentReading {
    const words = intentWords(text, this.#frame, isName);
    const keys = words.map(({ key }) => key);
    const features = questionFeatures(keys);
    const intent = this.#intent.best(features);
    const leaning = this.#leaning.probabilities(features);
    const alone = leaning[this.#leaning.labels.indexOf('alone')] ?? 0;
    let filled: IntentReading['words'] | null = null;
    // Most questions need no slots: they are filled when they are first looked at.
    const fill = () =>
      words.map((word, at) => ({
        ...word,
        slot: this.#slot.best(slotFeatures(keys, at, intent.label)).label,
      }));
    return {
      intent: intent.label,
      probability: intent.probability,
      quantity: this.#quantity.best(features).label,
      leaning: this.#leaning.labels[leaning.indexOf(Math.max(...leaning))] ?? 'alone',
      leans: 1 - alone,
      get words() {
        filled ??= fill();
        return filled;
      },
    };
  }
}
