import { isLand } from './lands.js';
import { type Span, sameSentence } from './span.js';
import type { Token } from './tagged-text.js';
import { isCommonNoun, isVerb, nounKinds } from './wordnet.js';

/** The nouns that say what a name names: beside it, in apposition, or said of the sentence's first name. */
export function describersOf(tokens: readonly Token[], name: Span, names: readonly Span[]): Token[] {
  return [
    ...before(tokens, name),
    ...behind(tokens, name.to),
    ...apposed(tokens, name.to),
    ...predicated(tokens, name, names),
  ];
}

/** "environment minister NAME", "a rebel group, NAME", "a site dubbed NAME", "the island of NAME". */
function before(tokens: readonly Token[], { from, to }: Span): Token[] {
  const found: Token[] = [];
  let i = from - 1;
  // "his ship, the NAME"
  if (tokens[i]?.lower === 'the' && tokens[i - 1]?.text === ',') i--;
  // "a rebel group, NAME": only a common noun right before the comma is meant.
  if (tokens[i]?.text === ',' && tokens[i - 1]?.pos !== 'NOUN' && !isTitleInLetters(tokens[i - 1]))
    return found;
  if (/^[,"“(]$/.test(tokens[i]?.text ?? '')) i--;
  while (
    /^(dubbed|called|named|known|as|titled|entitled|nicknamed|designated|christened)$/.test(
      tokens[i]?.lower ?? '',
    )
  )
    i--;
  // "the envoy to Norland NAME"
  if (tokens[i - 1]?.lower === 'to' && isLand(tokens[i]?.lower ?? '')) i -= 2;
  // "The comet (designated NAME)"
  if (i < from - 1 && /^[,(]$/.test(tokens[i]?.text ?? '')) i--;
  if (
    tokens[i]?.lower === 'of' &&
    /^(location|object)$/.test(nounKinds(tokens[i - 1]?.lemma ?? '', 1)[0] ?? '')
  )
    i--;
  for (; i >= 0 && sameSentence(tokens, i, from); i--) {
    const token = tokens[i] as Token;
    if (isHeadlineVerb(tokens, i, from)) break;
    // "chief NAME", but "his third straight NAME title"
    const nounAllTheSame =
      i === from - 1 && token.pos === 'ADJ' && isCommonNoun(token.lemma) && tokens[to]?.pos !== 'NOUN';
    if (token.pos === 'NOUN' || nounAllTheSame || isTitleWord(token)) found.push(token);
    else if (token.pos !== 'ADJ' && token.pos !== 'PROPN') break;
  }
  return found;
}

/** "MP", "CEO". */
function isTitleInLetters(token: Token | undefined): boolean {
  return /^\p{Lu}{2,4}$/u.test(token?.text ?? '') && nounKinds(token?.lemma ?? '', 1)[0] === 'person';
}

/** "Envoy", "MP": a word for a person, written large. */
function isTitleWord(token: Token): boolean {
  if (!token.capital) return false;
  return isTitleInLetters(token) || (isCommonNoun(token.lemma) && nounKinds(token.lemma, 1)[0] === 'person');
}

/** ", breaks NAME's record": a verb that the tagger takes for a plural right before the one name it acts on. */
function isHeadlineVerb(tokens: readonly Token[], at: number, from: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]];
  return (
    at === from - 1 &&
    token?.pos === 'NOUN' &&
    token.lower === `${token.lemma}s` &&
    isVerb(token.lemma) &&
    (before?.text === ',' || before?.pos === 'PROPN')
  );
}

/** "NAME province", "NAME the horse", "names NAME as the next mayor": the common noun right behind a name. */
function behind(tokens: readonly Token[], to: number): Token[] {
  if (tokens[to]?.lower === 'as') {
    let end = to + 1;
    while (/^(DET|ADJ|NOUN|PROPN|PRON)$/.test(tokens[end]?.pos ?? '')) end++;
    return tokens
      .slice(to + 1, end)
      .filter((t) => t.pos === 'NOUN' || (t.capital && isCommonNoun(t.lemma)))
      .slice(-1);
  }
  const article = tokens[to]?.lower === 'the' && tokens[to + 2]?.pos !== 'NOUN' ? 1 : 0;
  const next = tokens[to + article];
  // "NAME king OTHER": the noun belongs to the name that follows it.
  if (
    next?.pos !== 'NOUN' ||
    tokens[to + article + 1]?.capital ||
    !sameSentence(tokens, to - 1, to + article)
  )
    return [];
  return [next];
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
      (opener.capital &&
        i === at + 1 &&
        opener.pos === 'PROPN' &&
        tokens[i + 1]?.pos !== 'NOUN' &&
        !isTitle(tokens, i))
    )
      break;
    let head: Token | null = null;
    while (i < tokens.length && /^(DET|ADJ|NOUN|PROPN|NUM|PART|ADV)$/.test(tokens[i]?.pos ?? '')) {
      const token = tokens[i] as Token;
      const named =
        token.pos === 'PROPN' && isCommonNoun(token.lemma) && nounKinds(token.lemma, 1)[0] === 'person';
      if (token.pos === 'NOUN' || named || (token.pos === 'ADJ' && isCommonNoun(token.lemma))) head = token;
      // "In NAME, minister OTHER": the noun belongs to the name behind it.
      if (head && !head.capital && token.pos === 'PROPN') return found;
      i++;
    }
    // "NAME, 90 miles from" and "NAME, so that" say nothing of what it is.
    if (!head || nounKinds(head.lemma, 1)[0] === 'quantity') break;
    found.push(head);
    while (i < tokens.length && sameSentence(tokens, i, to - 1) && !/^[,();]$/.test(tokens[i]?.text ?? ''))
      i++;
    at = i;
  }
  return found;
}

/** Whether capitalised words from a place on are an office, "Prime Minister", and no name of their own. */
export function isTitle(tokens: readonly Token[], from: number): boolean {
  let to = from;
  while (tokens[to]?.capital) to++;
  const run = tokens.slice(from, to);
  const last = run.at(-1);
  return (
    last !== undefined && run.every((t) => isCommonNoun(t.lemma)) && nounKinds(last.lemma, 1)[0] === 'person'
  );
}

/** "NAME resigns as envoy", "NAME … becomes the first trainer to …": what is said of the first name of a sentence. */
function predicated(tokens: readonly Token[], span: Span, names: readonly Span[]): Token[] {
  const sentence = tokens[span.from]?.sentence;
  // "Norland's NAME wins": the owner is not who it is said of.
  const first = names.find(
    (name) => tokens[name.from]?.sentence === sentence && !/^['’]s$/.test(tokens[name.to]?.text ?? ''),
  );
  if (first?.from !== span.from) return [];
  const found: Token[] = [];
  for (let i = span.to; i < tokens.length && tokens[i]?.sentence === sentence; i++) {
    // "NAME ties up in Havana, the first ship to come": a phrase behind a comma at the end is said of it too.
    // Right behind another name it is said of that one: "NAME meets OTHER, a diver", "NAME names OTHER as mayor".
    if (i > span.to && tokens[i - 1]?.capital && /^(,|as)$/.test(tokens[i]?.lower ?? '')) continue;
    const trailing = tokens[i]?.text === ',' && /^(the|a|an)$/.test(tokens[i + 1]?.lower ?? '');
    const said = /^(as|be|become|remain)$/.test(tokens[i]?.lower === 'as' ? 'as' : (tokens[i]?.lemma ?? ''));
    if (!said && !(trailing && tokens[i - 1]?.pos !== 'VERB' && i > span.to)) continue;
    let head: Token | null = null;
    let j = i + 1;
    for (; j < tokens.length && /^(DET|ADJ|NOUN|PROPN|NUM|PART|ADV)$/.test(tokens[j]?.pos ?? ''); j++) {
      const token = tokens[j] as Token;
      // "as Ana bin Vega": small words within a name say nothing of another.
      if (!token.capital && tokens[j - 1]?.capital && tokens[j + 1]?.capital) continue;
      if (token.pos === 'NOUN' || (token.capital && isCommonNoun(token.lemma))) head = token;
    }
    if (head && tokens[j]?.pos !== 'AUX') found.push(head);
  }
  return found;
}
