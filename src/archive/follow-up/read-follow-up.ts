import { isAskingWord, isLightWord } from '../../text/stop-words.js';
import { termsOf } from '../../text/terms.js';

/**
 * What a question asks in the light of what was spoken of before: what came next, what came before, when that was, or
 * something else about it. `leaning` is sure where a word points back ("it", "there"), and a guess where the question is
 * only short ("how many died?").
 */
export type FollowUp =
  | { readonly kind: 'next' }
  | { readonly kind: 'before' }
  | { readonly kind: 'when' }
  | { readonly kind: 'leaning'; readonly sure: boolean };

const THAT = '(?:it|that|this|all that|all this)';
const HAPPEN = '(?: (?:happen|happened|take place|occur|begin|start|end))?';
const whole = (...patterns: string[]) => new RegExp(`^(?:${patterns.join('|')})$`);

const NEXT = whole(
  'then(?: what)?|what then|(?:what )?next|later|afterwards?|after (?:that|this)|go on|continue|tell me more',
  "what(?:'s|s| is| was| came| comes| happened| happens| followed) (?:next|then|later|afterwards?|since|after)",
  `what (?:happened|came|followed|has happened) (?:after|since) ${THAT}`,
  'what did (?:it|he|she|they) do (?:next|then|later|afterwards?|after (?:that|this))',
  'what (?:came|became|has become) of (?:it|that|this|them|him|her)',
  `how did ${THAT} (?:end|go on|turn out|develop|continue|finish|play out)`,
  '(?:那么?)?(?:然后|然後|后来|後來|之后|之後|接下来|接下來|接着|接著|随后|隨後)(?:呢|怎么样了?|怎樣了?|又?发生了什么事?|又?發生了什麼事?)?',
  '(?:结果|結果)(?:呢|怎么样|怎樣|如何)',
);
const BEFORE = whole(
  `before(?: ${THAT})?|earlier|what (?:happened|came|was) (?:before(?: ${THAT})?|earlier)`,
  `what (?:led|had led) (?:up )?to ${THAT}|how did ${THAT} (?:begin|start|come about|come to (?:that|this))`,
  '(?:在?那?之前|此前|先前)(?:呢|发生了什么事?|發生了什麼事?)?',
);
const WHEN = whole(
  `when(?: exactly)?|when (?:exactly )?(?:was|is|did|does) ${THAT}${HAPPEN}`,
  `(?:on |in )?(?:what|which) (?:day|date|month|year)(?: (?:was|is|did) ${THAT}${HAPPEN})?`,
  '(?:那|这|這|它)?(?:件事)?(?:是|发生在|發生在)?(?:在)?(?:什么时候|什麼時候|何时|何時|哪一?天|哪一?年)(?:的|发生的|發生的)?(?:呢)?',
);

/** A short question may lean on what was said if it has at most this many words… */
const FEW = 2;
/** …if it has a word that points back, this many… */
const SOME = 5;
/** …and with a name in it this many: in a longer one the word points to the name. */
const SOME_WITH_NAME = 3;

/** Reads a question that may go on from what was spoken of; null for one that needs no context. */
export function readFollowUp(question: string): FollowUp | null {
  const bare = question
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/[\s?!.,;:…？！。，、]+/g, ' ')
    .trim()
    .replace(/^(?:(?:and|so|but|ok|okay|please|well|right) )+/, '');
  if (bare === '') return null;
  if (NEXT.test(bare)) return { kind: 'next' };
  if (BEFORE.test(bare)) return { kind: 'before' };
  if (WHEN.test(bare)) return { kind: 'when' };
  const own = termsOf(question).filter(
    ({ term, word }) =>
      term !== '' && !isAskingWord(word) && !isLightWord(word) && !POINTING_CHINESE.test(word),
  );
  const name = own.some(({ capital, start }) => capital && start > 0);
  if (pointsBack(bare))
    return own.length <= (name ? SOME_WITH_NAME : SOME) ? { kind: 'leaning', sure: true } : null;
  const isShort = own.length <= FEW && !name && !/\d/.test(bare) && ASKS.test(bare);
  return isShort ? { kind: 'leaning', sure: false } : null;
}

const ASKS =
  /^(?:who|whom|whose|what|which|where|why|how|when|did|was|were|is|are|has|have)\b|谁|誰|哪|为什么|為什麼|怎么|怎麼|多少|几|幾/;
const POINTING_CHINESE = /^(?:它们?|他们?|她们?|這|这|那|这些|那些|那里|那儿|这里|此)$/;

/** Whether a word of a question means something said before. */
function pointsBack(bare: string): boolean {
  const meant = bare
    // None of these points to anything: "are there", "was it that", "this year".
    .replace(/\b(?:is|are|was|were|has|have) there\b|\bthere (?:is|are|was|were|has|have)\b/g, ' ')
    .replace(/\b(?:is|was) it (?=that|who|when|where|true)\b/g, ' ')
    .replace(
      /\b(?:this|these|that) (?:year|month|week|day|days|morning|spring|summer|autumn|winter)\b/g,
      ' ',
    );
  return (
    /\b(?:it|its|he|him|his|she|her|hers|they|them|their|theirs|this|these|those|there)\b/.test(meant) ||
    /\bthat$|\b(?:was|is|did|does|do|about|after|before|of|behind|against|for|to) that\b/.test(meant) ||
    /它|他|她|这(?!么)|這(?!麼)|那(?!么|麼)/.test(meant)
  );
}
