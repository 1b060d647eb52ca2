import type { NewsEvent } from '../../events/event.js';
import { longDate } from '../encode/long-date.js';
import type { PairReading } from '../encode/text-models.js';
import { softmax } from '../softmax.js';
import { type AnswerKind, type DirectAnswer, kindOf, spanLine } from './answer-line.js';
import { fitsAsking } from './fits-asking.js';
import type { Asking } from './rules/asking.js';
import { FAMILIES, type RuleLine, type RuleLines, wantedFamily } from './rules/rule-line.js';
import type { Token } from './rules/tagged-text.js';
import { SpanScores } from './span-scores.js';

/** Where a line comes from: a family of grammar's phrases, the reader's own span, or its yes or no. */
const SOURCES = [...FAMILIES, 'reader', 'yes', 'no'] as const;
type Source = (typeof SOURCES)[number];
const WANTED = ['date', 'number', 'place', 'name', 'reason', 'yes-no', 'anything', 'what-happened'] as const;
const BEFORE = ['in', 'at', 'by', 'of', 'from', 'to', 'with', 'for', 'after', 'the'] as const;
/** What grammar says of a phrase; the same name means the same in each family. */
const GRAMMAR = [
  ...['called', 'alike', 'other', 'agrees', 'located', 'nested', 'owner', 'whose', 'unqualified', 'asked'],
  ...['met', 'near', 'said', 'thing', 'unnamed', 'first', 'later', 'measure', 'unit', 'same', 'done'],
  ...['undone', 'whole', 'converted', 'sure', 'as', 'bearer'],
] as const;

/** What is known of one line: the order of LineCandidate's features. */
export const LINE_FEATURES = [
  'wantedFamily',
  'ruleShare',
  'ruleScore',
  'ruleBelow',
  'kindShare',
  'kindLeads',
  'startBelow',
  'endBelow',
  'spanBelow',
  'mass',
  'overlap',
  'words',
  'place',
  'inTitle',
  'figures',
  'capital',
  'twice',
  ...SOURCES.map((source) => `is-${source}`),
  ...WANTED.map((wanted) => `wants-${wanted}`),
  ...BEFORE.map((word) => `after-${word}`),
  ...GRAMMAR.map((name) => `g-${name}`),
] as const;

/** A line that may answer, with the numbers of LINE_FEATURES. */
export interface LineCandidate {
  readonly line: DirectAnswer;
  readonly features: Float32Array;
}

interface Phrase {
  readonly line: DirectAnswer;
  readonly source: Source;
  readonly rule: RuleLine | null;
}

/**
 * The lines that an event may answer a question with: its phrases as grammar finds them, what the reader marks, its date, yes and no.
 *
 * @param rules what `ruleLines` found in the event.
 */
export function lineCandidates(
  asking: Asking,
  event: NewsEvent,
  { tokens, lines }: RuleLines,
  reading: PairReading,
): LineCandidate[] {
  const family = wantedFamily(asking);
  const spans = new SpanScores(reading, longDate(event.date).length + 2);
  const kind = kindOf(reading);
  const phrases = distinct([
    ...lines.filter((rule) => rule.family === family).map(ofRule),
    ...lines.filter((rule) => rule.family !== family).map(ofRule),
    ...ofReader(event, reading, kind, asking),
  ]);
  const shares = softmax(reading.kinds.slice(1));
  const most = new Map<Source, number>();
  for (const { source, rule } of phrases)
    if (rule) most.set(source, Math.max(most.get(source) ?? Number.NEGATIVE_INFINITY, rule.score));
  const candidates = phrases.map(({ line, source, rule }) => ({
    line,
    features: Float32Array.from([
      rule && rule.family === family ? 1 : 0,
      rule?.probability ?? Number.NaN,
      rule?.score ?? Number.NaN,
      rule ? rule.score - (most.get(source) ?? 0) : Number.NaN,
      shares[KINDS.indexOf(kindOfSource(source))] ?? 0,
      kindOfSource(source) === kind ? 1 : 0,
      ...ofSpan(line, event, spans),
      line.text.split(/\s+/).length,
      rule && tokens.length > 0 ? rule.from / tokens.length : Number.NaN,
      line.rests.length === 0 && source === 'reader' ? 1 : 0,
      /\d/.test(line.text) ? 1 : 0,
      /^\p{Lu}/u.test(line.text) ? 1 : 0,
      phrases.filter((other) => other.line !== line && other.line.text.includes(line.text)).length,
      ...SOURCES.map((name) => (name === source ? 1 : 0)),
      ...WANTED.map((wanted) => (asking.wanted === wanted ? 1 : 0)),
      ...before(tokens, rule),
      ...GRAMMAR.map((name) => rule?.features[name] ?? Number.NaN),
    ]),
  }));
  return candidates.filter(({ line }) => fitsAsking(asking.wanted, line));
}

const KINDS: readonly AnswerKind[] = ['span', 'date', 'yes', 'no'];
const kindOfSource = (source: Source): AnswerKind =>
  source === 'date' || source === 'yes' || source === 'no' ? source : 'span';

const ofRule = (rule: RuleLine): Phrase => ({ line: rule.line, source: rule.family, rule });

/** What the reader alone gives: the words it marks, and yes and no where either is asked for or likeliest. */
function ofReader(event: NewsEvent, reading: PairReading, kind: AnswerKind, asking: Asking): Phrase[] {
  const span = spanLine(event, reading);
  const either = asking.wanted === 'yes-no' || kind === 'yes' || kind === 'no';
  return [
    ...(either ? (['yes', 'no'] as const) : []).map((said) => ({
      line: { text: said === 'yes' ? 'Yes' : 'No', value: null, event, rests: [] },
      source: said,
      rule: null,
    })),
    ...(span ? [{ line: span, source: 'reader' as const, rule: null }] : []),
  ];
}

/** One phrase for each text: the first that has it. */
function distinct(phrases: readonly Phrase[]): Phrase[] {
  const seen = new Set<string>();
  return phrases.filter(({ line, source }) => {
    const key = line.value ?? (source === 'yes' || source === 'no' ? source : line.text.toLowerCase());
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}

/** How the reader's logits see the words of a line: startBelow, endBelow, spanBelow, mass, overlap. */
function ofSpan(line: DirectAnswer, { headline, sentence }: NewsEvent, spans: SpanScores): number[] {
  const [range] = line.rests;
  if (!range) return [Number.NaN, Number.NaN, Number.NaN, Number.NaN, Number.NaN];
  const start = spans.after + Math.max(0, headline.indexOf(sentence));
  return spans.of(start + range[0], start + range[1]);
}

/** Which small word a phrase follows. */
function before(tokens: readonly Token[], rule: RuleLine | null): number[] {
  const word = rule && rule.to > rule.from ? tokens[rule.from - 1]?.lower : undefined;
  return BEFORE.map((known) => (known === word ? 1 : 0));
}
