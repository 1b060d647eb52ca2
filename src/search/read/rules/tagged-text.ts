import { LRUCache } from 'lru-cache';
import { stemmer } from 'stemmer';
import model from 'wink-eng-lite-web-model';
import winkNLP, { type ItemSentence, type ItsFunction, type PartOfSpeech, type WinkMethods } from 'wink-nlp';
import { memoize } from '../../../text/memoize.js';
import { isNoun, isVerb, nounKinds } from './wordnet.js';

/** A word or mark of a text, with its part of speech (Universal Dependencies' names). */
export interface Token {
  readonly text: string;
  readonly lower: string;
  /** Lower case without accents. */
  readonly plain: string;
  /** Porter stem of `plain`. */
  readonly stem: string;
  /** Dictionary form: "fired" -> "fire". */
  readonly lemma: string;
  readonly pos: PartOfSpeech;
  /** Characters `[start, end)` of the text. */
  readonly start: number;
  readonly end: number;
  /** Which sentence of the text it occurs in, from 0. */
  readonly sentence: number;
  /** Whether it is written with a capital or, like "67P", with capitals and figures. */
  readonly capital: boolean;
}

let nlp: WinkMethods | null = null;

const stemOf = memoize(20_000, (lower) => stemmer(unaccented(lower)));

/** Words and marks of an English text with their parts of speech. About 0.1 ms a sentence; the first call loads the model. */
export function tagText(text: string): readonly Token[] {
  const known = tagged.get(text);
  if (known) return known;
  const tokens = read(text);
  tagged.set(text, tokens);
  return tokens;
}

/** An event is checked first and answered from afterwards. */
const tagged = new LRUCache<string, readonly Token[]>({ max: 64 });

function read(text: string): Token[] {
  nlp ??= winkNLP(model, ['sbd', 'pos']);
  const its = nlp.its;
  // wink-nlp declares `lemma` with one argument fewer than its own ItsFunction takes.
  const lemmaOf = its.lemma as unknown as ItsFunction<string>;
  const tokens: Token[] = [];
  let at = 0;
  const sentences = nlp.readDoc(text).sentences();
  sentences.each((sentence: ItemSentence, index: number) => {
    const words = sentence.tokens();
    const tags = words.out(its.pos);
    const lemmas = words.out(lemmaOf);
    words.out().forEach((word, i) => {
      const start = text.indexOf(word, at);
      if (start < 0) return;
      at = start + word.length;
      const lower = word.toLowerCase();
      tokens.push({
        text: word,
        lower,
        plain: unaccented(lower),
        stem: stemOf(lower),
        lemma: (lemmas[i] ?? lower).toLowerCase(),
        pos: tags[i] as PartOfSpeech,
        start,
        end: at,
        sentence: index,
        capital: /^\p{Lu}|^\d+\p{Lu}/u.test(word),
      });
    });
  });
  return phrasalVerbs(mendVerbs(mendTitles(joinCompounds(joinParted(tokens)))));
}

/** The tagger parts a word at some letters: "Ni" + "š". */
function joinParted(tokens: readonly Token[]): Token[] {
  const out: Token[] = [];
  for (const token of tokens) {
    const before = out.at(-1);
    if (
      !before ||
      before.end !== token.start ||
      !LETTERS.test(token.text) ||
      !ENDS_IN_LETTER.test(before.text)
    ) {
      out.push(token);
      continue;
    }
    if (token.pos !== 'X' && before.pos !== 'X') {
      out.push(token);
      continue;
    }
    const lower = before.lower + token.lower;
    const plain = unaccented(lower);
    const pos = before.capital ? 'PROPN' : before.pos;
    out[out.length - 1] = {
      ...before,
      text: before.text + token.text,
      lower,
      plain,
      stem: stemOf(lower),
      lemma: lower,
      pos,
      end: token.end,
    };
  }
  return out;
}

const LETTERS = /^[\p{L}\p{M}]+$/u;
const ENDS_IN_LETTER = /[\p{L}\p{M}]$/u;

/** "Fisheries minister NAME": a word for a person right before a name is its title, whatever verb it may be elsewhere. */
function mendTitles(tokens: readonly Token[]): Token[] {
  return tokens.map((token, i) => {
    const [before, next] = [tokens[i - 1], tokens[i + 1]];
    const titled =
      token.pos === 'VERB' &&
      !token.capital &&
      next?.capital &&
      /^(NOUN|ADJ|DET|PROPN)$/.test(before?.pos ?? '');
    return titled && nounKinds(token.lower, 1)[0] === 'person' ? { ...token, pos: 'NOUN' } : token;
  });
}

/** "stepped down" is one verb, "step down"; its particle keeps its own place. */
function phrasalVerbs(tokens: readonly Token[]): Token[] {
  return tokens.map((token, i) => {
    const next = tokens[i + 1];
    if (token.pos !== 'VERB' || !next || !PARTICLE.test(next.lower)) return token;
    const lemma = `${token.lemma} ${next.lower}`;
    return isVerb(lemma) ? { ...token, lemma } : token;
  });
}

const PARTICLE = /^(up|down|out|off|over|away|back|in|on|through|apart|together|aside)$/;
const ROLE_SUFFIX = /^(elect|designate|general|chief|law)$/;

/** "by-election", "senator-elect" and "low-cost" are one word each; "30-year" stays apart, so that its number can be read. */
function joinCompounds(tokens: readonly Token[]): Token[] {
  const out: Token[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const [hyphen, part] = [tokens[i], tokens[i + 1]];
    const first = out.at(-1);
    const joined = hyphen?.text === '-' && first?.end === hyphen.start && part?.start === hyphen.end;
    // "fourteen-year-old" stays apart like "14-year-old".
    if (
      !joined ||
      !first ||
      !part ||
      (NUMBER_WORD.test(first.lower) && isUnit(part)) ||
      !/\p{L}[.’']?$/u.test(first.text) ||
      !/^\p{L}/u.test(part.text)
    ) {
      if (hyphen) out.push(hyphen);
      continue;
    }
    const lower = `${first.lower}-${part.lower}`;
    const suffixed = ROLE_SUFFIX.test(part.lower);
    out[out.length - 1] = {
      ...part,
      text: `${first.text}-${part.text}`,
      lower,
      plain: unaccented(lower),
      stem: suffixed ? first.stem : stemOf(lower),
      lemma: suffixed ? first.lemma : isNoun(lower) ? lower : part.lemma,
      pos: suffixed ? first.pos : /^(VERB|AUX|ADP|ADV|PART)$/.test(part.pos) ? 'ADJ' : part.pos,
      start: first.start,
      capital: first.capital || part.capital,
    };
    i++;
  }
  return out;
}

const NUMBER_WORD =
  /^(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(thir|four|fif|six|seven|eigh|nine)teen|(twen|thir|for|fif|six|seven|eigh|nine)ty)$/;

function isUnit({ lower }: Token): boolean {
  return /^(second|minute|hour|day|week|month|year|mile|kilometre|metre|foot|inch)$/.test(lower);
}

const ASCII = /^[ -~]*$/;

/** Lower-case letters without their accents. */
function unaccented(word: string): string {
  if (ASCII.test(word)) return word;
  return word.normalize('NFKD').replace(/\p{M}/gu, '');
}

/**
 * Headlines tell in the present tense ("A court sentences the man"), which the tagger takes for plural nouns: in a clause
 * without a finite verb, the first word that can be one and comes between a noun and what it may act on becomes it.
 */
function mendVerbs(tokens: Token[]): Token[] {
  const out = [...tokens];
  for (const [start, end] of clauses(tokens)) {
    const finite = tokens.findIndex((_, i) => i >= start && i < end && hasTense(tokens, i));
    for (let i = start + 1; i < (finite < 0 ? end - 1 : finite - 2); i++) {
      const [before, word, after] = [tokens[i - 1], tokens[i], tokens[i + 1]];
      if (!before || !word || !after || word.pos !== 'NOUN' || word.capital || !isVerb(word.lemma)) continue;
      // Before a verb that may as well belong to a clause within ("that is claimed"), only a form in -s will do.
      if (finite >= 0 && !(word.lower.endsWith('s') || after.pos === 'PROPN')) continue;
      if (!/^(NOUN|PROPN|NUM)$/.test(before.pos) || !/^(PROPN|DET|NUM|ADP|PRON|ADJ|PART)$/.test(after.pos))
        continue;
      if (after.pos === 'ADP' && finite >= 0) continue;
      if (after.capital && nounKinds(word.lower, 1)[0] === 'person') continue;
      out[i] = { ...word, pos: 'VERB' };
      break;
    }
  }
  return out;
}

function hasTense(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (token?.pos === 'AUX') return true;
  return token?.pos === 'VERB' && !/ing$/.test(token.lower) && tokens[i - 1]?.lower !== 'to';
}

function clauses(tokens: readonly Token[]): [number, number][] {
  const out: [number, number][] = [];
  let start = 0;
  tokens.forEach((token, i) => {
    const next = tokens[i + 1];
    if (next && next.sentence === token.sentence && token.text !== ';') return;
    out.push([start, i + 1]);
    start = i + 1;
  });
  return out;
}
