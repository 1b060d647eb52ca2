import type { Aligned } from './aligned.js';
import { isLand } from './lands.js';
import type { Phrase } from './phrases.js';
import type { Span } from './span.js';
import type { Token } from './tagged-text.js';
import { nounKinds } from './wordnet.js';

/** The words of the answer: several names where several are asked for, the wider place behind a place. */
export function answerSpan(aligned: Aligned, phrase: Phrase): Span {
  const { asking, tokens } = aligned;
  let { from, to } = phrase;
  while (to - from > 8) from++;
  // What is cut off leaves no small words behind.
  while (from > phrase.from && from < to - 1 && !tokens[from]?.capital) from++;
  // "Veneto region" for "which region"
  const next = tokens[to];
  if (phrase.kind === 'name' && next?.lemma === asking.head) to++;
  else if (
    asking.wanted === 'place' &&
    phrase.kind === 'name' &&
    next?.pos === 'NOUN' &&
    isGround(next.lemma)
  )
    to++;
  // "the southern coast of NAME"
  if (asking.wanted === 'place' && tokens[to]?.lower === 'of' && isGround(tokens[to - 1]?.lemma ?? ''))
    to = nameEnd(tokens, to + 1) ?? to;
  if (asking.many) to = listEnd(tokens, to);
  // No place lies around a land: "In Norland, Oskar Lind …".
  const land = isLand(
    tokens
      .slice(from, to)
      .map((t) => t.lower)
      .join(' '),
  );
  if (asking.wanted === 'place' && !land && !/^(country|nation|continent)$/.test(asking.head ?? ''))
    for (
      let wider = widerPlaceEnd(tokens, to);
      wider > to && wider - from <= LONGEST;
      wider = widerPlaceEnd(tokens, to)
    )
      to = wider;
  return { from, to };
}

/** Tokens at most of a place with the places around it. */
const LONGEST = 9;

/** "crater", "valley", "province": a noun that belongs to the name of a place. */
function isGround(noun: string): boolean {
  return /^(location|object)$/.test(nounKinds(noun, 1)[0] ?? '');
}

/** Behind the words with capitals that begin at a token, an article passed over; null where there are none. */
function nameEnd(tokens: readonly Token[], from: number): number | null {
  const start = tokens[from]?.lower === 'the' ? from + 1 : from;
  let to = start;
  while (tokens[to]?.capital && to - start < 4) to++;
  return to > start ? to : null;
}

/** "A and B", "A, B and C". */
function listEnd(tokens: readonly Token[], to: number): number {
  let end = to;
  for (;;) {
    let next = end;
    while (/^(,|and|&)$/.test(tokens[next]?.lower ?? '')) next++;
    if (next === end || !tokens[next]?.capital || next - to > 8) return end;
    while (tokens[next]?.capital) next++;
    end = next;
  }
}

/** "A, B" and "A in northern B". */
function widerPlaceEnd(tokens: readonly Token[], to: number): number {
  let next = to;
  if (/^(,|in)$/.test(tokens[next]?.lower ?? '')) next++;
  else return to;
  while (
    /^(northern|southern|eastern|western|central|the|north|south|east|west)$/.test(tokens[next]?.lower ?? '')
  )
    next++;
  const start = next;
  while (tokens[next]?.capital && tokens[next]?.pos !== 'DET') next++;
  if (next === start || next - to > 6) return to;
  // A comma also parts a place from the name that acts: "In Peru, NAME plans …".
  const land = isLand(
    tokens
      .slice(start, next)
      .map((t) => t.lower)
      .join(' '),
  );
  if (!land && tokens[to]?.text === ',' && /^(VERB|AUX|NOUN)$/.test(tokens[next]?.pos ?? '')) return to;
  return next;
}
