import { type Aligned, nearness, said } from './aligned.js';
import type { Asking } from './asking.js';
import { type Candidate, weighed } from './candidate.js';
import { deedFit } from './counted.js';
import { likeness, type Similarity } from './likeness.js';
import type { Measure } from './measure.js';
import { findNumbers, type NumberPhrase } from './numbers.js';
import type { Token } from './tagged-text.js';
import { moreGeneral, nounKinds } from './wordnet.js';

/** Weighed like the names in name-answer.ts. */
const NUMBER = {
  measure: 0.75,
  unit: 0.5,
  same: 0.95,
  near: 1.9,
  done: 0.85,
  undone: -0.6,
  other: -0.3,
  asked: 1.2,
  whole: -0.9,
  converted: -0.7,
  base: -0.35,
};

/** The numbers of an event that may answer "how many", "how much", "how long" and their like. */
export function numberCandidates(aligned: Aligned, similar?: Similarity): Candidate[] {
  const { asking, tokens } = aligned;
  const wanted = asking.measure ?? 'any';
  const hanging = prepositionAsked(asking);
  return findNumbers(tokens)
    .map((number, i, all) => ({
      number,
      before: all[i - 1],
      counted: { ...number, unit: unitOf(number, all[i - 1]) },
    }))
    .filter(({ number }) => said(aligned, number.from, number.to) < 1)
    .map(({ number, before, counted }) => {
      const features = {
        measure: measureFit(wanted, number.measure, asking.head),
        unit: asking.head && wanted === 'count' ? unitFit(aligned, counted, asking.head, similar) : 0,
        near: nearness(aligned, number.from, number.to),
        same: asking.head !== null && counted.unit.some((unit) => unit.lemma === asking.head) ? 1 : 0,
        other: asking.head && wanted === 'count' && unitClash(counted, asking.head) ? 1 : 0,
        ...deedFit(aligned, number, similar),
        asked: hanging !== null && hangsOn(tokens, number.from) === hanging ? 1 : 0,
        whole: isWhole(tokens, number.from) ? 1 : 0,
        converted: before?.measure === number.measure && tokens[number.from - 1]?.text === '(' ? 1 : 0,
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

/** "To what price": the word the question hangs on, where it may tell one number from another. */
function prepositionAsked({ tokens }: Asking): string | null {
  const at = tokens.findIndex((t) => /^(what|which|how)$/.test(t.lower));
  const before = tokens[at - 1]?.lower ?? '';
  return /^(to|from|for|by|at|within)$/.test(before) ? before : null;
}

function hangsOn(tokens: readonly Token[], from: number): string | null {
  const before = tokens[from - 1]?.lower ?? null;
  return /^(about|around|nearly|almost|over|just)$/.test(before ?? '')
    ? (tokens[from - 2]?.lower ?? null)
    : before;
}

/** "37 of the 39 envoys": the number of all of them is seldom asked for. */
function isWhole(tokens: readonly Token[], from: number): boolean {
  const of = tokens[from - 1]?.lower === 'the' ? from - 2 : from - 1;
  return tokens[of]?.lower === 'of' && tokens[of - 1]?.pos === 'NUM';
}

/** "83 people hurt and 61 arrested", "and six others": a number without a noun counts what the one before it counts. */
function unitOf({ unit, measure }: NumberPhrase, before: NumberPhrase | undefined): readonly Token[] {
  const unsaid = unit.length === 0 || (unit.length === 1 && /^others?$/.test(unit[0]?.lower ?? ''));
  return measure === 'count' && unsaid && before?.measure === 'count' && before.unit.length > 0
    ? before.unit
    : unit;
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
    /^(people|police|troop|staff|death|injury|fatality|casualty|arrest)$/.test(noun) ||
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
