import { type Aligned, nearness, said } from './aligned.js';
import type { Asking } from './asking.js';
import { ASKING_WORD } from './asking-words.js';
import { kindFit, wantsNamed } from './kind-fit.js';
import type { Similarity } from './likeness.js';
import type { Phrase } from './phrases.js';
import { roleFit } from './role.js';

/** What speaks for and against a phrase of an event being the name or place asked for, by feature. */
export function featuresOf(
  aligned: Aligned,
  phrase: Phrase,
  first: boolean,
  similar?: Similarity,
): Record<string, number> {
  const { asking, tokens, match } = aligned;
  const words = tokens.slice(phrase.from, phrase.to);
  const role = roleFit(aligned, phrase);
  // That the "Tide District" is a district is what was asked for.
  const kindSaid = words.length > 1 && words.at(-1)?.lemma === asking.head;
  const known = said(aligned, phrase.from, kindSaid ? phrase.to - 1 : phrase.to);
  const thing = phrase.kind === 'thing';
  const met = phrase.kind === 'name' && phrase.described.some((t) => (match[tokens.indexOf(t)] ?? 0) >= 0.6);
  const hangs = phrase.preposition !== null && phrase.preposition === askedPreposition(asking);
  return {
    ...kindFit(asking, phrase, words, similar),
    agrees: Math.max(0, role),
    // "In what magazine": that it is in something speaks against nothing.
    located: LOCATED.test(phrase.preposition ?? '') && !(hangs && asking.wanted === 'name') ? 1 : 0,
    nested: phrase.preposition === 'of' && !thing ? 1 : 0,
    owner: OWNS.test(tokens[phrase.to]?.text ?? '') ? 1 : 0,
    whose: whoseFit(aligned, phrase),
    unqualified: unqualified(aligned),
    asked: hangs ? 1 : 0,
    met: met ? 1 : 0,
    near: nearness(aligned, phrase.from, phrase.to),
    said: known,
    thing: thing && !wantsNamed(asking) ? 1 : 0,
    unnamed: thing && wantsNamed(asking) ? 1 : 0,
    first: first ? 1 : 0,
    later: words[0]?.sentence ? 1 : 0,
    base: 1,
  };
}

const LOCATED =
  /^(in|at|near|on|off|outside|inside|from|to|into|around|over|across|between|through|aboard|down)$/;

/** The mark of an owner behind a name. */
export const OWNS = /^['’]s?$/;

/** "Whose record": the name that owns the record tells it. */
function whoseFit({ asking, tokens, at: said }: Aligned, { from, to, preposition }: Phrase): number {
  const at = asking.tokens.findIndex((t) => t.lower === 'whose');
  const owned = asking.tokens[at + 1];
  if (at < 0 || !owned) return 0;
  const [first, last] =
    preposition === 'of' ? [from - 8, from] : OWNS.test(tokens[to]?.text ?? '') ? [to, to + 6] : [0, 0];
  const told = said[asking.content.indexOf(owned)] ?? -1;
  if (told >= first && told < last) return 1;
  return tokens.slice(Math.max(0, first), last).some((t) => t.stem === owned.stem) ? 1 : 0;
}

/** "Which Norland minister": the share of the capital words before the noun asked for that the event does not say. */
function unqualified({ asking, covered }: Aligned): number {
  const head = asking.content.findIndex((t) => t.lemma === asking.head);
  let all = 0;
  let unsaid = 0;
  for (let i = head - 1; i >= 0 && asking.content[i]?.capital; i--) {
    all++;
    unsaid += 1 - (covered[i] ?? 0);
  }
  return all === 0 ? 0 : unsaid / all;
}

/** "From which party", "near what town", "who was he mistaken for": the answer hangs on the same preposition. */
function askedPreposition({ tokens }: Asking): string | null {
  const at = tokens.findIndex((t) => ASKING_WORD.test(t.lower));
  const before = tokens[at - 1];
  if (before?.pos === 'ADP') return before.lower;
  if (at < 0) return null;
  const stranded = tokens.findIndex(
    (t, i) =>
      i > at + 2 && HANGS.test(t.lower) && (!tokens[i + 1] || BEHIND.test(tokens[i + 1]?.lower ?? '')),
  );
  return tokens[stranded]?.lower ?? null;
}

const HANGS = /^(as|for|with|from|to|by|of|against|at|into|about|after|under|on)$/;
/** What may stand behind a preposition that has lost its noun to the head of the question. */
const BEHIND = /^([.?!,]|when|after|before|while|during|in)$/;
