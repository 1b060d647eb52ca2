import { remembered } from '../../remembered.js';
import type { Similarity } from '../likeness.js';
import type { Token } from '../tagged-text.js';
import { causes, kinWords, NEARNESS } from '../wordnet.js';
import type { Deed } from './asked-deed.js';
import { baseVerb } from './verbs.js';

/** How a word of an event says the verb of a deed. */
export interface Said {
  /** How well, 0 to 1; 0 where it does not. */
  readonly fit: number;
  /** As what: a verb, a noun ("the death"), or a verb that tells what brings it about (who is killed dies). */
  readonly as: 'verb' | 'noun' | 'cause';
}

const NOT: Said = { fit: 0, as: 'verb' };

/** What a verb is worth that is merely used like the one asked. */
const USED_ALIKE = { from: 0.65, much: 0.5, little: 0.3 };

/** Verbs that say too much else to stand for another. */
const VAGUE =
  /^(be|do|get|have|go|come|make|take|give|put|set|turn|pass|run|hand|move|change|let|say|see|find|work|hold|call|show|reach|name|meet|use|state)$/;

/** By which one comes to be something. */
const BECOMING =
  /^(become|join|elect|inaugurate|appoint|name|swear|swear in|crown|install|instate|proclaim|declare|gain|take over|take office|succeed|secede|assume|win|form)$/;

/** Whether, how well and as what a word of an event (`next` stands behind it) says the verb of a deed. */
export function saysVerb(
  { verb, token: asked }: Deed,
  token: Token,
  next: Token | undefined,
  similar?: Similarity,
): Said {
  const verbal = token.pos === 'VERB';
  if (token.capital && token.start > 0 && !verbal) return NOT;
  const own = verbal ? baseVerb(token) : token.lemma;
  if (own === verb || token.lemma === verb || (token.stem === asked.stem && !verb.includes(' ')))
    return { fit: 1, as: verbal ? 'verb' : 'noun' };
  if (verb === 'die' && token.lower === 'dead') return { fit: 1, as: 'cause' };
  if (verb === 'become') {
    const now = token.pos === 'AUX' && next?.lower === 'now';
    return (verbal && BECOMING.test(own)) || now ? { fit: 0.8, as: 'verb' } : NOT;
  }
  if (verb === 'join' && token.lower === 'member') return { fit: 0.8, as: 'verb' };
  if (VAGUE.test(own)) return NOT;
  const near = kinOf(verb).get(own) ?? 0;
  if (near >= NEARNESS.synonym) return verbal ? { fit: 1, as: 'verb' } : NOT;
  if (verbal && near >= NEARNESS.wider) return { fit: 0.8, as: 'verb' };
  if (token.pos === 'NOUN' && near === NEARNESS.derived) return { fit: 0.8, as: 'noun' };
  if (!verbal) return NOT;
  if (causes(own, verb)) return { fit: 1, as: 'cause' };
  // Also opposites are used alike.
  const alike = similar?.(asked.lemma.split(' ')[0] ?? '', own) ?? 0;
  if (alike === 0) return NOT;
  return { fit: alike >= USED_ALIKE.from ? USED_ALIKE.much : USED_ALIKE.little, as: 'verb' };
}

/** Words near a verb; of one with a particle, in all its meanings, as each is a rare one. */
const kinOf = remembered(2000, (verb) => kinWords(verb, 'v', verb.includes(' ') ? 10 : 3));
