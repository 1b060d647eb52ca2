import type { Wanted } from '../wanted.js';
import { askedMeasure, type Measure } from './measure.js';
import type { Token } from './tagged-text.js';
import { isNoun, moreGeneral, nounKinds } from './wordnet.js';

/** Where in its clause the thing asked for stands: who did it, whom it was done to, or neither can be told. */
export type Gap = 'subject' | 'object' | 'other';

export interface AskedFor {
  readonly wanted: Wanted;
  /** The noun that names the kind asked for, as its dictionary form: "which Labour MP" -> "mp", "how many jobs" -> "job". */
  readonly head: string | null;
  readonly measure: Measure | null;
  /** Whether several are asked for: "which two islands". */
  readonly many: boolean;
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

const NOTHING = { head: null, measure: null, many: false, gap: 'other' } as const;

function measureAsked(tokens: readonly Token[]): Reading | null {
  const found = askedMeasure(tokens);
  if (!found) return null;
  return { ...NOTHING, wanted: 'number', head: found.unit, measure: found.measure, asking: found.asking };
}

function whatNextAsked(tokens: readonly Token[]): Reading | null {
  const asking =
    phrase(tokens, /^what (happened|came|followed|became)( next)? (after|following|to|of)\b/) ??
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
    phrase(tokens, /^(when|wen|whn)\b|\b(when|wen|whn)( (announced|happened|was it|exactly))?$|\bdate$/) ??
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
  const asking = phrase(tokens, /\b(from |to )?where\b|^(the )?(place|location) (in|where|of|near|at)\b/);
  const first = asking?.[0];
  if (!asking || !first) return null;
  // "Which hall is it where …" asks for the hall: "where" only ties a description to its noun.
  const before = tokens[tokens.indexOf(first) - 1];
  if (before && /^(NOUN|PROPN)$/.test(before.pos) && tokens.some((t) => ASKING_WORD.test(t.lower)))
    return null;
  return { ...NOTHING, wanted: 'place', asking };
}

const ASKING_WORD = /^(who|whom|whose|which|what|whos|wat|wich)$/;

function nameAsked(tokens: readonly Token[]): Reading | null {
  const named = phrase(tokens, /^(the )?names? of\b|^(what|which) (is|was|were|are) the names? of\b/);
  if (named) {
    const { head, many, end } = nounPhraseHead(tokens, named.length);
    return { ...NOTHING, wanted: wantedFor(head), head, many, gap: gapAfter(tokens, end), asking: named };
  }
  const at = tokens.findIndex((t) => ASKING_WORD.test(t.lower));
  const word = tokens[at];
  const before = tokens[at - 1];
  // "the man who …", "a firm which …": the word only ties a description to its noun.
  if (!word || (before && /^(NOUN|PROPN)$/.test(before.pos) && at < tokens.length - 3)) return null;
  if (/^who/.test(word.lower))
    return { ...NOTHING, wanted: 'name', head: 'person', gap: gapAfter(tokens, at + 1), asking: [word] };
  const happened = phrase(tokens, /^what('s)? happen(ed|ing|s)?\b/) ?? deedAsked(tokens, word);
  if (happened) return { ...NOTHING, wanted: 'what-happened', asking: happened };
  const { head, many, end } = nounPhraseHead(tokens, at + 1);
  return { ...NOTHING, wanted: wantedFor(head), head, many, gap: gapAfter(tokens, end), asking: [word] };
}

/** "What did the club do in June": whatever it did, not a name. "What did they do it with" asks for a thing. */
function deedAsked(tokens: readonly Token[], word: Token): readonly Token[] | null {
  if (word.lower !== 'what' || !/^(did|do|does|has|have|had|is|was|are|were)$/.test(tokens[1]?.lower ?? ''))
    return null;
  const doing = tokens.slice(2).find((t) => /^(do|done|doing)$/.test(t.lower));
  const next = doing && tokens[tokens.indexOf(doing) + 1];
  return doing && !/^(DET|PRON|NOUN|PROPN)$/.test(next?.pos ?? '') ? [word, doing] : null;
}

function yesNoAsked(tokens: readonly Token[]): Reading | null {
  const first = tokens[0];
  if (!first || !AUXILIARY.test(first.lower)) return null;
  return { ...NOTHING, wanted: 'yes-no', asking: [first] };
}

/** "team that took bronze", "US contractor investigated in May", "first club to win": a description in a question's stead. */
function described(tokens: readonly Token[]): Reading | null {
  const { head, many, end } = nounPhraseHead(tokens, 0);
  const kind = head ? nounKinds(head, 1)[0] : undefined;
  if (
    !head ||
    !kind ||
    !/^(person|group|location|animal|artifact|plant|communication|object|substance)$/.test(kind)
  )
    return null;
  const rest = tokens.slice(end);
  // With a verb of its own right behind the noun it is a statement: "mayor wants new tax".
  // "a girl crossed the ocean" asks which girl: nobody tells it of one he knows by name.
  const unknown =
    /^(an?|some|two|three)$/.test(tokens[0]?.lower ?? '') && /^(person|animal|group)$/.test(kind);
  if (unknown && /^(VERB|AUX)$/.test(rest[0]?.pos ?? ''))
    return { ...NOTHING, wanted: 'name', head, many, gap: 'subject', asking: [] };
  if (rest[0]?.pos === 'VERB' && !/(ed|en|ing|wn|ught|ung)$/.test(rest[0].lower)) return null;
  const tie = rest.slice(0, 8).find((t) => /^(that|who|which|whose|where)$/.test(t.lower));
  const toDo = rest
    .slice(0, 6)
    .some((t, i) => t.lower === 'to' && /^(VERB|AUX)$/.test(rest[i + 1]?.pos ?? ''));
  if (!tie && !toDo && rest[0]?.pos !== 'VERB') return null;
  const wanted = tie?.lower === 'where' ? 'place' : wantedFor(head);
  return { ...NOTHING, wanted, head, many, gap: 'subject', asking: tie ? [tie] : [] };
}

/** A head noun that names a place asks for a place: "which town", "what stadium", "which country". */
function wantedFor(head: string | null): Wanted {
  if (!head) return 'name';
  const [first] = nounKinds(head, 1);
  if (first === 'person') return 'name';
  const general = moreGeneral(head, 1);
  const built = ['structure', 'facility', 'land', 'body of water', 'geological formation'].some((w) =>
    general.has(w),
  );
  return first === 'location' || (built && head !== 'bank') || POLITICAL.test(head) ? 'place' : 'name';
}

const POLITICAL = /^(country|nation|state|republic|kingdom|village|part|venue|site)$/;

/** The noun at the end of the noun phrase that begins at `start`: "kind of big cat" -> cat, "country's leader" -> country. */
function nounPhraseHead(
  tokens: readonly Token[],
  start: number,
): { head: string | null; many: boolean; end: number } {
  let head: Token | null = null;
  let i = start;
  for (; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    const next = tokens[i + 1];
    if (head && KIND_WORD.test(head.lemma) && token.lower === 'of') continue;
    if (head && /^['’]s$/.test(token.text)) break;
    if (
      /^(NOUN|PROPN)$/.test(token.pos) ||
      (token.pos === 'VERB' &&
        (head ? isNoun(token.lower) && next?.pos === 'AUX' : /^(NOUN|ADJ|PROPN)$/.test(next?.pos ?? '')))
    )
      head = token;
    else if (!/^(DET|ADJ|NUM|PART|ADV)$/.test(token.pos) || (head && /^(DET|ADV|PART)$/.test(token.pos)))
      break;
  }
  return {
    head: head?.lemma ?? null,
    many: head !== null && head.lemma !== head.lower && head.lower.endsWith('s'),
    end: i,
  };
}

const KIND_WORD = /^(kind|sort|type|one|form|brand|species|breed|make)$/;

/** After the asking words: "did X pick" leaves the object open, "picked X" the subject. */
function gapAfter(tokens: readonly Token[], from: number): Gap {
  let start = from;
  let next = tokens[start];
  if (next?.text === ',') {
    // "Which planet, three times as far out as the last, did they find": the inserted words are passed over.
    const close = tokens.findIndex((t, i) => i > start && t.text === ',');
    next = tokens[close + 1];
    start = close + 1;
  }
  if (!next) return 'other';
  if (/^(did|do|does|'d)$/.test(next.lower)) return 'object';
  if (AUXILIARY.test(next.lower)) {
    const then = tokens[start + 1];
    // "Who was the first mayor to …" tells of no deed but what he is.
    if (/^(is|are|was|were)$/.test(next.lower) && then && /^(DET|ADJ)$/.test(then.pos)) return 'other';
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
