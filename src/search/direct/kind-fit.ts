import type { Aligned } from './aligned.js';
import { likeness, type Similarity } from './likeness.js';
import type { Phrase } from './phrases.js';
import type { Token } from './tagged-text.js';
import { isCommonNoun, moreGeneral, type NounKind, nounKinds } from './wordnet.js';

/** How well a phrase fits the noun that names what is asked for, -1 to 1; 0 where nothing speaks for or against. */
export function kindFit({ asking, tokens }: Aligned, phrase: Phrase, similar?: Similarity): number {
  const { head } = asking;
  const words = tokens.slice(phrase.from, phrase.to);
  if (!head) return phrase.kind === 'thing' ? 0.1 : 0;
  const asked = asking.tokens.find((t) => t.lemma === head);
  const general = moreGeneral(head, 3);
  let best = -1;
  const witnesses: Token[] = [...phrase.described, ...words.filter((t) => isCommonNoun(t.lemma))];
  for (const word of witnesses) {
    const own = moreGeneral(word.lemma, 3);
    if (word.lemma === head || own.has(head)) best = Math.max(best, 1);
    else if (asked) best = Math.max(best, likeness(asked, word, similar) || -1);
    if (head !== 'person' && general.has(word.lemma) && !TOO_GENERAL.test(word.lemma))
      best = Math.max(best, 0.8);
  }
  const whole = words.map((t) => t.lower).join(' ');
  if (phrase.kind === 'name' && moreGeneral(whole).has(head)) best = Math.max(best, 1);
  const [wanted, found] = [nounKinds(head, 3), kindsOf(phrase, words)];
  const first = wanted[0];
  if (first && found[0] === first) best = Math.max(best, 0.6);
  else if (wanted.some((kind) => found.includes(kind))) best = Math.max(best, 0.4);
  else if (found.length === 0) best = Math.max(best, 0);
  if (phrase.kind === 'thing' && (first === 'person' || first === 'group' || first === 'location'))
    best -= 0.4;
  return best;
}

const TOO_GENERAL = /^(person|people|group|thing|entity|object|unit|whole|one|individual|man|member|leader)$/;

const ORGANISATION =
  /^(inc|corp|corporation|co|company|ltd|plc|ag|group|fc|united|university|party|committee|council|ministry|department|agency|association|union|league|bank|court|airlines|airways|army|police|commission|front|movement|organization|organisation|institute|federation|parliament|senate|congress|club|foundation|brigade|fund)$/;
const PLACE =
  /^(city|town|county|province|state|island|islands|airport|square|street|park|stadium|museum|palace|center|centre|bridge|river|lake|mount|mountain|bay|sea|district|region|village|valley|station|hospital|prison|cathedral|church|mosque|hotel|port|beach|republic|base)$/;

/** What sorts of thing a phrase names, the likeliest first, from its describers and its own words. */
export function kindsOf(phrase: Phrase, words: readonly Token[]): NounKind[] {
  const kinds: NounKind[] = [];
  for (const word of phrase.described) for (const kind of nounKinds(word.lemma, 1)) kinds.push(kind);
  if (phrase.kind === 'thing') return [...new Set(kinds)];
  const last = words.at(-1)?.lower.replace(/\.$/, '') ?? '';
  if (words.some((t) => ORGANISATION.test(t.lower.replace(/\.$/, '')))) kinds.push('group');
  if (words.some((t) => PLACE.test(t.lower))) kinds.push('location');
  const known = nounKinds(words.map((t) => t.lower).join(' '), 2);
  kinds.push(...known);
  if (
    kinds.length === 0 &&
    words.length >= 2 &&
    words.length <= 4 &&
    words.every((t) => /^\p{Lu}[\p{Ll}.'’-]+/u.test(t.text)) &&
    !isCommonNoun(last)
  )
    kinds.push('person');
  return [...new Set(kinds)];
}
