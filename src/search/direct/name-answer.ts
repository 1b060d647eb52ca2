import { type Aligned, nearness, said } from './aligned.js';
import { type Candidate, weighed } from './candidate.js';
import { kindFit } from './kind-fit.js';
import type { Similarity } from './likeness.js';
import { findPhrases, type Phrase } from './phrases.js';
import { roleFit } from './role.js';
import type { Token } from './tagged-text.js';

/** What each feature weighs: a conditional logit fitted on questions over some years, checked on others. */
const NAME = {
  called: 1.3,
  alike: 1.05,
  other: -1.1,
  agrees: 0.8,
  disagrees: -0.5,
  near: 0.5,
  said: -0.6,
  thing: -1.1,
  first: 0.1,
  later: -0.2,
  base: 1,
};
const PLACE = {
  called: 2.1,
  other: -0.9,
  located: 1.7,
  near: 0.7,
  said: -0.9,
  thing: -1.7,
  first: 0.5,
  later: -0.1,
  base: -0.5,
};

/** The names and things of an event that may answer "who", "which" and "what". */
export function nameCandidates(aligned: Aligned, similar?: Similarity): Candidate[] {
  return candidates(aligned, NAME, similar);
}

/** The places of an event that may answer "where" and "in which town". */
export function placeCandidates(aligned: Aligned, similar?: Similarity): Candidate[] {
  return candidates(aligned, PLACE, similar);
}

function candidates(
  aligned: Aligned,
  weights: Readonly<Record<string, number>>,
  similar?: Similarity,
): Candidate[] {
  const { asking, tokens } = aligned;
  const phrases = findPhrases(tokens).filter(
    (phrase) =>
      said(aligned, phrase.from, phrase.to) < 0.8 && !restates(aligned, phrase) && !isCredit(tokens, phrase),
  );
  const firstName = phrases.find((phrase) => phrase.kind === 'name');
  return phrases.map((phrase) => {
    const words = tokens.slice(phrase.from, phrase.to);
    const role = roleFit(aligned, phrase);
    const features: Record<string, number> = {
      ...kindFit(asking, phrase, words, similar),
      agrees: Math.max(0, role),
      disagrees: Math.max(0, -role),
      located: LOCATED.test(phrase.preposition ?? '') ? 1 : 0,
      near: nearness(aligned, phrase.from, phrase.to),
      said: said(aligned, phrase.from, phrase.to),
      thing: phrase.kind === 'thing' ? 1 : 0,
      first: phrase === firstName ? 1 : 0,
      later: words[0]?.sentence ? 1 : 0,
      base: 1,
    };
    return { ...told(aligned, phrase), features, score: weighed(features, weights) };
  });
}

const LOCATED =
  /^(in|at|near|on|off|outside|inside|from|to|into|around|over|across|between|through|aboard|of)$/;

/** "the first club" tells nothing to "which club": the noun asked for, and no other noun beside it that is new. */
function restates({ asking, tokens, match }: Aligned, phrase: Phrase): boolean {
  const last = tokens[phrase.to - 1];
  if (phrase.kind !== 'thing' || !last || last.lemma !== asking.head) return false;
  return !tokens
    .slice(phrase.from, phrase.to - 1)
    .some((t, i) => /^(NOUN|PROPN)$/.test(t.pos) && (match[phrase.from + i] ?? 0) < 0.7);
}

/** "(Reuters)": the report an event was taken from. */
function isCredit(tokens: readonly Token[], { from, to }: Phrase): boolean {
  const end = /^[),]$/.test(tokens[to]?.text ?? '');
  return tokens[from - 1]?.text === '(' && end && /^[.!?”"]$/.test(tokens[from - 2]?.text ?? '');
}

/** The words to say: several names where several are asked for, the wider place behind a place. */
function told(aligned: Aligned, phrase: Phrase): { from: number; to: number } {
  const { asking, tokens } = aligned;
  let { from, to } = phrase;
  while (to - from > 8) from++;
  if (asking.many) to = listEnd(tokens, to);
  if (asking.wanted === 'place') to = widerPlaceEnd(aligned, to);
  return { from, to };
}

/** "A and B", "A, B and C". */
function listEnd(tokens: readonly Token[], to: number): number {
  let end = to;
  for (;;) {
    let next = end;
    while (/^(,|and|&)$/.test(tokens[next]?.lower ?? '')) next++;
    if (next === end || !tokens[next]?.capital || next - to > 8) return end;
    while (tokens[next]?.capital) next++;
    end = next;
  }
}

/** "A, B" and "A in northern B": goes on while the place behind is not in the question. */
function widerPlaceEnd({ tokens, match }: Aligned, to: number): number {
  let next = to;
  if (/^(,|in)$/.test(tokens[next]?.lower ?? '')) next++;
  else return to;
  while (
    /^(northern|southern|eastern|western|central|the|north|south|east|west)$/.test(tokens[next]?.lower ?? '')
  )
    next++;
  const start = next;
  while (tokens[next]?.capital && tokens[next]?.pos !== 'DET') next++;
  if (next === start || next - to > 6 || (match[start] ?? 0) >= 0.7) return to;
  return next;
}
