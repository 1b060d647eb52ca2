import type { TextRange } from '../../text/text-range.js';
import type { AskedQuantity } from '../intent/intent.js';
import { findNumbers, type NumberPhrase } from '../read/rules/numbers.js';
import { type Token, tagText } from '../read/rules/tagged-text.js';
import { numberValue } from './number-value.js';

/** The kinds of quantities that can be read from a text. */
export type QuantityKind = Exclude<AskedQuantity, 'none' | 'size' | 'earliest' | 'latest'>;

/** A quantity that a text gives. */
export interface Quantity {
  readonly kind: QuantityKind;
  /** In people, magnitude, units of money, seconds, metres or km/h. */
  readonly value: number;
  /** As the text has it, with its unit: "15,000", "$14.7 billion", "11 hours". */
  readonly text: string;
  /** Where in the text it is, `[from, to)`. */
  readonly range: TextRange;
}

const SECONDS: Readonly<Record<string, number>> = {
  second: 1,
  minute: 60,
  hour: 3600,
  day: 86_400,
  week: 604_800,
  month: 2_629_800,
  year: 31_557_600,
  decade: 315_576_000,
};
const METRES: Readonly<Record<string, number>> = {
  mm: 0.001,
  centimetre: 0.01,
  cm: 0.01,
  inch: 0.0254,
  foot: 0.3048,
  feet: 0.3048,
  ft: 0.3048,
  yard: 0.9144,
  metre: 1,
  meter: 1,
  m: 1,
  kilometre: 1000,
  kilometer: 1000,
  km: 1000,
  mile: 1609.344,
};
/** Words around a number that say it counts the dead; these are what the events use (dictionary forms). */
const DEATH = /^(?:die|kill|dead|death|fatality|perish|drown|claim|lose)$/;
const HURT = /^(?:injure|wound|hurt|injury|miss|survive)$/;
/** How far from its number such a word may be, in tokens: "the death toll of … rises to 12", "132 people are known to be dead". */
const BEFORE = 8;
const AFTER = 8;

/** The quantities of a text, in order; numbers of which it isn't clear what they count are left out. */
export function quantitiesIn(text: string): Quantity[] {
  const tokens = tagText(text);
  return findNumbers(tokens).flatMap((number): Quantity[] => {
    const value = numberValue(tokens, number);
    const kind = value === null ? null : kindOf(tokens, number);
    if (value === null || kind === null) return [];
    const unit = kind === 'duration' || kind === 'length' ? unitOf(tokens, number) : null;
    const scale = unit === null ? 1 : ((kind === 'duration' ? SECONDS : METRES)[unit.lemma] ?? 1);
    const [first, last] = [tokens[number.from], unit?.token ?? tokens[number.to - 1]];
    if (!first || !last) return [];
    return [
      { kind, value: value * scale, text: text.slice(first.start, last.end), range: [first.start, last.end] },
    ];
  });
}

function kindOf(tokens: readonly Token[], number: NumberPhrase): QuantityKind | null {
  switch (number.measure) {
    case 'count':
      return isToll(tokens, number) ? 'deaths' : number.unit.length > 0 ? 'people' : null;
    case 'strength':
    case 'money':
    case 'duration':
    case 'speed':
      return number.measure;
    case 'distance':
      return 'length';
    default:
      return null;
  }
}

/** Whether a number counts the dead: of the words of dying and of being hurt around it, with no number between, the nearest decides. */
function isToll(tokens: readonly Token[], { from, to }: NumberPhrase): boolean {
  const sentence = tokens[from]?.sentence;
  const harmNear = (first: number, step: 1 | -1, most: number): { at: number; dead: boolean } | null => {
    for (let at = 0, i = first; at < most; at++, i += step) {
      const token = tokens[i];
      if (!token || token.sentence !== sentence || /\d/.test(token.text)) return null;
      if (DEATH.test(token.lemma)) return { at, dead: true };
      if (HURT.test(token.lemma)) return { at, dead: false };
    }
    return null;
  };
  const before = harmNear(from - 1, -1, BEFORE);
  const after = harmNear(to, 1, AFTER);
  if (before && after) return before.at <= after.at ? before.dead : after.dead;
  return (before ?? after)?.dead === true;
}

function unitOf(tokens: readonly Token[], { to }: NumberPhrase): { lemma: string; token: Token } | null {
  for (const token of tokens.slice(to, to + 3)) {
    const lemma = [token.lemma, token.lower, token.lower.replace(/s$/, '')].find(
      (w) => w in SECONDS || w in METRES,
    );
    if (lemma !== undefined) return { lemma, token };
  }
  return null;
}

/** The quantity of a text that a question asks for; the greatest of its kind, since texts give parts beside the whole. */
export function askedQuantityIn(text: string, kind: QuantityKind): Quantity | null {
  const own = quantitiesIn(text).filter((quantity) => quantity.kind === kind);
  return own.reduce<Quantity | null>((most, q) => (most === null || q.value > most.value ? q : most), null);
}
