import { joinedNumber, numberOfWord } from '../../text/number-words.js';
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
  let thousands = 0;
  let below: number | null = null;
  for (let at = from; at < to; at++) {
    const lower = tokens[at]?.lower ?? '';
    // "20-30" is a range, "eighty-one" one number.
    const isHyphen = /^[-–]$/.test(lower) && !/\d/.test(tokens[at + 1]?.text ?? '');
    if (below !== null && !isHyphen && /^(?:to|-|–)$/.test(lower)) break;
    const scale = SCALES[lower.replace(/s$/, '')];
    const figure = figureOf(lower);
    if (scale !== undefined && scale < 1000) below = (below ?? 1) * scale;
    else if (scale !== undefined) {
      thousands += (below ?? 1) * scale;
      below = 0;
    } else if (figure !== null) below = (below ?? 0) + figure;
  }
  return below === null ? null : thousands + below;
}

/** A figure or a number word, with a scale written to it ("2.5bn"). */
function figureOf(lower: string): number | null {
  const figure = /^[^\d]*(\d[\d,]*(?:\.\d+)?)(k|m|bn)?/.exec(lower);
  if (figure) return Number((figure[1] ?? '').replaceAll(',', '')) * (SCALES[figure[2] ?? ''] ?? 1);
  const [tens = '', ones] = lower.split('-');
  if (ones !== undefined) return joinedNumber(tens, ones);
  return lower === 'one' ? 1 : numberOfWord(lower);
}
