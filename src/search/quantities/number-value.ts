import { numberOfWord } from '../../text/number-words.js';
import type { NumberPhrase } from '../read/rules/numbers.js';
import type { Token } from '../read/rules/tagged-text.js';

const SCALES: Readonly<Record<string, number>> = {
  dozen: 12,
  hundred: 100,
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  million: 1e6,
  bn: 1e9,
  billion: 1e9,
  trillion: 1e12,
};

/** The value of a number in a text ("nearly two million" is 2,000,000); null where it names none. Of a range the lower end. */
export function numberValue(tokens: readonly Token[], { from, to }: NumberPhrase): number | null {
  let sum = 0;
  let current: number | null = null;
  for (const { lower } of tokens.slice(from, to)) {
    if (current !== null && /^(?:to|-|–)$/.test(lower)) break;
    const scale = SCALES[lower.replace(/s$/, '')];
    const figure = figureOf(lower);
    if (scale !== undefined) {
      sum += (current ?? 1) * scale;
      current = 0;
    } else if (figure !== null) current = (current ?? 0) + figure;
  }
  return current === null ? null : sum + current;
}

/** A figure or a number word, with a scale written to it ("2.5bn"). */
function figureOf(lower: string): number | null {
  const figure = /^[^\d]*(\d[\d,]*(?:\.\d+)?)(k|m|bn)?/.exec(lower);
  if (figure) return Number((figure[1] ?? '').replaceAll(',', '')) * (SCALES[figure[2] ?? ''] ?? 1);
  const parts = lower.split('-').map(numberOfWord);
  return parts.length > 0 && parts.every((part) => part !== null) ? parts.reduce((a, b) => a + b, 0) : null;
}
