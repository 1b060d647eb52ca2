import { type Aligned, nearness, said } from './aligned.js';
import type { Candidate } from './candidate.js';
import type { Token } from './tagged-text.js';

/** Tokens of a clause that a line still has room for. */
const LONGEST = 20;
/** Sentences of an event that are looked at. */
const SENTENCES = 2;

/**
 * What an event says happened: the first clause of its sentences, with its subject and from its verb on. What answers "what
 * happened to …" is seldom a name or a number.
 */
export function clauseCandidates(aligned: Aligned): Candidate[] {
  const { tokens } = aligned;
  const found: Candidate[] = [];
  for (let sentence = 0; sentence < SENTENCES; sentence++) {
    const from = tokens.findIndex((token) => token.sentence === sentence);
    if (from < 0) break;
    const to = clauseEnd(tokens, from);
    const verb = tokens.findIndex(({ pos }, i) => i > from && i < to && (pos === 'VERB' || pos === 'AUX'));
    for (const start of verb > 0 ? [from, verb] : [from])
      if (to - start > 1) found.push(candidate(aligned, start, to));
  }
  return found;
}

function candidate(aligned: Aligned, from: number, to: number): Candidate {
  const features = { near: nearness(aligned, from, to), said: said(aligned, from, to) };
  return { from, to, features, score: features.near - features.said };
}

/** Where the clause ends that begins at a token: at the mark that closes it or the room of a line. */
function clauseEnd(tokens: readonly Token[], from: number): number {
  const sentence = tokens[from]?.sentence;
  let to = from + 1;
  while (to < tokens.length && to - from < LONGEST) {
    const token = tokens[to];
    if (!token || token.sentence !== sentence || /^[,;:.)]$/.test(token.text)) break;
    to++;
  }
  return to;
}
