import { isLand } from './lands.js';
import type { Token } from './tagged-text.js';
import { isCommonNoun, nounKinds } from './wordnet.js';

/** Tokens `[from, to)` of a text that name something. */
export interface Phrase {
  readonly from: number;
  readonly to: number;
  /** A `name` is written with capitals; a `thing` is a noun phrase in small letters, its article left out. */
  readonly kind: 'name' | 'thing';
  /** The preposition it hangs on, or null. */
  readonly preposition: string | null;
  /** Nouns that say what it is: "environment minister NAME", "NAME, a painter,", and a thing's own last noun. */
  readonly described: readonly Token[];
}

const LINK =
  /^(of|the|de|del|della|di|da|do|dos|du|la|le|el|al|bin|ibn|von|van|der|den|for|and|&|-|–|\/|'s|’s|y|e|ul|ad|as)$/i;

/** The names and noun phrases of a tagged text, in order; a name inside a noun phrase stands beside it. */
export function findPhrases(tokens: readonly Token[]): Phrase[] {
  const names = nameSpans(tokens);
  const spans: Span[] = [
    ...names,
    ...names.flatMap((name) => landWithin(tokens, name)),
    ...thingSpans(tokens),
  ];
  return spans
    .map((span) => ({
      ...span,
      preposition: prepositionBefore(tokens, span.from),
      described: [
        ...describers(tokens, span),
        ...(span.kind === 'name' ? predicated(tokens, span, names) : []),
      ],
    }))
    .sort((a, b) => a.from - b.from || b.to - a.to);
}

type Span = Pick<Phrase, 'from' | 'to' | 'kind'>;

/** "Supreme Court of NAME": the land inside a longer name. */
function landWithin(tokens: readonly Token[], { from, to }: Span): Span[] {
  for (let i = from; i < to - 1; i++) {
    if (!/^(of|in|for)$/.test(tokens[i]?.lower ?? '')) continue;
    const start = tokens[i + 1]?.lower === 'the' ? i + 2 : i + 1;
    if (
      isLand(
        tokens
          .slice(start, to)
          .map((t) => t.lower)
          .join(' '),
      )
    )
      return [{ from: start, to, kind: 'name' }];
  }
  return [];
}

/** "NAME resigns as envoy", "NAME … becomes the first trainer to …": what is said of the first name of a sentence. */
function predicated(tokens: readonly Token[], span: Span, names: readonly Span[]): Token[] {
  const sentence = tokens[span.from]?.sentence;
  if (names.find((name) => tokens[name.from]?.sentence === sentence)?.from !== span.from) return [];
  const found: Token[] = [];
  for (let i = span.to; i < tokens.length && tokens[i]?.sentence === sentence; i++) {
    if (!/^(as|be|become|remain)$/.test(tokens[i]?.lower === 'as' ? 'as' : (tokens[i]?.lemma ?? '')))
      continue;
    let head: Token | null = null;
    let j = i + 1;
    for (; j < tokens.length && /^(DET|ADJ|NOUN|PROPN|NUM|PART|ADV)$/.test(tokens[j]?.pos ?? ''); j++) {
      const token = tokens[j] as Token;
      if (token.pos === 'NOUN' || (token.capital && isCommonNoun(token.lemma))) head = token;
    }
    if (head && tokens[j]?.pos !== 'AUX') found.push(head);
  }
  return found;
}

function nameSpans(tokens: readonly Token[]) {
  const spans: { from: number; to: number; kind: 'name' }[] = [];
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
    spans.push({ from: i, to: end, kind: 'name' });
    i = end;
  }
  return spans;
}

/** "A and B" are two names, "A of B" one; "A's B" two; "A for B" and "A and B" one only where more binds them. */
function joins(tokens: readonly Token[], from: number, to: number): boolean {
  const link = tokens
    .slice(from, to)
    .map((t) => t.lower)
    .join(' ');
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
  // A lone capital at the head of a sentence: a name unless the word is an ordinary one.
  return token.pos === 'PROPN' && !isCommonNoun(token.lemma) && !/s$/.test(token.lower)
    ? true
    : !isCommonNoun(token.lemma) &&
        token.pos !== 'ADV' &&
        token.pos !== 'NUM' &&
        token.pos !== 'VERB' &&
        token.pos !== 'ADJ';
}

export const MONTH =
  /^(January|February|March|April|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)$/;

function thingSpans(tokens: readonly Token[]) {
  const spans: { from: number; to: number; kind: 'thing' }[] = [];
  let from = -1;
  const close = (to: number) => {
    let end = to;
    while (end > from && !/^(NOUN|PROPN)$/.test(tokens[end - 1]?.pos ?? '')) end--;
    if (from >= 0 && end > from && tokens[end - 1]?.capital === false)
      spans.push({ from, to: end, kind: 'thing' });
    from = -1;
  };
  tokens.forEach((token, i) => {
    const within =
      /^(NOUN|PROPN|ADJ|NUM)$/.test(token.pos) ||
      (token.text === '-' && from >= 0) ||
      (/^['’]s$/.test(token.text) && from >= 0);
    if (!within || (from >= 0 && !sameSentence(tokens, i - 1, i))) close(i);
    if (within && from < 0) from = i;
  });
  close(tokens.length);
  return spans;
}

function prepositionBefore(tokens: readonly Token[], from: number): string | null {
  for (let i = from - 1; i >= Math.max(0, from - 5); i--) {
    const token = tokens[i];
    if (!token || !sameSentence(tokens, i, from)) return null;
    if (token.pos === 'ADP' || token.pos === 'SCONJ' || token.lower === 'to') return token.lower;
    if (!/^(DET|ADJ|NOUN|PROPN|NUM|PART|ADV)$/.test(token.pos) && !/^[-"“'’]$/.test(token.text)) return null;
  }
  return null;
}

function describers(
  tokens: readonly Token[],
  span: { from: number; to: number; kind: Phrase['kind'] },
): Token[] {
  if (span.kind === 'thing') {
    const last = tokens[span.to - 1];
    return last ? [last] : [];
  }
  return [...before(tokens, span.from), ...behind(tokens, span.to), ...apposed(tokens, span.to)];
}

/** "environment minister NAME", "a rebel group, NAME", "a site dubbed NAME", "the island of NAME". */
function before(tokens: readonly Token[], from: number): Token[] {
  const found: Token[] = [];
  let i = from - 1;
  if (/^[,"“(]$/.test(tokens[i]?.text ?? '')) i--;
  while (/^(dubbed|called|named|known|as|titled|nicknamed)$/.test(tokens[i]?.lower ?? '')) i--;
  if (tokens[i]?.lower === 'of' && nounKinds(tokens[i - 1]?.lemma ?? '', 1)[0] === 'location') i--;
  for (; i >= 0 && sameSentence(tokens, i, from); i--) {
    const token = tokens[i] as Token;
    if (token.pos === 'NOUN') found.push(token);
    else if (token.pos !== 'ADJ' && token.pos !== 'PROPN') break;
  }
  return found;
}

/** "NAME province": the common noun right behind a name. */
function behind(tokens: readonly Token[], to: number): Token[] {
  const next = tokens[to];
  return next?.pos === 'NOUN' && sameSentence(tokens, to - 1, to) ? [next] : [];
}

/** "NAME, a painter from …, the first woman to …,": the last noun of each phrase that follows between commas. */
function apposed(tokens: readonly Token[], to: number): Token[] {
  const found: Token[] = [];
  let at = to;
  while (/^[,(]$/.test(tokens[at]?.text ?? '') && sameSentence(tokens, to - 1, at)) {
    let i = at + 1;
    while (
      /^(considered|described|regarded|known|as|also|who|which|is|was|one|of|formerly|once)$/.test(
        tokens[i]?.lower ?? '',
      )
    )
      i++;
    const opener = tokens[i];
    if (
      !opener ||
      /^(VERB|AUX|SCONJ|CCONJ|PRON|ADP)$/.test(opener.pos) ||
      (opener.capital && i === at + 1 && opener.pos === 'PROPN' && tokens[i + 1]?.pos !== 'NOUN')
    )
      break;
    let head: Token | null = null;
    while (i < tokens.length && /^(DET|ADJ|NOUN|PROPN|NUM|PART|ADV)$/.test(tokens[i]?.pos ?? '')) {
      const token = tokens[i] as Token;
      if (token.pos === 'NOUN' || (token.pos === 'ADJ' && isCommonNoun(token.lemma))) head = token;
      i++;
    }
    if (head) found.push(head);
    while (i < tokens.length && sameSentence(tokens, i, to - 1) && !/^[,();]$/.test(tokens[i]?.text ?? ''))
      i++;
    at = i;
  }
  return found;
}

function sameSentence(tokens: readonly Token[], a: number, b: number): boolean {
  return tokens[a]?.sentence === tokens[b]?.sentence;
}
