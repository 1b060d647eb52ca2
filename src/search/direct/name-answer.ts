import { type Aligned, nearness, said } from './aligned.js';
import type { Candidate } from './candidate.js';
import { kindFit } from './kind-fit.js';
import type { Similarity } from './likeness.js';
import { findPhrases, type Phrase } from './phrases.js';
import { roleFit } from './role.js';

/** The names and things of an event that may answer "who", "which" and "what". */
export function nameCandidates(aligned: Aligned, similar?: Similarity): Candidate[] {
  return phrasesNotAsked(aligned).map((phrase) => ({
    ...trimmed(aligned, phrase),
    reasons: {
      kind: kindFit(aligned, phrase, similar),
      role: roleFit(aligned, phrase),
      near: 0.6 * nearness(aligned, phrase.from, phrase.to),
      new: -0.8 * said(aligned, phrase.from, phrase.to),
    },
  }));
}

/** The places of an event that may answer "where" and "in which town". */
export function placeCandidates(aligned: Aligned, similar?: Similarity): Candidate[] {
  return phrasesNotAsked(aligned).map((phrase) => ({
    ...trimmed(aligned, phrase),
    reasons: {
      kind: kindFit(aligned, phrase, similar),
      preposition:
        /^(in|at|near|on|off|outside|inside|from|to|into|around|over|across|between|through|aboard)$/.test(
          phrase.preposition ?? '',
        )
          ? 0.5
          : -0.3,
      name: phrase.kind === 'name' ? 0.3 : 0,
      near: 0.6 * nearness(aligned, phrase.from, phrase.to),
      new: -0.8 * said(aligned, phrase.from, phrase.to),
    },
  }));
}

function phrasesNotAsked(aligned: Aligned): Phrase[] {
  return findPhrases(aligned.tokens).filter((phrase) => said(aligned, phrase.from, phrase.to) < 0.8);
}

function trimmed({ tokens }: Aligned, { from, to }: Phrase): { from: number; to: number } {
  let [start, end] = [from, to];
  while (end - start > 8) start++;
  while (start < end && /^[-–/&]$/.test(tokens[start]?.text ?? '')) start++;
  while (end > start && /^[-–/&]$/.test(tokens[end - 1]?.text ?? '')) end--;
  return { from: start, to: end };
}
