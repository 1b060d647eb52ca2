import { baseForm } from '../../irregular-forms.js';
import { isStopWord } from '../stop-words.js';
import type { Token } from '../tagged-text.js';
import { isVerb } from '../wordnet.js';

/** The auxiliaries of the passive. */
export const PASSIVE_AUXILIARY = /^(was|were|is|are|been|be|get|got)$/;
/** Words that may belong to the verb before them. */
export const PARTICLE = /^(up|down|out|off|over|away|back|apart)$/;

/** The verb of a clause: the last of the first verbs that stand together; a noun that may be one where none is tagged. */
export function verbAt(tokens: readonly Token[], from: number, passive: boolean): number {
  for (let i = from; i < tokens.length; i++) {
    const token = tokens[i];
    if (
      token?.pos !== 'VERB' ||
      !isVerb(verbForm(tokens, i)) ||
      /^(DET|ADP|PART)$/.test(tokens[i - 1]?.pos ?? '') ||
      /^('s|’s)$/.test(tokens[i - 1]?.lower ?? '')
    )
      continue;
    const next = tokens[i + 1];
    const name = i === from || PASSIVE_AUXILIARY.test(token.lower);
    const verbNext =
      next && (next.pos === 'VERB' || (name && /NOUN|ADJ/.test(next.pos) && mayBeVerb(tokens, i + 1)));
    if (verbNext && isVerb(verbForm(tokens, i + 1))) continue;
    // Right behind the auxiliary stands a name, whatever it looks like.
    if (i > from) return i;
  }
  return passive ? -1 : untagged(tokens, from);
}

/** The verb that the tagger took for a noun: one that something follows as it follows verbs, else the last. */
function untagged(tokens: readonly Token[], from: number): number {
  const end = tokens.findIndex(({ pos }, i) => i > from + 1 && pos === 'ADP');
  const may: number[] = [];
  for (let i = from + 1; i < (end < 0 ? tokens.length : end); i++) if (mayBeVerb(tokens, i)) may.push(i);
  const followed = may.find((i) => /^(DET|ADP|ADJ|PRON|NUM|PUNCT|ADV|PART|)$/.test(tokens[i + 1]?.pos ?? ''));
  return followed ?? may.at(-1) ?? -1;
}

function mayBeVerb(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token || token.capital || isStopWord(token.lower) || !/NOUN|ADJ/.test(token.pos)) return false;
  if (/[^s]s$/.test(token.lower) || tokens[at - 1]?.pos === 'DET') return false;
  return isVerb(verbForm(tokens, at));
}

/** The verb at a place in its dictionary form, with the particle behind it: "step down". */
export function verbForm(tokens: readonly Token[], at: number): string {
  const token = tokens[at];
  if (!token) return '';
  const lemma = baseVerb(token);
  const next = tokens[at + 1];
  const phrasal = `${lemma} ${next?.lower ?? ''}`;
  return !lemma.includes(' ') && next && PARTICLE.test(next.lower) && isVerb(phrasal) ? phrasal : lemma;
}

/** A verb's dictionary form, also where the tagger took the verb for a noun. */
export function baseVerb({ lemma, lower }: Token): string {
  if (lemma.includes(' ')) return lemma;
  if (/^(die|dies|died|dying)$/.test(lower)) return 'die';
  const base = baseForm(lower);
  return base === lower ? lemma : base;
}
