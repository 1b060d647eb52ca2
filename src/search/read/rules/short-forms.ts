import type { Candidate } from './candidate.js';
import { isLand } from './lands.js';
import type { Token } from './tagged-text.js';

/**
 * Candidates without the short forms of others: "Holt" beside "Maren Holt" is the same one, told by the longer name with
 * what speaks for either. Two forms would otherwise compete with each other.
 */
export function withoutShortForms(tokens: readonly Token[], found: readonly Candidate[]): Candidate[] {
  const names = found.map((candidate) => nameOf(tokens, candidate));
  const longer = names.map((short) => names.findIndex((long) => isShortFor(short, long)));
  return found
    .map((candidate, i): Candidate => {
      const shorts = found.filter((_, other) => longer[other] === i);
      const score = Math.max(candidate.score, ...shorts.map((short) => short.score));
      return score === candidate.score ? candidate : { ...candidate, score };
    })
    .filter((_, i) => longer[i] === -1);
}

/** The words of a name that is written with capitals throughout; none of any other candidate. */
function nameOf(tokens: readonly Token[], { from, to }: Candidate): readonly string[] {
  const words = tokens.slice(from, to);
  return words.every((t) => t.capital) ? words.map((t) => t.lower) : [];
}

/** One word, a longer name's first or last; a land is none for a body in it: "Norland", "Norland Rowing Club". */
function isShortFor(short: readonly string[], long: readonly string[]): boolean {
  const [word] = short;
  if (short.length !== 1 || long.length < 2 || word === undefined || isLand(word)) return false;
  return word === long[0] || word === long.at(-1);
}
