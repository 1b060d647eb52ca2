import { isLand } from './lands.js';
import {
  behindAttribute,
  designatedFrom,
  isLandBeforeName,
  isMatter,
  isNumbered,
  MONTH_OR_WEEKDAY,
  nicknameEnd,
  QUOTE,
} from './name-ends.js';
import { singular } from './singular.js';
import { type Span, sameSentence } from './span.js';
import type { Token } from './tagged-text.js';
import { isCommonNoun, landOf, nounKinds } from './wordnet.js';

const LINK =
  /^(of|the|de|del|della|di|da|do|dos|du|la|le|el|al|bin|ibn|von|van|der|den|for|and|&|-|–|\/|'s|’s|y|e|ul|ad|as)$/i;

/** The names of a tagged text: words with capitals, with the small words that bind them. */
export function findNames(tokens: readonly Token[]): Span[] {
  const names: Span[] = [];
  let i = 0;
  while (i < tokens.length) {
    const quoted = quotedTitle(tokens, i);
    if (quoted) {
      names.push(quoted);
      i = quoted.to;
      continue;
    }
    const titled = opensTitle(tokens, i);
    if (!titled && !namelike(tokens, i)) {
      i++;
      continue;
    }
    let end = i + 1;
    for (;;) {
      if (isLandBeforeName(tokens, i, end)) break;
      if (goesOn(tokens, end) && sameSentence(tokens, end - 1, end)) {
        end++;
        continue;
      }
      const behindNickname = nicknameEnd(tokens, end);
      if (behindNickname !== null) {
        end = behindNickname;
        continue;
      }
      let link = end;
      while (
        link < end + 3 &&
        (LINK.test(tokens[link]?.text ?? '') || (titled && TITLE_LINK.test(tokens[link]?.text ?? '')))
      )
        link++;
      const bound = link > end && goesOn(tokens, link) && sameSentence(tokens, end - 1, link);
      if (bound && (titled || joins(tokens, end, link)) && !isOfSomewhere(tokens, i, end)) end = link + 1;
      else if (isMatter(tokens, end)) end += 2;
      else break;
    }
    if (isNumbered(tokens, end)) end++;
    const from = behindAttribute(tokens, designatedFrom(tokens, i), end);
    if (from < end && !isOrigin(tokens, from, end)) names.push({ from, to: end });
    i = end;
  }
  return names;
}

const LONGEST_TITLE = 9;

/** A title in quotation marks: "Only the Stars". What somebody said is no title: few of its words have capitals. */
function quotedTitle(tokens: readonly Token[], at: number): Span | null {
  if (!QUOTE.test(tokens[at - 1]?.text ?? '') || !tokens[at]?.capital) return null;
  let to = at;
  while (to < at + LONGEST_TITLE && tokens[to] && !QUOTE.test(tokens[to]?.text ?? '')) to++;
  const words = tokens.slice(at, to).filter((t) => t.pos !== 'PUNCT');
  const small = words.filter((t) => !t.capital && !LINK.test(t.text) && !TITLE_LINK.test(t.text));
  if (!QUOTE.test(tokens[to]?.text ?? '') || small.length > 0) return null;
  return { from: at, to: tokens[to - 1]?.pos === 'PUNCT' ? to - 1 : to };
}

/** "The" with a capital within a sentence begins a title: "her novel The Road to the Sea". */
function opensTitle(tokens: readonly Token[], at: number): boolean {
  return (
    /^(The|A|An)$/.test(tokens[at]?.text ?? '') &&
    at > 0 &&
    sameSentence(tokens, at - 1, at) &&
    goesOn(tokens, at + 1)
  );
}

const TITLE_LINK = /^(to|in|on|with|from|at|by|a|an)$/;

/** Whether a word may stand within a name: "Against" in "Rage Against the Sea". */
function goesOn(tokens: readonly Token[], i: number): boolean {
  return namelike(tokens, i) || (tokens[i]?.capital === true && tokens[i]?.pos === 'ADP');
}

/** "Oskar Lind of the Harbour Party": two names, for the first is a person's. */
function isOfSomewhere(tokens: readonly Token[], from: number, end: number): boolean {
  return tokens[end]?.lower === 'of' && end - from >= 2 && !isCommonNoun(tokens[end - 1]?.lemma ?? '');
}

/** "Spanish" in "Spanish court": no name of its own. */
function isOrigin(tokens: readonly Token[], from: number, to: number): boolean {
  const next = tokens[to];
  if (!next || next.capital || !sameSentence(tokens, from, to)) return false;
  if (!/^(NOUN|ADJ)$/.test(next.pos) && !(next.pos === 'VERB' && isCommonNoun(next.lemma))) return false;
  const words = tokens.slice(from, to).map((t) => t.lower);
  // "Norwegian-Swedish brewer"
  const lands = words.length === 1 && words[0] ? words[0].split('-') : [words.join(' ')];
  return lands.every((word) => landOf(word) !== null);
}

/** "Supreme Court of NAME": the land inside a longer name. */
export function landWithin(tokens: readonly Token[], { from, to }: Span): Span[] {
  for (let i = from; i < to - 1; i++) {
    if (!/^(of|in|for)$/.test(tokens[i]?.lower ?? '')) continue;
    const start = tokens[i + 1]?.lower === 'the' ? i + 2 : i + 1;
    const name = tokens.slice(start, to).map((t) => t.lower);
    if (isLand(name.join(' '))) return [{ from: start, to }];
  }
  return [];
}

/** "A and B" are two names, "A of B" one; "A's B" two; "A for B" and "A and B" one only where more binds them. */
function joins(tokens: readonly Token[], from: number, to: number): boolean {
  const link = tokens
    .slice(from, to)
    .map((t) => t.lower)
    .join(' ');
  const [before, after] = [tokens[from - 1], tokens[to]];
  // "Liberation and Justice Movement", but "Greece and Turkey"
  if (link === 'and') return isCommonNoun(before?.lemma ?? '') && isCommonNoun(after?.lemma ?? '');
  if (/^['’]s$/.test(link)) return isOwnerWithin(tokens, from - 1);
  if (link === 'the' && before?.pos === 'ADP') return true;
  if (/^(and|&|for|'s|’s|as|e|y)( the)?$/.test(link)) return link === '&';
  if (/^(the|la|le|el)$/.test(link)) return tokens[from]?.capital === true || /^(la|le|el)$/.test(link);
  if (link === '-' || link === '–' || link === '/') return tokens[from]?.start === tokens[from - 1]?.end;
  return true;
}

function namelike(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (
    !token?.capital ||
    token.pos === 'PRON' ||
    token.pos === 'DET' ||
    token.pos === 'ADP' ||
    token.pos === 'SCONJ'
  )
    return false;
  if (MONTH_OR_WEEKDAY.test(token.text) || LEAD.test(token.text) || /\p{Sc}/u.test(token.text)) return false;
  const first = i === 0 || tokens[i - 1]?.sentence !== token.sentence;
  if (!first || tokens[i + 1]?.capital || nicknameEnd(tokens, i + 1) !== null) return true;
  // A lone capital at the head of a sentence: no name where the word is an ordinary one ("Farmers block"), unless more of a
  // name is bound to it ("Parliament of NAME").
  if (isCommonNoun(token.lemma) && tokens[i + 1]?.lower === 'of') return true;
  if (isOwnerWithin(tokens, i)) return true;
  return (
    !/^(NUM|VERB|ADJ|ADV|AUX)$/.test(token.pos) &&
    !isCommonNoun(token.lemma) &&
    !isCommonNoun(singular(token.lower))
  );
}

/** Words that lead in a sentence and that the tagger takes for names. */
const LEAD = /^(Amid|Amidst|Despite|Whilst|Following|Meanwhile|Upon|Per|Via|Versus)$/;

/** "Women's Cup", "Midnight's Heirs" are one name, "Norland's President" two. */
function isOwnerWithin(tokens: readonly Token[], i: number): boolean {
  const [owner, mark, owned] = tokens.slice(i, i + 3);
  if (!/^['’]s$/.test(mark?.text ?? '') || !owned?.capital) return false;
  return isOrdinary(owner) && isOrdinary(owned) && !isLand(owner?.lower ?? '') && !isPersonNoun(owned);
}

function isOrdinary(token: Token | undefined): boolean {
  return token !== undefined && (isCommonNoun(token.lemma) || isCommonNoun(singular(token.lower)));
}

function isPersonNoun(token: Token | undefined): boolean {
  return nounKinds(token?.lemma ?? '', 1)[0] === 'person';
}
