import { type Aligned, said } from './aligned.js';
import { answerSpan } from './answer-span.js';
import { type Candidate, weighed } from './candidate.js';
import { isTitle } from './described.js';
import { ORGANISATION } from './kind-fit.js';
import type { Similarity } from './likeness.js';
import { featuresOf, OWNS } from './name-features.js';
import { findPhrases, type Phrase } from './phrases.js';
import { withoutShortForms } from './short-forms.js';
import type { Token } from './tagged-text.js';
import { isCommonNoun, landOf, nounKinds } from './wordnet.js';

/**
 * What each feature weighs: a conditional logit fitted on questions with their answering events, and on questions nothing
 * answers with the event nearest to them; checked on questions over other years.
 */
const NAME = {
  called: 1.95,
  alike: 0.9,
  other: -1.2,
  agrees: 1.15,
  located: -0.8,
  met: 0.2,
  near: 0.15,
  said: -0.75,
  thing: -0.6,
  unnamed: -2.55,
  first: 0.55,
  whose: 1.6,
  asked: 1,
  unqualified: -0.2,
  base: -1.6,
};
const PLACE = {
  called: 1.6,
  other: -0.6,
  located: 1.7,
  nested: 0.9,
  owner: -0.6,
  met: 0.4,
  near: 0.6,
  said: -1.1,
  unnamed: -2.5,
  first: 0.3,
  later: -1,
  asked: 0.7,
  unqualified: -0.8,
  base: -1.7,
};

/** The names and things of an event that may answer "who", "which" and "what". */
export function nameCandidates(aligned: Aligned, similar?: Similarity): Candidate[] {
  const found = candidates(aligned, NAME, similar).filter(({ to }) => !lost(aligned, to));
  return withoutShortForms(aligned.tokens, found);
}

/** "NAME lose their match" is no answer to who won. */
function lost({ asking, tokens }: Aligned, to: number): boolean {
  return tokens[to]?.lemma === 'lose' && asking.tokens.some(({ lemma }) => /^(win|winner)$/.test(lemma));
}

/** The places of an event that may answer "where" and "in which town". */
export function placeCandidates(aligned: Aligned, similar?: Similarity): Candidate[] {
  const found = candidates(aligned, PLACE, similar).filter(({ from }) => !cameFrom(aligned, from));
  return [...found, ...landsOfOrigin(aligned)];
}

/** "returned from NAME", "a man from NAME" don't tell where a thing was, unless the question itself says "from". */
function cameFrom({ asking, tokens }: Aligned, from: number): boolean {
  const before = tokens.slice(Math.max(0, from - 2), from).filter((t) => t.lower !== 'the');
  return before.at(-1)?.lower === 'from' && !asking.tokens.some((t) => ASKS_ORIGIN.test(t.lower));
}

const ASKS_ORIGIN =
  /^(from|origin|source|homeland|native|off|leave|left|launch(ed)?|begin|began|start(ed)?)$/;

function candidates(
  aligned: Aligned,
  weights: Readonly<Record<string, number>>,
  similar?: Similarity,
): Candidate[] {
  const { asking, tokens } = aligned;
  const phrases = findPhrases(tokens).filter(
    (phrase) =>
      said(aligned, phrase.from, phrase.to) < 0.8 &&
      !isNamed(aligned, phrase) &&
      !isBareTitle(tokens, phrase) &&
      !(phrase.kind === 'name' && tokens[phrase.from - 1]?.text === ',' && isTitle(tokens, phrase.from)) &&
      !restates(aligned, phrase) &&
      !isCredit(tokens, phrase),
  );
  const firstName = phrases.find(({ kind, to }) => kind === 'name' && !OWNS.test(tokens[to]?.text ?? ''));
  const seen = new Map<string, Candidate & { readonly joined: boolean }>();
  for (const phrase of phrases) {
    const features = featuresOf(aligned, phrase, phrase === firstName, similar);
    const candidate = {
      ...answerSpan(aligned, phrase),
      joined: asking.many,
      features,
      score: weighed(features, weights),
    };
    const words = tokens
      .slice(phrase.from, phrase.to)
      .map((t) => t.lower)
      .join(' ');
    const same = seen.get(words);
    if (!same || same.score < candidate.score) seen.set(words, candidate);
  }
  return withoutParts([...seen.values()]);
}

/** Where several names are told together, or a place with a wider one, each part alone is no answer of its own. */
function withoutParts(found: readonly (Candidate & { readonly joined: boolean })[]): Candidate[] {
  return found.filter(
    (part) =>
      !found.some(
        (whole) =>
          whole !== part &&
          whole.from < part.from &&
          whole.to > part.from &&
          whole.to >= part.to &&
          (whole.joined || whole.score > part.score),
      ),
  );
}

/** "CEO", "MP": what somebody is, written like a name. */
function isBareTitle(tokens: readonly Token[], { from, to }: Phrase): boolean {
  const lemma = tokens[from]?.lemma ?? '';
  return (
    to - from === 1 && /^\p{Lu}+$/u.test(tokens[from]?.text ?? '') && nounKinds(lemma, 1)[0] === 'person'
  );
}

/** "Maren Holt" where the question says "Holt", "Holt Shipping Ltd" where it says "Holt": what tells it from others is said. */
function isNamed(aligned: Aligned, phrase: Phrase): boolean {
  const { asking, tokens, match } = aligned;
  if (phrase.kind !== 'name') return false;
  const own: number[] = [];
  for (let i = phrase.from; i < phrase.to; i++)
    if (tokens[i]?.capital && !isCommonNoun(tokens[i]?.lemma ?? '') && !ORGANISATION.test(bare(tokens[i])))
      own.push(i);
  const last = own.at(-1);
  if (last === undefined) return isOrdinaryFirm(aligned, phrase);
  const isHead = tokens[last]?.lemma === asking.head;
  return (
    !isHead &&
    !tellsWhich(aligned, phrase) &&
    (match[last] ?? 0) >= 0.7 &&
    (own.length === 1 || last === phrase.to - 1)
  );
}

/** "United", or "Herring Inc." where the question says "Herring": a firm named by a common word. */
function isOrdinaryFirm({ tokens, match }: Aligned, { from, to }: Phrase): boolean {
  const first = tokens[from];
  if (to - from === 1) return ORGANISATION.test(bare(first));
  return to - from === 2 && match[from] === 1 && ORGANISATION.test(bare(tokens[from + 1]));
}

/** "Norland Convention on Herrings" where the question says "which Norland convention": what follows tells which. */
function tellsWhich({ asking, tokens, match }: Aligned, { from, to }: Phrase): boolean {
  const head = tokens.findIndex((t, i) => i >= from && i < to && t.lemma === asking.head);
  return head >= 0 && tokens.some((t, i) => i > head && i < to && t.capital && (match[i] ?? 0) < 0.7);
}

const bare = (token: Token | undefined) => token?.lower.replace(/\.$/, '') ?? '';

/** "A Spanish nurse" tells the country as well. */
function landsOfOrigin({ asking, tokens, match }: Aligned): Candidate[] {
  if (!/^(country|nation)$/.test(asking.head ?? '')) return [];
  const found = new Map<string, Candidate>();
  tokens.forEach((token, i) => {
    const text = token.capital && (match[i] ?? 0) < 0.7 ? landOf(token.lower) : null;
    if (!text || found.has(text)) return;
    const features = { called: 1, first: found.size === 0 && token.sentence === 0 ? 1 : 0, base: 1 };
    found.set(text, { from: i, to: i + 1, text, features, score: weighed(features, PLACE) });
  });
  return [...found.values()];
}

/** "the first club" tells nothing to "which club": the noun asked for, and no other noun beside it that is new. */
function restates({ asking, tokens, match }: Aligned, phrase: Phrase): boolean {
  const last = tokens[phrase.to - 1];
  if (phrase.kind !== 'thing' || !last || last.lemma !== asking.head) return false;
  // "Oskar Lind's novel" tells no more of it than "the novel".
  const own = tokens.slice(phrase.from, phrase.to).findLastIndex((t) => OWNS.test(t.text));
  const from = phrase.from + own + 1;
  return !tokens
    .slice(from, phrase.to - 1)
    .some((t, i) => /^(NOUN|PROPN)$/.test(t.pos) && (match[from + i] ?? 0) < 0.7 && !isOrigin(t));
}

/** "A Norwegian film" tells no more of it than "a film". */
const isOrigin = (token: Token) => token.capital && landOf(token.lower) !== null;

/** "(Reuters)": the report an event was taken from. */
function isCredit(tokens: readonly Token[], { from, to }: Phrase): boolean {
  const end = /^[),]$/.test(tokens[to]?.text ?? '');
  return tokens[from - 1]?.text === '(' && end && /^[.!?”"]$/.test(tokens[from - 2]?.text ?? '');
}
