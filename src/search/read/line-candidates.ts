import type { NewsEvent } from '../../events/event.js';
import { longDate } from '../encode/long-date.js';
import type { PairReading } from '../encode/text-models.js';
import { type DirectAnswer, lineOf } from './answer-line.js';
import { bestSpan, spanScore } from './best-span.js';
import type { Asking } from './rules/asking.js';
import { ruleLine } from './rules/rule-line.js';

const WANTED = ['date', 'number', 'place', 'name', 'reason', 'yes-no'] as const;

/** What a decision about one line rests on, beside what it rests on about the event. */
export const LINE_FEATURES = [
  'byRule',
  'ruleShare',
  'agrees',
  'spanBelow',
  'words',
  'isDate',
  ...WANTED.map((wanted) => `wants-${wanted}`),
] as const;

/** A line that may answer, with the numbers of LINE_FEATURES. */
export interface LineCandidate {
  readonly line: DirectAnswer;
  readonly features: Float32Array;
}

/** The lines that an event may answer a question with: what the reader marks, and what its grammar gives. */
export function lineCandidates(asking: Asking, event: NewsEvent, reading: PairReading): LineCandidate[] {
  const read = lineOf(event, reading);
  const rule = ruleLine(asking, event);
  const same = read !== null && rule !== null && agree(read, rule.line);
  const features = (line: DirectAnswer, byRule: boolean) =>
    Float32Array.from([
      byRule ? 1 : 0,
      rule ? rule.probability : Number.NaN,
      same ? 1 : 0,
      below(line, event, reading),
      line.text.split(/\s+/).length,
      line.value === null ? 0 : 1,
      ...WANTED.map((wanted) => (asking.wanted === wanted ? 1 : 0)),
    ]);
  return [
    ...(read ? [{ line: read, features: features(read, false) }] : []),
    ...(rule && !same ? [{ line: rule.line, features: features(rule.line, true) }] : []),
  ];
}

/** Whether two lines say the same: one date, or one text within the other. */
function agree(one: DirectAnswer, other: DirectAnswer): boolean {
  if (one.value !== null || other.value !== null) return one.value === other.value;
  return one.text.includes(other.text) || other.text.includes(one.text);
}

/** How much less likely the reader holds the words of a line than its likeliest span, as a difference of logits. */
function below(line: DirectAnswer, event: NewsEvent, reading: PairReading): number {
  const prefix = longDate(event.date).length + 2;
  const [range] = line.rests;
  if (!range) return Number.NaN;
  const start = prefix + Math.max(0, event.headline.indexOf(event.sentence));
  const best = bestSpan(reading, prefix);
  const own = spanScore(reading, start + range[0], start + range[1]);
  return best && own !== null ? own - best.score : Number.NaN;
}
