import { isLand } from './lands.js';
import { singular } from './singular.js';
import { sameSentence } from './span.js';
import type { Token } from './tagged-text.js';
import { isCommonNoun } from './wordnet.js';

/** A mark of quotation. */
export const QUOTE = /^["“”]$/;

/** A month or a day of the week, written large and no name. */
export const MONTH_OR_WEEKDAY =
  /^(January|February|March|April|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)$/;

/** "Envoy to Norland Oskar Lind": two names. */
export function isLandBeforeName(tokens: readonly Token[], from: number, end: number): boolean {
  if (end !== from + 1 || !/^(to|in|for|from)$/.test(tokens[from - 1]?.lower ?? '')) return false;
  const [first, second] = [tokens[end], tokens[end + 1]];
  return (
    isLand(tokens[from]?.lower ?? '') &&
    first?.pos === 'PROPN' &&
    second?.pos === 'PROPN' &&
    !isCommonNoun(first.lemma) &&
    !isCommonNoun(second.lemma)
  );
}

/** "Oskar "Tiny" Lind": behind the nickname, where the name goes on; else null. */
export function nicknameEnd(tokens: readonly Token[], at: number): number | null {
  if (!QUOTE.test(tokens[at]?.text ?? '') || tokens[at - 1]?.pos !== 'PROPN') return null;
  let close = at + 1;
  while (close < at + 4 && tokens[close]?.capital) close++;
  const closed = close > at + 1 && QUOTE.test(tokens[close]?.text ?? '');
  return closed && tokens[close + 1]?.pos === 'PROPN' && sameSentence(tokens, at, close + 1)
    ? close + 2
    : null;
}

/** "Norland-born", "Harbour Prize-winning" describe the name that follows: it begins behind, if there is one. */
export function behindAttribute(tokens: readonly Token[], from: number, to: number): number {
  const last = tokens
    .slice(from, to)
    .findLastIndex(({ pos, text }) => pos === 'ADJ' && /\p{L}-\p{Ll}+$/u.test(text));
  return from + last + 1;
}

/** "Convention on Fisheries", "Committee to Protect Herrings": what a body or a treaty is for belongs to its name. */
export function isMatter(tokens: readonly Token[], at: number): boolean {
  const [body, link, matter] = tokens.slice(at - 1, at + 2);
  return (
    body !== undefined &&
    matter !== undefined &&
    BODY.test(body.text) &&
    /^(on|to|against|for)$/.test(link?.text ?? '') &&
    matter.capital &&
    !MONTH_OR_WEEKDAY.test(matter.text) &&
    sameSentence(tokens, at - 1, at + 1) &&
    (isCommonNoun(matter.lemma) ||
      isCommonNoun(singular(matter.lower)) ||
      matter.pos === 'VERB' ||
      matter.pos === 'ADJ')
  );
}

const BODY =
  /^(Convention|Treaty|Protocol|Agreement|Act|Bill|Committee|Commission|Council|Campaign|Cent(er|re)|Institute|Agency|Foundation|Society|Fund|Conference|Party|Programme|Program|Office|Organi[sz]ation|Association|Coalition|Alliance|Movement)$/;

/** "Brigade 14": a figure behind a name that counts nothing. */
export function isNumbered(tokens: readonly Token[], at: number): boolean {
  const [before, figure, next] = tokens.slice(at - 1, at + 2);
  return (
    /^\d{1,3}$/.test(figure?.text ?? '') &&
    isCommonNoun(before?.lemma ?? '') &&
    !/^(NOUN|ADJ|PROPN|NUM|SYM)$/.test(next?.pos ?? '') &&
    !/^[-–%]$/.test(next?.text ?? '')
  );
}

/** "2031 QX7": the year a thing in the sky was found in is part of its name. */
export function designatedFrom(tokens: readonly Token[], from: number): number {
  const led =
    /^\p{Lu}{1,2}\d+$/u.test(tokens[from]?.text ?? '') && /^\d{4}$/.test(tokens[from - 1]?.text ?? '');
  return led ? from - 1 : from;
}
