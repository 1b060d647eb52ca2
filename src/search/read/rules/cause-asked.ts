import { type Asking, understandAsking } from './asking.js';
import { AUXILIARY } from './asking-words.js';
import { isNoun } from './wordnet.js';

/** What a question asks of something that happened: its cause, or the manner it was done in. */
export type AskedCause = 'why' | 'how';

/** Whether a question asks for a cause or a manner; null for one that asks for anything else ("how many", "how big", "how did it end"). */
export function causeAsked(question: string): AskedCause | null {
  return causeOf(understandAsking(question));
}

function causeOf({ wanted, tokens }: Asking): AskedCause | null {
  if (wanted === 'reason') return 'why';
  const at = tokens.findIndex(({ pos, lower }) => pos !== 'CCONJ' && !isNoun(lower));
  const isHow =
    tokens[at]?.lower === 'how' && (at === tokens.length - 1 || isAuxiliary(tokens[at + 1]?.lower));
  return isHow && /^(?:anything|yes-no)$/.test(wanted) ? 'how' : null;
}

const isAuxiliary = (lower: string | undefined) => lower !== undefined && AUXILIARY.test(lower);
