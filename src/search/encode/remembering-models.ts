import { LRUCache } from 'lru-cache';
import type { TextModels } from './text-models.js';

/** Questions whose vectors are kept: one question is looked at several times, and people ask alike. */
const KEPT = 32;

/** Models that encode a question once, however often its vector is asked for. */
export function rememberingQuestions(models: TextModels): TextModels {
  const kept = new LRUCache<string, Promise<(Float32Array | null)[]>>({ max: KEPT });
  const questionVector = (text: string) => {
    const known = kept.get(text);
    if (known) return known;
    const vector = models.encode([text], 'question');
    kept.set(text, vector);
    vector.catch(() => kept.delete(text));
    return vector;
  };
  return {
    encoderId: models.encoderId,
    encode: (texts, kind) => {
      const [only] = texts;
      return kind === 'question' && texts.length === 1 && only !== undefined
        ? questionVector(only)
        : models.encode(texts, kind);
    },
    read: (question, events) => models.read(question, events),
    close: () => models.close(),
  };
}
