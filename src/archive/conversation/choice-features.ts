import type { Decision } from '../../search/decide/decider.js';
import type { Leaning } from '../../search/intent/intent.js';
import type { Ranked } from '../../search/rank/ranked.js';
import { softmax } from '../../search/softmax.js';
import { WAYS, type Way } from './rewrite.js';
import type { Closeness } from './spoken-context.js';

const LEANINGS_SEEN: readonly Leaning[] = [
  'other-time',
  'other-subject',
  'about-it',
  'pointing',
  'same-time',
];

/** An event found for one way to write a leaning question out. */
export interface Choice {
  readonly way: Way;
  /** The place of the way among the others, from 0. */
  readonly order: number;
  /** The event's place among those found for this way, from 0. */
  readonly place: number;
  readonly hit: Ranked;
  /** The best score of this way. */
  readonly most: number;
  /** What is decided about the first event of this way. */
  readonly decision: Decision;
  /** Whether the event lies in the time that the full question names; null where it names none. */
  readonly inTime: boolean | null;
  readonly closeness: Closeness;
}

/** What is known of all the choices for one question. */
export interface ChoiceSetting {
  readonly leaning: Leaning;
  readonly leans: number;
  /** How likely the last question was answered by its first event. */
  readonly confidence: number;
  /** The words of the message. */
  readonly words: number;
  /** For each event the ways that found it among their first three. */
  readonly support: ReadonlyMap<number, number>;
  /** For each event its best score by any way. */
  readonly best: ReadonlyMap<number, number>;
  /** The most that any way is sure of. */
  readonly surest: number;
}

/** The numbers of `choiceRow`, in order. */
export const CHOICE_FEATURES: readonly string[] = [
  ...LEANINGS_SEEN.map((leaning) => `leaning-${leaning}`),
  ...WAYS.map((way) => `way-${way}`),
  ...[
    'leans',
    'words',
    'confidence',
    'order',
    'place',
    'score',
    'below',
    'belowBest',
    'sure',
    'surer',
    'line',
  ],
  ...['relevance', 'none', 'pick', 'pickShare', 'covered', 'meaning', 'inTime', 'support'],
  ...[
    'isSpokenOf',
    'foundPlace',
    'ofStory',
    'alike',
    'alikeFound',
    'days',
    'apart',
    'sameTitle',
    'sharedNames',
  ],
];

/** What the choice among events and ways sees of one: NaN where something is not known. */
export function choiceRow(choice: Choice, setting: ChoiceSetting): Float32Array {
  const { hit, way, order, place, most, decision, inTime, closeness } = choice;
  const { reading, picked, parts } = hit;
  const missing = Number.NaN;
  return Float32Array.from([
    ...LEANINGS_SEEN.map((leaning) => Number(leaning === setting.leaning)),
    ...WAYS.map((other) => Number(other === way)),
    setting.leans,
    Math.min(12, setting.words),
    setting.confidence,
    order,
    place,
    hit.score,
    hit.score - most,
    hit.score - (setting.best.get(hit.event) ?? hit.score),
    decision.answers,
    decision.answers - setting.surest,
    decision.line,
    reading?.relevance ?? missing,
    reading ? (softmax(reading.kinds)[0] ?? missing) : missing,
    picked?.row[0] ?? missing,
    picked?.row[2] ?? missing,
    parts['words'] ?? missing,
    parts['meaning'] ?? missing,
    inTime === null ? missing : Number(inTime),
    setting.support.get(hit.event) ?? 0,
    Number(closeness.isSpokenOf),
    closeness.place ?? 9,
    closeness.ofStory,
    closeness.alike,
    closeness.alikeFound,
    closeness.days,
    Math.log1p(Math.abs(closeness.days)),
    Number(closeness.sameTitle),
    closeness.sharedNames,
  ]);
}
