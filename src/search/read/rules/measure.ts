import type { Token } from './tagged-text.js';

/** What a number counts or measures. */
export type Measure =
  | 'count'
  | 'money'
  | 'percent'
  | 'age'
  | 'duration'
  | 'distance'
  | 'strength'
  | 'speed'
  | 'rank'
  | 'score'
  | 'any';

interface AskedMeasure {
  readonly measure: Measure;
  /** What is counted, as its dictionary form: "how many protesters" -> "protester". */
  readonly unit: string | null;
  readonly asking: readonly Token[];
}

/** What asks for a measure, and for some what must follow it. */
const ASKED: readonly (readonly [RegExp, Measure, RegExp?])[] = [
  [/\b(what|which) (was |were )?(the )?(final )?score\b|\bby what (score|margin)\b/, 'score'],
  [/\bhow old\b|\b(what|which|at what) age\b|\bage (of|at)\b/, 'age'],
  [/\bhow long\b|\bhow much time\b/, 'duration'],
  [/\bhow (far|tall|high|deep|wide)\b/, 'distance'],
  [/\b(what|which) (percentage|percent|share|proportion)\b|\bturnout\b|\bpercentage of\b/, 'percent'],
  [
    /\b(what|which) (magnitude|strength)\b|\bhow (strong|powerful|big) (?=(was|is) the (\S+ )?(quake|earthquake|tremor)\b)|\bmagnitude of\b/,
    'strength',
  ],
  [/\bhow fast\b|\b(what|which|at what) speed\b/, 'speed'],
  [/\bhow strong\b/, 'speed', / (winds?|gusts?)\b/],
  [
    /^what (did|does|do|was|were|is|are|'s|’s) .*\b(cost|worth|pay|fetch|earn|sell for|sold for|go for)\b/,
    'money',
  ],
  [/\bwhat ('s|’s|is|was) /, 'money', /\b(worth|fee|salary|price|ransom)\b/],
  [/^(the )?(price|cost) (of|for)\b|\b(price|cost)$/, 'money'],
  [/\bhow (much|costly|expensive)\b|\b(what|which) (price|sum|fine|amount)\b|\bfor how much\b/, 'money'],
  [/\bhow many\b|\b(what|which|the)? ?number of\b|\bhow often\b|\b(what was the )?death toll\b/, 'count'],
  [/^(the )?(population|size|length|height|depth|weight|speed) of\b/, 'any'],
  [/\bhow (big|large|heavy|high)\b|\b(what|which) (level|rate|size|weight)\b/, 'any'],
];

/** Units that say what is measured: "how many percent". */
const MEASURED: ReadonlyMap<string, Measure> = new Map([
  ['percent', 'percent'],
  ['dollar', 'money'],
  ['euro', 'money'],
]);
/** "How many deaths" asks for people. */
const DEATH = /^(death|fatality|casualty|victim)$/;
/** "How many months' jail" asks for months. */
const TIME_UNIT = /^(second|minute|hour|day|week|month|year|decade|century)$/;

/** The measure a question asks for, and of what; null where it asks for no number. */
export function askedMeasure(tokens: readonly Token[]): AskedMeasure | null {
  const text = tokens.map((t) => t.lower).join(' ');
  for (const [pattern, measure, further] of ASKED) {
    const match = pattern.exec(text);
    if (!match || further?.test(text.slice(match.index + match[0].length)) === false) continue;
    const first = text.slice(0, match.index).split(' ').length - 1;
    const length = match[0].startsWith('what') ? 1 : match[0].trim().split(' ').length;
    const asking = tokens.slice(first, first + length);
    // "Which Fine Line singer" asks for no fine.
    if (first > 0 ? asking.some((t) => t.capital) : asking.slice(1).some((t) => t.capital)) continue;
    const unit = unitAfter(tokens, first + asking.length);
    return {
      measure: MEASURED.get(unit ?? '') ?? measure,
      unit: DEATH.test(unit ?? '') ? 'people' : unit,
      asking,
    };
  }
  return null;
}

function unitAfter(tokens: readonly Token[], start: number): string | null {
  let unit: Token | null = null;
  // "How many of the attackers"
  const from = tokens[start]?.lower === 'of' && tokens[start + 1]?.pos === 'DET' ? start + 2 : start;
  for (const [i, token] of tokens.slice(from).entries()) {
    // "how many suspected thieves"
    const next = tokens[from + i + 1]?.pos ?? '';
    if (!unit && token.pos === 'VERB' && /ed$/.test(token.lower) && /^(NOUN|PROPN)$/.test(next)) continue;
    if (TIME_UNIT.test(token.lemma) || token.lower === 'percent') return token.lemma;
    if (/^(NOUN|PROPN)$/.test(token.pos)) unit = token;
    else if (unit || !/^(ADJ|DET|NUM|ADV)$/.test(token.pos)) break;
  }
  return unit?.lemma ?? null;
}
