import { isLand } from './lands.js';
import { type Span, sameSentence } from './span.js';
import type { Token } from './tagged-text.js';
import { isCommonNoun, landOf } from './wordnet.js';

const LINK =
  /^(of|the|de|del|della|di|da|do|dos|du|la|le|el|al|bin|ibn|von|van|der|den|for|and|&|-|–|\/|'s|’s|y|e|ul|ad|as)$/i;

/** The names of a tagged text: words with capitals, with the small words that bind them. */
export function findNames(tokens: readonly Token[]): Span[] {
  const names: Span[] = [];
  let i = 0;
  while (i < tokens.length) {
    if (!namelike(tokens, i)) {
      i++;
      continue;
    }
    let end = i + 1;
    for (;;) {
      if (namelike(tokens, end) && sameSentence(tokens, end - 1, end)) {
        end++;
        continue;
      }
      let link = end;
      while (link < end + 3 && LINK.test(tokens[link]?.text ?? '')) link++;
      if (link > end && namelike(tokens, link) && joins(tokens, end, link)) end = link + 1;
      else break;
    }
    if (!isOrigin(tokens, i, end)) names.push({ from: i, to: end });
    i = end;
  }
  return names;
}

/** "Spanish" in "Spanish court": no name of its own. */
function isOrigin(tokens: readonly Token[], from: number, to: number): boolean {
  const next = tokens[to];
  if (!next || !/^(NOUN|ADJ)$/.test(next.pos) || !sameSentence(tokens, from, to)) return false;
  return (
    landOf(
      tokens
        .slice(from, to)
        .map((t) => t.lower)
        .join(' '),
    ) !== null
  );
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
  if (MONTH.test(token.text)) return false;
  const first = i === 0 || tokens[i - 1]?.sentence !== token.sentence;
  if (!first || tokens[i + 1]?.capital) return true;
  // A lone capital at the head of a sentence: no name where the word is an ordinary one ("Farmers block"), unless more of a
  // name is bound to it ("Parliament of NAME").
  if (isCommonNoun(token.lemma) && tokens[i + 1]?.lower === 'of') return true;
  return (
    !/^(NUM|VERB|ADJ|ADV|AUX)$/.test(token.pos) &&
    !isCommonNoun(token.lemma) &&
    !isCommonNoun(singular(token.lower))
  );
}

/** The tagger takes a plural with a capital for a name and leaves it as it is. */
function singular(word: string): string {
  return word
    .replace(/ies$/, 'y')
    .replace(/men$/, 'man')
    .replace(/(ch|sh|x|ss)es$/, '$1')
    .replace(/s$/, '');
}

const MONTH =
  /^(January|February|March|April|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)$/;
