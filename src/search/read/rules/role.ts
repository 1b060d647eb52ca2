import type { Aligned } from './aligned.js';
import type { Phrase } from './phrases.js';
import type { Token } from './tagged-text.js';
import { isVerb } from './wordnet.js';

/**
 * Whether a phrase stands where the thing asked for must stand: who did it before the verb, whom it was done to after it.
 *
 * @returns from -1 (the other side of the verb) to 1; 0 where the verb can't be found.
 */
export function roleFit(aligned: Aligned, phrase: Phrase): number {
  const { asking, tokens, match } = aligned;
  if (asking.gap === 'other') return 0;
  const agent = asking.gap === 'subject' && !isPassive(asking.tokens);
  const verb = anchorVerb(aligned, phrase);
  if (verb < 0 || tokens[verb]?.sentence !== tokens[phrase.from]?.sentence)
    return unanchored(tokens, phrase, agent);
  const before = phrase.to <= verb;
  // "A film directed by NAME" is passive without its auxiliary.
  const passive = isPassive(tokens, verb) || tokens[verb + 1]?.lower === 'by';
  const isAgent = passive ? !before && phrase.preposition === agentOf(tokens[verb]) : before;
  return (isAgent === agent ? 1 : -1) * (match[verb] ?? 0);
}

/** "Sold to NAME": who bought it, as "bought by NAME" tells it; the question is taken to ask who got, not who gave. */
function agentOf(verb: Token | undefined): string {
  return /^(sell|award|hand|lease|loan|give)$/.test(verb?.lemma ?? '') ? 'to' : 'by';
}

/** Without a word for the question's verb the first verb of the event must do, and tells less. */
function unanchored(tokens: readonly Token[], phrase: Phrase, agent: boolean): number {
  const verb = tokens.findIndex((t) => t.pos === 'VERB' || t.pos === 'AUX');
  if (verb < 0 || tokens[phrase.from]?.sentence !== 0) return 0;
  return phrase.to <= verb === agent ? 0.3 : -0.3;
}

/** The word of the event that says the question's verb and is nearest to the phrase, or -1. */
function anchorVerb({ asking, tokens, at }: Aligned, phrase: Phrase): number {
  let best = -1;
  let gap = Number.POSITIVE_INFINITY;
  asking.content.forEach((word, i) => {
    const where = at[i] ?? -1;
    const token = tokens[where];
    if (
      word.pos !== 'VERB' ||
      isAim(asking.tokens, word) ||
      !token ||
      token.capital ||
      !(token.pos === 'VERB' || isVerb(token.lemma))
    )
      return;
    const distance = where < phrase.from ? phrase.from - where : where - phrase.to + 1;
    if (distance >= gap) return;
    gap = distance;
    best = where;
  });
  return best;
}

/** "Whom did she beat to become mayor": what it was done for says nothing of who it was done to. */
function isAim(tokens: readonly Token[], verb: Token): boolean {
  const at = tokens.indexOf(verb);
  return tokens[at - 1]?.lower === 'to' && tokens.some((t, i) => i < at && t.pos === 'VERB');
}

/** Whether the first verb (or the one given) is a participle behind "be" or "get". */
export function isPassive(
  tokens: readonly Token[],
  verb = tokens.findIndex((t) => t.pos === 'VERB'),
): boolean {
  const token = tokens[verb];
  if (!token || !/(ed|en|wn|ught|ung|ot|ld|ck|de|it|ut|nt|ne)$/.test(token.lower)) return false;
  for (let i = verb - 1; i >= Math.max(0, verb - 4); i--) {
    if (/^(is|are|was|were|be|been|being|got|gets|get)$/.test(tokens[i]?.lower ?? '')) return true;
    if (tokens[i]?.pos === 'VERB') return false;
  }
  return false;
}
