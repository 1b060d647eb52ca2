import { type Aligned, nearness, said } from './aligned.js';
import { type Candidate, weighed } from './candidate.js';
import type { Token } from './tagged-text.js';
import { isCommonNoun, nounKinds } from './wordnet.js';

/** Set by hand: few questions ask for an office. */
const OFFICE = { as: 2.2, bearer: 1.6, near: 0.5, said: -2, base: -1 };

/** The posts and trades an event mentions: what may answer "what post did she hold". */
export function officeCandidates(aligned: Aligned): Candidate[] {
  const { tokens, match } = aligned;
  return officesIn(tokens).map(({ from, to, name }) => {
    const features = {
      as: /^(as|become|be|remain|made)$/.test(introducer(tokens, from)) ? 1 : 0,
      bearer: name.some((i) => (match[i] ?? 0) >= 0.7) ? 1 : 0,
      near: nearness(aligned, from, to),
      said: said(aligned, from, to),
      base: 1,
    };
    return { from, to, features, score: weighed(features, OFFICE) };
  });
}

interface Office {
  readonly from: number;
  readonly to: number;
  /** The tokens of the name right behind it, if any: "harbour master NAME". */
  readonly name: readonly number[];
}

function officesIn(tokens: readonly Token[]): Office[] {
  const found: Office[] = [];
  tokens.forEach((token, i) => {
    const next = tokens[i + 1];
    if (token.pos === 'ADJ' && /^(NOUN|PROPN)$/.test(next?.pos ?? '')) return;
    if (!isOffice(token) || (isOffice(next) && !next?.capital)) return;
    let from = i;
    while (/^(NOUN|ADJ|PROPN)$/.test(tokens[from - 1]?.pos ?? '') || isPresiding(tokens[from - 1])) from--;
    const to = endOfRealm(tokens, i + 1);
    const name: number[] = [];
    for (let at = to; tokens[at]?.capital && tokens[at]?.sentence === token.sentence; at++) name.push(at);
    found.push({ from, to, name });
  });
  return found;
}

/** "managing director", "acting keeper": the tagger takes the first word for a verb. */
function isPresiding(token: Token | undefined): boolean {
  return /^(presiding|acting|ruling|governing|managing|founding|commanding|leading)$/.test(
    token?.lower ?? '',
  );
}

function isOffice(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    /^(NOUN|PROPN|ADJ)$/.test(token.pos) &&
    nounKinds(token.lemma, 1)[0] === 'person' &&
    isCommonNoun(token.lemma)
  );
}

/** "of the Harbour Board", "for Works": what the office is over. */
function endOfRealm(tokens: readonly Token[], from: number): number {
  if (!/^(of|for)$/.test(tokens[from]?.lower ?? '')) return from;
  const start = /^(the|its|his|her)$/.test(tokens[from + 1]?.lower ?? '') ? from + 2 : from + 1;
  let to = start;
  while ((tokens[to]?.capital || (to > start && tokens[to]?.lower === 'of')) && to - start < 10) to++;
  return to > start ? to : from;
}

/** The word before an office, articles and the like passed over. */
function introducer(tokens: readonly Token[], from: number): string {
  let at = from - 1;
  while (/^(the|a|an|its|his|her|their|new)$/.test(tokens[at]?.lower ?? '')) at--;
  const token = tokens[at];
  return token?.lower === 'as' ? 'as' : (token?.lemma ?? '');
}
