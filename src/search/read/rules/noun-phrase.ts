import { isLand } from './lands.js';
import type { Token } from './tagged-text.js';
import { isCommonNoun, isNoun, isVerb } from './wordnet.js';

/** The noun phrase at a place of a question. */
export interface NounPhrase {
  /** Its noun in dictionary form: "kind of big cat" -> cat, "country's leader" -> country; null where there is none. */
  readonly head: string | null;
  /** Whether the noun is a plural. */
  readonly many: boolean;
  /** The token behind it. */
  readonly end: number;
}

/** Reads the noun phrase that begins at a token. */
export function nounPhraseAt(tokens: readonly Token[], start: number): NounPhrase {
  let head: Token | null = null;
  let i = start;
  for (; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    const next = tokens[i + 1];
    if (next?.lower === 'of' && KIND_WORD.test(token.lower)) {
      head = token;
      i++;
      continue;
    }
    if (head && (/^['’]s$/.test(token.text) || isParticiple(token))) break;
    // "Which boat wun": what follows a noun it knows and is none itself is a verb it doesn't know; "which site feb 04".
    if (
      head &&
      isNoun(head.lemma) &&
      !isLand(head.lower) &&
      ((!token.capital && token.pos === 'NOUN' && !isNoun(token.lemma)) || MONTH.test(token.lower))
    )
      break;
    // "Which party Oskar Lind set up": a name behind the noun is another's.
    if (head && !head.capital && token.capital && isCommonNoun(head.lemma)) break;
    if (/^(NOUN|PROPN)$/.test(token.pos) || nounAllTheSame(token, next, head !== null)) head = token;
    else if (!/^(DET|ADJ|NUM|PART|ADV)$/.test(token.pos) || (head && /^(DET|ADV|PART)$/.test(token.pos)))
      break;
  }
  return {
    head: head && singular(head.lemma),
    many: head !== null && head.lemma !== head.lower && head.lower.endsWith('s'),
    end: i,
  };
}

const MONTH = /^(jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$/;

/** "gunmans" as it is typed for "gunman's". */
function singular(noun: string): string {
  return !isNoun(noun) && noun.endsWith('s') && isNoun(noun.slice(0, -1)) ? noun.slice(0, -1) : noun;
}

const KIND_WORD = /^(kind|sort|type|one|form|brand|species|breed|make)$/;

/** "honoured", where the tagger takes it for a noun. */
function isParticiple({ pos, lower, lemma }: Token): boolean {
  return (
    pos === 'NOUN' && /ed$/.test(lower) && !isNoun(lower) && (isVerb(lemma) || isVerb(lower.slice(0, -2)))
  );
}

function nounAllTheSame(token: Token, next: Token | undefined, behindNoun: boolean): boolean {
  // "Which Norwegian premier did …"
  if (token.pos === 'ADJ') return next?.pos === 'AUX' && isCommonNoun(token.lower);
  if (token.pos !== 'VERB') return false;
  return behindNoun ? isNoun(token.lower) && next?.pos === 'AUX' : /^(NOUN|ADJ|PROPN)$/.test(next?.pos ?? '');
}
