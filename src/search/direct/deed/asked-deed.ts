import type { Asking } from '../asking.js';
import { isPassive } from '../role.js';
import { isStopWord } from '../stop-words.js';
import type { Token } from '../tagged-text.js';
import { isVerb } from '../wordnet.js';
import { PARTICLE, PASSIVE_AUXILIARY, verbAt, verbForm } from './verbs.js';

/** What a question says somebody did, or had done to them: "when did A leave B", "was A arrested", "who bought B". */
export interface Deed {
  /** The verb's dictionary form: "step down". */
  readonly verb: string;
  readonly token: Token;
  /** The words that name who did it; none where that is asked for. */
  readonly agent: readonly Token[];
  /** The words that name whom or what it was done to; none where the verb takes nothing. */
  readonly patient: readonly Token[];
}

/** Verbs that say little by themselves: what was done stands in the words behind them. */
const LIGHT =
  /^(be|do|get|have|go|come|make|take|happen|give|put|set|keep|let|say|use|see|want|try|like|move|change|turn|bring|work|send)\b/;
/** The auxiliaries that open such a question: those of deeds that were done, no "would" or "could". */
const OPENING_AUXILIARY = /^(did|does|do|was|were|is|are|has|have|had|get|got|been)$/;
/** Words that end what the verb is done to. */
const ENDS = /^(ADP|SCONJ|CCONJ|PUNCT|ADV|PART)$/;

const known = new WeakMap<Asking, { readonly deed: Deed | null }>();

/** The deed a question asks of; null where it asks of none, or of one that its verb alone does not tell. */
export function askedDeed(asking: Asking): Deed | null {
  const read = known.get(asking) ?? { deed: readDeed(asking) };
  known.set(asking, read);
  return read.deed;
}

function readDeed({ tokens, wanted, gap }: Asking): Deed | null {
  if (wanted === 'name') return gap === 'subject' ? deedOfWhom(tokens) : null;
  if (wanted !== 'date' && wanted !== 'yes-no') return null;
  const auxiliary = tokens.findIndex(({ lower }) => OPENING_AUXILIARY.test(lower));
  if (auxiliary < 0 || auxiliary > 3 || /^(date|day)$/.test(tokens[auxiliary + 2]?.lower ?? '')) return null;
  const verb = verbAt(tokens, auxiliary + 1, PASSIVE_AUXILIARY.test(tokens[auxiliary]?.lower ?? ''));
  if (verb < 0) return null;
  const before = telling(tokens.slice(auxiliary + 1, verb));
  const deed = told(tokens, verb);
  if (before.length === 0 || !deed) return null;
  const passive = tokens.slice(auxiliary, verb).some(({ lower }) => PASSIVE_AUXILIARY.test(lower));
  // "Is A leaving B" is active.
  if (!passive || deed.token.lower.endsWith('ing'))
    return { ...deed, agent: before, patient: objectOf(tokens, verb) };
  return isPassive(tokens, verb) ? { ...deed, agent: [], patient: before } : null;
}

/** So much beside its verb makes a question more than a deed; with `over` less it is nothing else. Words of names count half. */
const MORE = { from: 3.5, over: 1.5 };

/** How much a question is nothing but its deed, 0 to 1: in few words its verb has to be met, in many it is often put otherwise. */
export function onlyDeed(asking: Asking): number {
  const deed = askedDeed(asking);
  if (!deed) return 0;
  const named = new Set([...deed.agent, ...deed.patient]);
  const beside = asking.content.reduce(
    (sum, word) => sum + (word === deed.token ? 0 : named.has(word) ? 0.5 : 1),
    0,
  );
  return Math.max(0, Math.min(1, (MORE.from - beside) / MORE.over));
}

/** "Who bought B": the agent is asked for. */
function deedOfWhom(tokens: readonly Token[]): Deed | null {
  if (tokens[0]?.lower !== 'who') return null;
  const verb = /VERB|NOUN/.test(tokens[1]?.pos ?? '') && isVerb(verbForm(tokens, 1)) ? 1 : -1;
  const deed = verb < 0 ? null : told(tokens, verb);
  const patient = verb < 0 ? [] : objectOf(tokens, verb);
  return deed && patient.length > 0 ? { ...deed, agent: [], patient } : null;
}

function told(tokens: readonly Token[], at: number): Pick<Deed, 'verb' | 'token'> | null {
  const token = tokens[at];
  const verb = verbForm(tokens, at);
  // "Voted to ban": what was done is told by the verb behind.
  const leads = tokens[at + 1]?.lower === 'to' && tokens[at + 2]?.pos === 'VERB';
  return !token || leads || LIGHT.test(verb) ? null : { verb, token };
}

/** The words right behind a verb that name what it is done to. */
function objectOf(tokens: readonly Token[], verb: number): Token[] {
  const object: Token[] = [];
  for (const token of tokens.slice(verb + 1)) {
    if (token.pos === 'VERB') break;
    if (ENDS.test(token.pos) || /^\d/.test(token.lower)) {
      if (object.length > 0) break;
      if (/^(PUNCT|SCONJ)$/.test(token.pos)) break;
      if (token.pos === 'ADP' && !PARTICLE.test(token.lower)) break;
      continue;
    }
    object.push(token);
  }
  return telling(object);
}

const telling = (tokens: readonly Token[]) =>
  tokens.filter(
    ({ lower, pos }) =>
      !/^(PUNCT|ADV)$/.test(pos) &&
      !/^(first|last|finally|actually)$/.test(lower) &&
      !isStopWord(lower) &&
      !OPENING_AUXILIARY.test(lower),
  );
