import { type Aligned, nearness, said } from './aligned.js';
import { type Candidate, weighed } from './candidate.js';
import { likeness, type Similarity } from './likeness.js';
import type { Measure } from './measure.js';
import { findNumbers, type NumberPhrase } from './numbers.js';
import type { Token } from './tagged-text.js';
import { moreGeneral, nounKinds } from './wordnet.js';

/** Weighed like the names in name-answer.ts. */
const NUMBER = {
  measure: 0.6,
  unit: 0.45,
  same: 0.65,
  near: 1.6,
  done: 0.85,
  undone: -0.35,
  other: -0.5,
  base: -0.4,
};

/** The numbers of an event that may answer "how many", "how much", "how long" and their like. */
export function numberCandidates(aligned: Aligned, similar?: Similarity): Candidate[] {
  const { asking, tokens } = aligned;
  const wanted = asking.measure ?? 'any';
  return findNumbers(tokens)
    .map((number, i, all) => ({ number, counted: { ...number, unit: unitOf(number, all[i - 1]) } }))
    .filter(({ number }) => said(aligned, number.from, number.to) < 1)
    .map(({ number, counted }) => {
      const features = {
        measure: measureFit(wanted, number.measure, asking.head),
        unit: asking.head && wanted === 'count' ? unitFit(aligned, counted, asking.head, similar) : 0,
        near: nearness(aligned, number.from, number.to),
        same: asking.head !== null && counted.unit.some((unit) => unit.lemma === asking.head) ? 1 : 0,
        other: asking.head && wanted === 'count' && unitClash(counted, asking.head) ? 1 : 0,
        ...deedFit(aligned, number),
        base: 1,
      };
      return {
        from: number.from,
        to: endOfUnit(aligned, number),
        features,
        score: weighed(features, NUMBER),
      };
    })
    .filter((candidate) => candidate.features.measure >= 0);
}

/** "14 arrested" and "injuring 14": whether what was done to them is what the question says. */
function deedFit(aligned: Aligned, { from, to }: NumberPhrase): { done: number; undone: number } {
  const { asking, tokens, match } = aligned;
  // "How many did the police arrest": the tagger takes the verb for a noun at times.
  const hasVerb =
    asking.content.some((t) => t.pos === 'VERB') || asking.tokens.some((t) => t.lower === 'did');
  if (!hasVerb) return { done: 0, undone: 0 };
  const deed = deedBehind(tokens, to) ?? deedBefore(tokens, from);
  if (deed === null) return { done: 0, undone: 0 };
  const fit = match[deed] ?? 0;
  return { done: fit >= SAME_DEED ? fit : 0, undone: fit > 0 ? 0 : 1 };
}

/** A word less alike tells of another deed as soon as of the same: "injured" and "arrested". */
const SAME_DEED = 0.65;

/** "14 people injured", "eleven have died": the verb behind a number and what it counts. */
function deedBehind(tokens: readonly Token[], to: number): number | null {
  for (let i = to; i < Math.min(tokens.length, to + 7); i++) {
    const pos = tokens[i]?.pos ?? 'PUNCT';
    if (pos === 'VERB' && tokens[i]?.lower !== 'including') return i;
    if (!/^(NOUN|PROPN|ADJ|AUX|ADV|PART)$/.test(pos) && !/^(of|others?)$/.test(tokens[i]?.lower ?? ''))
      return null;
  }
  return null;
}

/** "injuring at least 14". */
function deedBefore(tokens: readonly Token[], from: number): number | null {
  for (let i = from - 1; i >= Math.max(0, from - 5); i--) {
    const pos = tokens[i]?.pos ?? 'PUNCT';
    if (pos === 'VERB') return i;
    if (!/^(ADJ|ADV|DET|NOUN)$/.test(pos) && !/^(at|than|to|about|over|by|of)$/.test(tokens[i]?.lower ?? ''))
      return null;
  }
  return null;
}

/** "83 people hurt and 61 arrested": a number without a noun counts what the one before it counts. */
function unitOf({ unit, measure }: NumberPhrase, before: NumberPhrase | undefined): readonly Token[] {
  return measure === 'count' && unit.length === 0 && before?.measure === 'count' ? before.unit : unit;
}

function measureFit(wanted: Measure, found: NumberPhrase['measure'], unit: string | null): number {
  if (wanted === 'any') return found === 'date' || found === 'score' ? -1 : 0.5;
  if (wanted === found) return 0.8;
  if (wanted === 'count' && found === 'duration' && unit && moreGeneral(unit, 2).has('time period'))
    return 0.8;
  if (wanted === 'count' && found === 'distance' && unit && isLength(unit)) return 0.8;
  if (wanted === 'count' && unit && moreGeneral(unit, 2).has('monetary unit') && found === 'money')
    return 0.8;
  if (wanted === 'distance' && found === 'count') return 0.2;
  if (wanted === 'age' && found === 'count') return 0.2;
  // A vote of 112-19: how many voted for it.
  if (wanted === 'count' && found === 'score') return 0.2;
  return -1;
}

function isLength(unit: string): boolean {
  const general = moreGeneral(unit, 2);
  return general.has('linear unit') || general.has('metric linear unit');
}

/** How well what a number counts fits what is asked for: "people" takes any noun for persons. */
function unitFit(
  { asking, tokens, match }: Aligned,
  number: NumberPhrase,
  head: string,
  similar?: Similarity,
): number {
  if (number.unit.length === 0) return 0.1;
  const asked = asking.tokens.find((t) => t.lemma === head);
  let best = 0;
  number.unit.forEach((unit, i) => {
    const last = i === number.unit.length - 1 ? 1 : 0.8;
    const same = asked ? likeness(asked, unit, similar) : 0;
    const kind = moreGeneral(unit.lemma, 2);
    const general =
      kind.has(head) ||
      (head === 'people' || head === 'ppl' ? personal(unit.lemma) : moreGeneral(head, 2).has(unit.lemma));
    const alike = nounKinds(head, 1)[0] === 'person' && personal(unit.lemma);
    best = Math.max(best, last * Math.max(same, general ? 0.8 : 0, alike ? 0.5 : 0));
  });
  // "people killed": what the question says of them, said of the number's unit.
  const own = number.unit.some((unit) => (match[tokens.indexOf(unit)] ?? 0) > 0) ? 0.1 : 0;
  return best + own;
}

/** "How many people" and "three planes": the number counts something of another sort. */
function unitClash(number: NumberPhrase, head: string): boolean {
  if (number.unit.length === 0) return false;
  return personal(head) !== number.unit.some((unit) => personal(unit.lemma));
}

function personal(noun: string): boolean {
  return (
    /^(people|police|troop|staff)$/.test(noun) ||
    moreGeneral(noun, 2).has('person') ||
    nounKinds(noun, 1)[0] === 'person'
  );
}

/** A measure is said with its unit ("30 years", "$2 billion"); a count with the noun right behind it ("90 people"). */
function endOfUnit({ tokens }: Aligned, number: NumberPhrase): number {
  if (number.measure === 'money' && /\p{Sc}/u.test(tokens[number.from]?.text ?? '')) return number.to;
  const last = number.unit.at(-1);
  if (!last || number.measure === 'percent') return number.to;
  const end = tokens.indexOf(last) + 1;
  return end - number.to <= 5 ? end : number.to;
}
