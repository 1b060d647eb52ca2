import { coverage } from '../../search/features.js';
import type { AskedQuantity, IntentReading } from '../../search/intent/intent.js';
import {
  askedQuantityIn,
  type Quantity,
  type QuantityKind,
  quantitiesIn,
} from '../../search/quantities/quantity.js';
import { isOfTime, type Question } from '../../search/question.js';
import type { Ranked } from '../../search/rank/ranked.js';
import { tagText } from '../../search/read/rules/tagged-text.js';
import type { SearchEngine } from '../../search/search-engine.js';
import { type Candidate, candidatesOf, foldHappenings } from './pool.js';
import type { AnswerItem, Several } from './several.js';

/** Happenings compared, and how far below the best they may score. */
const COMPARED = 60;
const WITHIN = 3.5;
/** What it counts that an event itself claims the superlative, and what the quantity counts at most. */
const CLAIM = 1.2;
const AMOUNT = 2;
/** Items shown: the winner and the runners-up. */
const SHOWN = 6;
/** What "biggest" is measured in, where most events give it. */
const SIZES: readonly QuantityKind[] = [
  'deaths',
  'money',
  'people',
  'length',
  'strength',
  'speed',
  'duration',
];

/**
 * The events with the greatest quantity of what was asked, the greatest first.
 *
 * @param ranked what answers the question best, best first.
 */
export async function superlativeOf(
  engine: SearchEngine,
  question: Question,
  ranked: readonly Ranked[],
  { quantity }: IntentReading,
): Promise<Pick<Several, 'items' | 'isClear'>> {
  const candidates = readFirst(ranked, (await candidatesOf(engine, question)).slice(0, COMPARED));
  const best = candidates[0]?.score ?? 0;
  const near = candidates.filter(({ score }) => score >= best - WITHIN);
  const kind = kindOf(quantity, near);
  const smallest = /^(?:smallest|shortest|cheapest|lowest|youngest)$/;
  const superlatives = superlativesIn(question.text).first;
  const lowest = [...superlatives].some((word) => smallest.test(word));
  const read = near.map((candidate) => ({
    candidate,
    quantity: kind && askedQuantityIn(candidate.event.sentence, kind),
    claims: claimOf(candidate.event.sentence, superlatives),
  }));
  const logs = read.flatMap(({ quantity }) =>
    quantity && quantity.value > 0 ? [Math.log(quantity.value)] : [],
  );
  const [least, most] = [Math.min(...logs), Math.max(...logs)];
  const worth = (q: Quantity | null) => {
    if (!q || q.value <= 0 || most === least) return 0;
    const share = (Math.log(q.value) - least) / (most - least);
    return AMOUNT * (lowest ? 1 - share : share);
  };
  const byWorth = read
    .map(({ candidate, quantity, claims }) => ({
      ...candidate,
      quantity,
      score: candidate.score + worth(quantity) + CLAIM * claims,
    }))
    .sort((a, b) => b.score - a.score);
  const items = foldHappenings(engine, byWorth).map(
    ({ first, folded }): AnswerItem => ({
      event: first.event,
      text: first.quantity?.text ?? null,
      quantity: first.quantity,
      folded,
    }),
  );
  const [winner, ...others] = items;
  if (!winner) return { items, isClear: false };
  // The runners-up are those with a figure of their own, the greatest first.
  const value = (item: AnswerItem) => item.quantity?.value ?? 0;
  const up = others.filter(({ quantity }) => quantity !== null);
  up.sort((a, b) => (lowest ? value(a) - value(b) : value(b) - value(a)));
  const claim = claimOf(winner.event.sentence, superlatives);
  const isGreatest = up.every((other) =>
    lowest ? value(other) >= value(winner) : value(other) <= value(winner),
  );
  return {
    isClear: claim > 0 || (claim === 0 && isGreatest),
    items: [winner, ...(up.length > 0 ? up : others).slice(0, SHOWN - 1)],
  };
}

/** What the events that the reader put first count more than the ranker says, from the first on. */
const READ_FIRST = [1.2, 0.8, 0.5, 0.3];

/** An event with this share of what is asked beside the superlative, by weight, is of the things compared. */
const COVERED = 0.75;

/** Whether some of the best events are of the things compared: few of them say that they are the greatest. */
export function hasCompared(question: Question, ranked: readonly Ranked[]): boolean {
  const superlatives = superlativesIn(question.text).first;
  return ranked.slice(0, 5).some(({ matches }) => {
    const subject = matches.filter(
      ({ concept }) => !superlatives.has(concept.text.toLowerCase()) && !isOfTime(question, concept),
    );
    return subject.length > 0 && coverage(subject) >= COVERED;
  });
}

/** Lifts the candidates that the whole pipeline puts first. */
function readFirst(ranked: readonly Ranked[], candidates: readonly Candidate[]): Candidate[] {
  const lift = new Map(ranked.slice(0, READ_FIRST.length).map(({ event }, i) => [event, READ_FIRST[i] ?? 0]));
  return candidates
    .map((candidate) => ({ ...candidate, score: candidate.score + (lift.get(candidate.number) ?? 0) }))
    .sort((a, b) => b.score - a.score);
}

/** The kind of quantity to compare: the asked one, or for "biggest" the one that most of the events give. */
function kindOf(asked: AskedQuantity, near: readonly Candidate[]): QuantityKind | null {
  if (asked === 'earliest' || asked === 'latest' || asked === 'none') return null;
  if (asked !== 'size') return asked;
  const counts = new Map<QuantityKind, number>();
  for (const { event } of near.slice(0, 20))
    for (const kind of new Set(quantitiesIn(event.sentence).map(({ kind }) => kind)))
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const most = SIZES.toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))[0];
  return most !== undefined && (counts.get(most) ?? 0) > 0 ? most : null;
}

/** What stands before a superlative that another thing has: "the second deadliest", "one of the strongest". */
const NOT_FIRST = /^(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:nd|rd|th)|of|among)$/;

interface Superlatives {
  readonly first: ReadonlySet<string>;
  /** Those that come with a place but the first. */
  readonly notFirst: ReadonlySet<string>;
}

/** The superlatives of a text: adjectives in -est, "most …", "worst". */
function superlativesIn(text: string): Superlatives {
  const tokens = tagText(text);
  const found = { first: new Set<string>(), notFirst: new Set<string>() };
  tokens.forEach(({ lower, pos }, i) => {
    const [rank, word = lower] = lower.includes('-') ? lower.split('-') : [undefined, lower];
    const isMost = lower === 'most' && tokens[i + 1]?.pos === 'ADJ';
    const isEst = word.endsWith('est') && /^(?:ADJ|ADV|NOUN|VERB|PROPN)$/.test(pos) && word.length > 5;
    if (!isMost && !isEst && lower !== 'worst') return;
    const before =
      rank ?? tokens.slice(0, i).findLast(({ lower }) => !/^(?:the|its|their|-|–)$/.test(lower))?.lower;
    const superlative = isMost ? `most ${tokens[i + 1]?.lower}` : word;
    found[NOT_FIRST.test(before ?? '') ? 'notFirst' : 'first'].add(superlative);
  });
  return found;
}

/** What an event claims of a superlative that the question asks for: 1 for the first place, -1 for another, 0 for none. */
function claimOf(sentence: string, asked: ReadonlySet<string>): -1 | 0 | 1 {
  const { first, notFirst } = superlativesIn(sentence);
  if ([...first].some((word) => asked.has(word))) return 1;
  return [...notFirst].some((word) => asked.has(word)) ? -1 : 0;
}
