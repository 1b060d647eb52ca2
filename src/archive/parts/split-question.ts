import { AUXILIARY, beginsWithAsking, isAsking } from '../../search/read/rules/asking-words.js';
import { type Token, tagText } from '../../search/read/rules/tagged-text.js';

/** A question of two parts, each written as a question of its own. */
export type Parts = readonly [first: string, second: string];

/** Words of a part at most: "who won" and "by how much" are short. */
const MOST_WORDS = 14;

/**
 * The two parts of a question that asks two things: two clauses that each have a question word ("who won and by how much"), or two
 * question words before one clause ("when and where did the bridge fall"). Null for any other.
 */
export function splitQuestion(text: string): Parts | null {
  const tokens = tagText(text.trim()).filter(({ pos }) => pos !== 'PUNCT');
  const at = tokens.findIndex(
    ({ lower, pos }, i) =>
      i > 0 && pos === 'CCONJ' && lower === 'and' && beginsWithAsking(tokens.slice(i + 1)),
  );
  const [first, second] = [tokens.slice(0, at), tokens.slice(at + 1)];
  if (at < 1 || first.length > MOST_WORDS || second.length > MOST_WORDS || second.length === 0) return null;
  if (!first.some(isAsking)) return null;
  const words = (part: readonly Token[]) => {
    const [from, to] = [part[0], part.at(-1)];
    return from && to ? text.trim().slice(from.start, to.end) : '';
  };
  if (first.every(isOfAsking)) {
    const clause = second.slice(second.findIndex((token) => !isOfAsking(token)));
    return clause.length === 0 || second.every(isOfAsking)
      ? null
      : [`${words(first)} ${words(clause)}`, words(second)];
  }
  return [words(first), words(second)];
}

/** Words that only ask: a question word, and what measures it ("how many people"), up to the auxiliary. */
const isOfAsking = (token: Token) =>
  !AUXILIARY.test(token.lower) &&
  (isAsking(token) || token.pos === 'ADP' || /^(?:many|much|old|long|far)$/.test(token.lower));
