import { ASKING_WORD, AUXILIARY, phrase, wordsOf } from './asking-words.js';
import { askedMeasure } from './measure.js';
import { askedBefore, asksLater, described, nameAsked } from './name-asked.js';
import type { Reading } from './reading.js';
import type { Token } from './tagged-text.js';

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
    (/^how (did|does|do|has|have)\b/.test(wordsOf(tokens)) &&
    /\b(end|go on|turn out|pan out|develop|continue|finish)\b/.test(wordsOf(tokens))
      ? tokens.slice(0, 2)
      : null);
  return asking && { ...NOTHING, wanted: 'what-next', asking };
}

function dateAsked(tokens: readonly Token[]): Reading | null {
  const asking =
    phrase(tokens, /\b(on |in |since |by )?(what|which) (exact )?(date|day|year|month)\b/) ??
    phrase(tokens, /^(what|which) (is|was|'s|’s) (the|his|her|its|their) (exact )?(date|day)\b/) ??
    phrase(tokens, /^(the )?(date|day) (of|that|when|on which)\b|^date\b/) ??
    dayOfDeed(tokens) ??
    phrase(tokens, /^(since )?when\b|\bwhen( (announced|happened|was it|exactly))?$|\bdate$/) ??
    phrase(tokens, /[,;] when\b/) ??
    whenBehind(tokens);
  return asking && !asksLater(tokens) ? { ...NOTHING, wanted: 'date', asking } : null;
}

/** "Day Oskar Lind opened the bridge". */
function dayOfDeed(tokens: readonly Token[]): readonly Token[] | null {
  const day = phrase(tokens, /^(the )?(day|date)\b/);
  const next = day && tokens[day.length];
  return next && (next.pos === 'PRON' || next.pos === 'PROPN') ? day : null;
}

/** "Bridge closing, they say, when did that begin". */
function whenBehind(tokens: readonly Token[]): readonly Token[] | null {
  const asking = phrase(tokens, /\bwhen (?=(did|does|was|were|is|will)\b)/);
  return asking?.[0] && !askedBefore(tokens, tokens.indexOf(asking[0])) ? asking : null;
}

function reasonAsked(tokens: readonly Token[]): Reading | null {
  const asking =
    phrase(
      tokens,
      /\b(why|how come|what (caused|made|led to|prompted|triggered|sparked)|for what reason|(the )?reason (for|why))\b/,
    ) ??
    phrase(
      tokens,
      /\b(on|over|for|under|of) (what|which) (charges?|grounds?|accusations?|crimes?|offences?)\b/,
    ) ??
    blamedFor(tokens);
  return asking && { ...NOTHING, wanted: 'reason', asking };
}

/** "What was the mayor fined for". */
function blamedFor(tokens: readonly Token[]): readonly Token[] | null {
  if (!/^what (is|are|was|were|did|has|have|had)\b.* for( in (19|20)\d\d)?$/.test(wordsOf(tokens)))
    return null;
  const end = tokens.findLastIndex((t) => t.lower === 'for');
  const before = tokens[end - 1];
  const done =
    before?.pos === 'VERB' ||
    (/^(up|down|off|out)$/.test(before?.lower ?? '') && tokens[end - 2]?.pos === 'VERB');
  return done && !/^(look|search|ask|wait|vote|pay|use|hope|go)$/.test(before?.lemma ?? '')
    ? tokens.slice(0, 1)
    : null;
}

function placeAsked(tokens: readonly Token[]): Reading | null {
  const asking = phrase(tokens, /\b(from |to )?where\b|^(the )?(place|location) (in|where|of|near|at)\b/);
  const first = asking?.[0];
  if (!asking || !first) return null;
  // "Which hall is it where …" asks for the hall: "where" only ties a description to its noun.
  const at = tokens.indexOf(first);
  if (first.lower === 'where' && askedBefore(tokens, at)) return null;
  if (/^(NOUN|PROPN)$/.test(tokens[at - 1]?.pos ?? '') && tokens.some((t) => ASKING_WORD.test(t.lower)))
    return null;
  return { ...NOTHING, wanted: 'place', asking };
}

/** "Ferryman fined, was he at the helm": turned round as only a question is. */
const SOMEONE = /^(he|she|they|it|we|you)$/;

function yesNoAsked(tokens: readonly Token[]): Reading | null {
  const first = tokens.find(
    ({ lower }, i) => AUXILIARY.test(lower) && (i === 0 || SOMEONE.test(tokens[i + 1]?.lower ?? '')),
  );
  return first ? { ...NOTHING, wanted: 'yes-no', asking: [first] } : null;
}
