import type { Aligned } from './aligned.js';
import { likeness, type Similarity } from './likeness.js';
import type { NumberPhrase } from './numbers.js';
import type { Token } from './tagged-text.js';

/** Whether what was done to those a number counts is what the question says; neither where either names no action. */
export interface DeedFit {
  /** It is the same deed: how like the words are, from 0.65 to 1. */
  readonly done: number;
  /** It is another one. 0 or 1. */
  readonly undone: number;
}

const NO_DEED: DeedFit = { done: 0, undone: 0 };
/** A word less alike may as well mean another action as the same one: "injured" and "arrested". */
const SAME_DEED = 0.65;
/** From this fit on a word may mean the deed. */
const LIKE_DEED = 0.5;

/** "14 arrested", "injuring 14", "14 deaths": how the deed fits the one a question asks after. */
export function deedFit({ asking, tokens }: Aligned, number: NumberPhrase, similar?: Similarity): DeedFit {
  const asked = deedsAsked(asking.tokens, asking.content);
  if (asked.length === 0) return NO_DEED;
  const inside = deedWithin(tokens, number);
  const told =
    inside ?? deedBehind(tokens, number) ?? tollBefore(tokens, number) ?? deedBefore(tokens, number.from);
  if (!told) return NO_DEED;
  const fit = Math.max(...asked.map((word) => alike(word, told, similar)));
  // "2,300 suspected thieves" says nothing against their having been arrested.
  if (told === inside && told !== number.unit.at(-1) && fit < SAME_DEED) return NO_DEED;
  return { done: fit >= SAME_DEED ? fit : 0, undone: fit < LIKE_DEED && number.measure === 'count' ? 1 : 0 };
}

/** The verbs of a question, and what it counts where that is a deed: "how many deaths". */
function deedsAsked(tokens: readonly Token[], content: readonly Token[]): readonly Token[] {
  // "How many suspected thieves were caught": the first verb only describes them.
  const many = tokens.findIndex((t) => t.lower === 'many');
  const describing = tokens[many + 1];
  return content.filter(
    (t) =>
      (t.pos === 'VERB' && !(t === describing && /^(NOUN|PROPN)$/.test(tokens[many + 2]?.pos ?? ''))) ||
      kindOfDeed(t) !== null,
  );
}

/** Deeds that news counts, each in all its words: to count the dead is to count those killed. */
const DEEDS: readonly RegExp[] = [
  /^(die|kill|dead|death|fatality|perish|slay|murder|execute|drown|toll)$/,
  /^(injure|injury|wound|hurt|maim)$/,
  /^(arrest|detain|detention|capture|seize)$/,
  /^(miss|missing|disappear|unaccounted)$/,
  /^(free|release|rescue|save|survive|survivor)$/,
];

function kindOfDeed({ lemma, lower }: Token): RegExp | null {
  return DEEDS.find((deed) => deed.test(lemma) || deed.test(lower)) ?? null;
}

function alike(asked: Token, told: Token, similar?: Similarity): number {
  const kind = kindOfDeed(asked);
  if (kind !== null && kindOfDeed(told) !== null) return kind === kindOfDeed(told) ? 1 : 0;
  return likeness(asked, told, similar);
}

/** "2,300 accused ferrymen", "25 deaths": what is said before the noun or by it. */
function deedWithin(tokens: readonly Token[], { to, unit }: NumberPhrase): Token | null {
  const last = unit.at(-1);
  if (!last) return null;
  if (kindOfDeed(last)) return last;
  const end = tokens.indexOf(last);
  return tokens.slice(to, Math.min(end, to + 5)).find((t) => /ed$/.test(t.lower) || kindOfDeed(t)) ?? null;
}

/** "14 people injured", "eleven have died", "two people dead": the verb behind a number and what it counts. */
function deedBehind(tokens: readonly Token[], { to, unit }: NumberPhrase): Token | null {
  const last = unit.at(-1);
  const from = last ? tokens.indexOf(last) + 1 : to;
  for (let i = from; i < Math.min(tokens.length, from + 6); i++) {
    const token = tokens[i];
    if (!token) return null;
    if (token.pos === 'VERB' && token.lower !== 'including') return token;
    if (kindOfDeed(token) && !/^(NOUN|PROPN)$/.test(tokens[i + 1]?.pos ?? '')) return token;
    if (!/^(NOUN|PROPN|ADJ|AUX|ADV|PART)$/.test(token.pos) && !/^(of|others?)$/.test(token.lower))
      return null;
  }
  return null;
}

/** "injuring at least 14". */
function deedBefore(tokens: readonly Token[], from: number): Token | null {
  for (let i = from - 1; i >= Math.max(0, from - 5); i--) {
    const token = tokens[i];
    if (!token || token.pos === 'VERB') return token ?? null;
    if (!/^(ADJ|ADV|DET|NOUN)$/.test(token.pos) && !/^(at|than|to|about|over|by|of)$/.test(token.lower))
      return null;
  }
  return null;
}

/** "The death toll of the fire climbs to 38". */
function tollBefore(tokens: readonly Token[], { from, unit }: NumberPhrase): Token | null {
  if (unit.length > 0) return null;
  for (let i = from - 1; i >= 0 && tokens[i]?.sentence === tokens[from]?.sentence; i--) {
    if (tokens[i]?.lower === 'toll') return tokens[i] ?? null;
    if (tokens[i]?.pos === 'NUM') return null;
  }
  return null;
}
