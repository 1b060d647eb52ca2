import { type Aligned, nearness, said } from './aligned.js';
import { type Candidate, weighed } from './candidate.js';
import { isTitle } from './described.js';
import { kindFit, wantsNamed } from './kind-fit.js';
import type { Similarity } from './likeness.js';
import { findPhrases, type Phrase } from './phrases.js';
import { roleFit } from './role.js';
import type { Token } from './tagged-text.js';
import { told } from './told.js';
import { landOf } from './wordnet.js';

/**
 * What each feature weighs: a conditional logit fitted on questions with their answering events, and on questions nothing
 * answers with the event nearest to them; checked on questions over other years.
 */
const NAME = {
  called: 1.4,
  alike: 0.9,
  other: -1.1,
  agrees: 0.6,
  located: -0.6,
  nested: -0.2,
  met: 0.55,
  near: 0.4,
  said: -0.8,
  thing: -0.4,
  unnamed: -2.15,
  first: 0.15,
  base: -1,
};
const PLACE = {
  called: 2.3,
  other: -1,
  located: 1.8,
  nested: 0.9,
  owner: -0.5,
  met: 0.75,
  near: 0.7,
  said: -0.8,
  unnamed: -2.2,
  first: 0.7,
  later: -0.7,
  base: -1.35,
};

/** The names and things of an event that may answer "who", "which" and "what". */
export function nameCandidates(aligned: Aligned, similar?: Similarity): Candidate[] {
  return candidates(aligned, NAME, similar).filter(({ to }) => !lost(aligned, to));
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
      !(phrase.kind === 'name' && tokens[phrase.from - 1]?.text === ',' && isTitle(tokens, phrase.from)) &&
      !restates(aligned, phrase) &&
      !isCredit(tokens, phrase),
  );
  const firstName = phrases.find((phrase) => phrase.kind === 'name');
  const seen = new Map<string, Candidate & { readonly joined: boolean }>();
  for (const phrase of phrases) {
    const features = featuresOf(aligned, phrase, phrase === firstName, similar);
    const candidate = {
      ...told(aligned, phrase),
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

/** Where several names are told together, each of them alone is no answer of its own. */
function withoutParts(found: readonly (Candidate & { readonly joined: boolean })[]): Candidate[] {
  return found.filter(
    (part) =>
      !found.some(
        (whole) =>
          whole !== part &&
          whole.from < part.from &&
          whole.to > part.from &&
          whole.to >= part.to &&
          whole.joined,
      ),
  );
}

function featuresOf(
  aligned: Aligned,
  phrase: Phrase,
  first: boolean,
  similar?: Similarity,
): Record<string, number> {
  const { asking, tokens, match } = aligned;
  const words = tokens.slice(phrase.from, phrase.to);
  const role = roleFit(aligned, phrase);
  const known = said(aligned, phrase.from, phrase.to);
  const thing = phrase.kind === 'thing';
  const met = phrase.kind === 'name' && phrase.described.some((t) => (match[tokens.indexOf(t)] ?? 0) >= 0.6);
  return {
    ...kindFit(asking, phrase, words, similar),
    agrees: Math.max(0, role),
    located: LOCATED.test(phrase.preposition ?? '') ? 1 : 0,
    nested: phrase.preposition === 'of' && !thing ? 1 : 0,
    owner: /^['’]s?$/.test(tokens[phrase.to]?.text ?? '') ? 1 : 0,
    met: met ? 1 : 0,
    near: nearness(aligned, phrase.from, phrase.to),
    said: known,
    thing: thing && !wantsNamed(asking) ? 1 : 0,
    unnamed: thing && wantsNamed(asking) ? 1 : 0,
    first: first ? 1 : 0,
    later: words[0]?.sentence ? 1 : 0,
    base: 1,
  };
}

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

const LOCATED =
  /^(in|at|near|on|off|outside|inside|from|to|into|around|over|across|between|through|aboard|down)$/;

/** "the first club" tells nothing to "which club": the noun asked for, and no other noun beside it that is new. */
function restates({ asking, tokens, match }: Aligned, phrase: Phrase): boolean {
  const last = tokens[phrase.to - 1];
  if (phrase.kind !== 'thing' || !last || last.lemma !== asking.head) return false;
  return !tokens
    .slice(phrase.from, phrase.to - 1)
    .some((t, i) => /^(NOUN|PROPN)$/.test(t.pos) && (match[phrase.from + i] ?? 0) < 0.7);
}

/** "(Reuters)": the report an event was taken from. */
function isCredit(tokens: readonly Token[], { from, to }: Phrase): boolean {
  const end = /^[),]$/.test(tokens[to]?.text ?? '');
  return tokens[from - 1]?.text === '(' && end && /^[.!?”"]$/.test(tokens[from - 2]?.text ?? '');
}
