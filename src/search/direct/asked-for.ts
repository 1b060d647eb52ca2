import type { Wanted } from '../../archive/answer.js';
import { askedMeasure, type Measure } from './measure.js';
import type { Token } from './tagged-text.js';
import { moreGeneral, nounKinds } from './wordnet.js';

/** Where in its clause the thing asked for stands: who did it, whom it was done to, or neither can be told. */
export type Gap = 'subject' | 'object' | 'other';

export interface AskedFor {
  readonly wanted: Wanted;
  /** The noun that names the kind asked for, as its dictionary form: "which Labour MP" -> "mp", "how many jobs" -> "job". */
  readonly head: string | null;
  readonly measure: Measure | null;
  readonly gap: Gap;
}

type Reading = AskedFor & { readonly asking: readonly Token[] };

const AUXILIARY = /^(is|are|was|were|did|does|do|has|have|had|can|could|will|would|should)$/;

/** Reads the kind of answer a tagged question wants from its asking words. */
export function readAsking(tokens: readonly Token[]): Reading {
  return (
    measureAsked(tokens) ??
    whatNextAsked(tokens) ??
    dateAsked(tokens) ??
    reasonAsked(tokens) ??
    placeAsked(tokens) ??
    nameAsked(tokens) ??
    yesNoAsked(tokens) ??
    described(tokens) ?? { ...NOTHING, wanted: 'anything', asking: [] }
  );
}

const NOTHING = { head: null, measure: null, gap: 'other' } as const;

function measureAsked(tokens: readonly Token[]): Reading | null {
  const found = askedMeasure(tokens);
  if (!found) return null;
  return { ...NOTHING, wanted: 'number', head: found.unit, measure: found.measure, asking: found.asking };
}

function whatNextAsked(tokens: readonly Token[]): Reading | null {
  const asking =
    phrase(tokens, /^what (happened|came|followed)( next)? (after|following|to|of)\b/) ??
    phrase(tokens, /^what (came next|followed|happened (next|then))\b/) ??
    (/^how (did|does|do|has|have)\b/.test(words(tokens)) &&
    /\b(end|go on|turn out|pan out|develop|continue|finish)\b/.test(words(tokens))
      ? tokens.slice(0, 2)
      : null);
  return asking && { ...NOTHING, wanted: 'what-next', asking };
}

function dateAsked(tokens: readonly Token[]): Reading | null {
  const asking =
    phrase(tokens, /\b(on |in |since |by )?(what|which) (exact )?(date|day|year|month)\b/) ??
    phrase(tokens, /^(the )?(date|day) (of|that|when|on which)\b|^date\b/) ??
    phrase(tokens, /^(when|wen|whn)\b|\b(when|wen|whn)$/) ??
    phrase(tokens, /[,;] (when|wen)\b/);
  return asking && { ...NOTHING, wanted: 'date', asking };
}

function reasonAsked(tokens: readonly Token[]): Reading | null {
  const asking = phrase(
    tokens,
    /\b(why|how come|what (caused|made|led to)|for what reason|(the )?reason (for|why))\b|^y (?=did|do|does|was|were|is|are|has|have)/,
  );
  return asking && { ...NOTHING, wanted: 'reason', asking };
}

function placeAsked(tokens: readonly Token[]): Reading | null {
  const asking = phrase(tokens, /\b(from |to )?where\b|^(the )?(place|location|site)\b/);
  if (!asking) return null;
  // "the building where it was shown" asks for the building; "what site", a head of its own, is read with the names.
  const first = tokens.indexOf(asking[0] as Token);
  if (
    first > 1 &&
    !/^(and|,|;|—|-)$/.test(tokens[first - 1]?.lower ?? '') &&
    tokens.some((t) => /^(which|what|who|name)$/.test(t.lower))
  )
    return null;
  return { ...NOTHING, wanted: 'place', asking };
}

function nameAsked(tokens: readonly Token[]): Reading | null {
  const at = tokens.findIndex((t) => /^(who|whom|whose|which|what|whos|wat|wich)$/.test(t.lower));
  const named = /^(the )?names? of\b/.exec(words(tokens));
  if (named) {
    const start = named[0].split(' ').length;
    const { head, end } = nounPhraseHead(tokens, start);
    return { ...NOTHING, wanted: 'name', head, gap: gapAfter(tokens, end), asking: tokens.slice(0, start) };
  }
  const word = tokens[at];
  // "the man who …", "a firm which …": the word only ties a description to its noun.
  const before = tokens[at - 1];
  if (!word || (before && /^(NOUN|PROPN)$/.test(before.pos))) return null;
  if (/^who/.test(word.lower)) {
    return { ...NOTHING, wanted: 'name', head: 'person', gap: gapAfter(tokens, at + 1), asking: [word] };
  }
  if (/^what happened\b/.test(words(tokens)))
    return { ...NOTHING, wanted: 'what-happened', asking: tokens.slice(at, at + 2) };
  const { head, end } = nounPhraseHead(tokens, at + 1);
  const wanted =
    head && nounKinds(head, 1)[0] === 'location' && !moreGeneral(head, 1).has('person') ? 'place' : 'name';
  return { ...NOTHING, wanted, head, gap: gapAfter(tokens, end), asking: [word] };
}

function yesNoAsked(tokens: readonly Token[]): Reading | null {
  const first = tokens[0];
  if (!first || !AUXILIARY.test(first.lower)) return null;
  return { ...NOTHING, wanted: 'yes-no', asking: [first] };
}

/** "team that took bronze", "the guy who played him": a description that stands for the question. */
function described(tokens: readonly Token[]): Reading | null {
  const { head, end } = nounPhraseHead(tokens, 0);
  const next = tokens[end];
  if (!head || !next || !/^(that|who|which|whose|where)$/.test(next.lower)) return null;
  const place = next.lower === 'where' || nounKinds(head, 1)[0] === 'location';
  return {
    ...NOTHING,
    wanted: place ? 'place' : 'name',
    head,
    gap: gapAfter(tokens, end + 1),
    asking: [next],
  };
}

/** The noun at the end of the noun phrase that begins at `start`; "kind of cat" counts as "cat", "Laos's leader" as given. */
function nounPhraseHead(tokens: readonly Token[], start: number): { head: string | null; end: number } {
  let head: Token | null = null;
  let i = start;
  for (; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (
      head &&
      /^(kind|sort|type|part|piece|one|bit|form|brand|species)$/.test(head.lemma) &&
      token.lower === 'of'
    )
      continue;
    if (/^('s|’s)$/.test(token.lower) && head) return { head: head.lemma, end: i };
    if (/^(NOUN|PROPN)$/.test(token.pos)) head = token;
    else if (!/^(DET|ADJ|NUM|PART|ADV)$/.test(token.pos) && token.text !== '-') break;
    else if (head && /^(DET|ADV)$/.test(token.pos)) break;
  }
  return { head: head && /^(NOUN|PROPN)$/.test(head.pos) ? head.lemma : null, end: i };
}

/** After the asking words: "did X pick" leaves the object open, "picked X" the subject. */
function gapAfter(tokens: readonly Token[], start: number): Gap {
  const next = tokens[start];
  if (!next) return 'other';
  if (/^(did|do|does|'d)$/.test(next.lower)) return 'object';
  if (AUXILIARY.test(next.lower)) {
    const then = tokens[start + 1];
    return then && /^(DET|PROPN|PRON|NOUN)$/.test(then.pos) ? 'object' : 'subject';
  }
  if (next.pos === 'VERB') return 'subject';
  return /^(PROPN|PRON|DET)$/.test(next.pos) ? 'object' : 'subject';
}

function words(tokens: readonly Token[]): string {
  return tokens
    .map((t) => t.lower)
    .join(' ')
    .replace(/ [?!.]+$/, '');
}

/** The tokens a pattern over the words, joined by single blanks, matches first. */
function phrase(tokens: readonly Token[], pattern: RegExp): readonly Token[] | null {
  const text = words(tokens);
  const match = pattern.exec(text);
  if (!match) return null;
  const first = text.slice(0, match.index).split(' ').length - 1;
  return tokens.slice(first, first + match[0].trim().split(' ').length);
}
