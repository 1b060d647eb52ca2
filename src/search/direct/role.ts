import type { Aligned } from './aligned.js';
import type { Phrase } from './phrases.js';
import type { Token } from './tagged-text.js';

/** Whether a phrase stands where the thing asked for must stand: who did it before the verb, whom it was done to after it. -0.5 to 0.6. */
export function roleFit(aligned: Aligned, phrase: Phrase): number {
  const { asking, tokens, match } = aligned;
  if (asking.gap === 'other') return 0;
  const agent = asking.gap === 'subject' && !passive(asking.tokens);
  const verb = anchorVerb(aligned, phrase);
  if (verb < 0) return agent && phrase.from <= 2 ? 0.2 : 0;
  const isPassive = passive(tokens, verb);
  const before = phrase.to <= verb;
  if (tokens[verb]?.sentence !== tokens[phrase.from]?.sentence) return -0.2;
  const by = phrase.preposition === 'by' && !before;
  const isAgent = isPassive ? by : before;
  const fit = match[verb] ?? 0;
  return isAgent === agent ? 0.6 * fit : -0.3 * fit;
}

/** The verb of the event that matched the question and stands nearest to the phrase, or -1. */
function anchorVerb({ tokens, match }: Aligned, phrase: Phrase): number {
  let best = -1;
  let gap = Number.POSITIVE_INFINITY;
  tokens.forEach((token, i) => {
    if (token.pos !== 'VERB' || (match[i] ?? 0) < 0.5) return;
    const distance = i < phrase.from ? phrase.from - i : i - phrase.to + 1;
    if (distance < gap) {
      gap = distance;
      best = i;
    }
  });
  return best;
}

/** Whether the first verb (or the one given) is a participle behind "be" or "get". */
function passive(tokens: readonly Token[], verb = tokens.findIndex((t) => t.pos === 'VERB')): boolean {
  const token = tokens[verb];
  if (!token || !/(ed|en|wn|ught|ung|ot|ld|ck|de|it|ut)$/.test(token.lower)) return false;
  for (let i = verb - 1; i >= Math.max(0, verb - 4); i--) {
    if (/^(is|are|was|were|be|been|being|got|gets|get)$/.test(tokens[i]?.lower ?? '')) return true;
    if (tokens[i]?.pos === 'VERB') return false;
  }
  return false;
}
