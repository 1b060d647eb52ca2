import type { Measure } from './measure.js';
import type { Token } from './tagged-text.js';
import { isNoun } from './wordnet.js';

/** A number of a text, tokens `[from, to)`, with what it counts or measures. */
export interface NumberPhrase {
  readonly from: number;
  readonly to: number;
  readonly measure: Measure | 'date';
  /** The nouns right behind it, in order: "federal police officers". */
  readonly unit: readonly Token[];
}

const WORD =
  /^(zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(-\w+)?|hundreds?|thousands?|millions?|billions?|trillions?|dozens?|tens|scores|half)$/;
const SCALE =
  /^(hundred|thousand|million|billion|trillion|dozen|hundreds|thousands|millions|billions|dozens|m|bn|tens)$/;
const FIGURE = /^(\p{Sc}|US\$|A\$|C\$)?\d[\d,.]*(st|nd|rd|th|m|bn|k|%)?$/u;
const MONTHS = /^(january|february|march|april|may|june|july|august|september|october|november|december)$/;
const TIME_UNIT = /^(second|minute|hour|day|week|month|year|decade|century)$/;
const LENGTH_UNIT =
  /^(mile|kilometre|kilometer|km|metre|meter|centimetre|centimeter|cm|millimetre|millimeter|mm|yard|foot|feet|m|ft|inch|light-year|mph)$/;
/** "Article 50" counts nothing. */
const NUMBERED =
  /^(article|section|chapter|no|no\.|number|flight|route|highway|channel|phase|stage|gate|pier)$/;
const CURRENCY =
  /^(dollar|euro|pound|yen|yuan|rupee|rouble|ruble|franc|peso|real|krona|won|cent|pence|usd|eur|gbp|shekel|lira|rand)$/;

/** The numbers of a tagged text, in figures and in words, in order. */
export function findNumbers(tokens: readonly Token[]): NumberPhrase[] {
  const found: NumberPhrase[] = [];
  let i = 0;
  while (i < tokens.length) {
    const from = i;
    let at = i;
    const currency = /^\p{Sc}$|^(us|a|c|nz|hk|r)\$$|^(rs)\.?$/iu.test(tokens[at]?.text ?? '');
    if (currency) at++;
    else at += partOfScale(tokens, at);
    // "Tupolev 154-200"
    const model = SCORE.test(tokens[at]?.text ?? '') && tokens[at - 1]?.pos === 'PROPN';
    if (model || !isNumber(tokens[at], currency)) {
      i++;
      continue;
    }
    let to = at + 1;
    while (to < tokens.length && joinsNumber(tokens, to)) to++;
    if (isScore(tokens, from, to) && to - from === 1 && /^[-–]$/.test(tokens[to]?.text ?? '')) to += 2;
    const phrase = { from, to, unit: unitAfter(tokens, to) };
    const number = { ...phrase, measure: measureOf(tokens, phrase) };
    const before = found.at(-1);
    if (before && goesOnWith(tokens, before, number))
      found[found.length - 1] = { ...number, from: before.from };
    else found.push(number);
    i = to;
  }
  return found;
}

/** "3 years and 8 months", "two hours, three minutes and six seconds": one length of time. */
function goesOnWith(tokens: readonly Token[], before: NumberPhrase, number: NumberPhrase): boolean {
  const unit = before.unit.at(-1);
  if (before.measure !== 'duration' || number.measure !== 'duration' || unit !== tokens[before.to])
    return false;
  return tokens.slice(before.to + 1, number.from).every((t) => /^(,|and)$/.test(t.lower));
}

const FRACTION = /^(half|(a|one|two|three|four) ?-?(third|quarter|fifth|tenth)s?)$/;
const SCORE = /^\d{1,3}[-–]\d{1,3}$/;

/** "3-1", in one token or in three: a score or a vote, and no count of anything. */
function isScore(tokens: readonly Token[], from: number, to: number): boolean {
  if (SCORE.test(tokens[from]?.text ?? '')) return true;
  const figure = (i: number) => /^\d{1,3}$/.test(tokens[i]?.text ?? '');
  const dash = (i: number) => /^[-–]$/.test(tokens[i]?.text ?? '');
  return (
    figure(from) &&
    (to - from === 1 || to - from === 3) &&
    ((dash(from + 1) && figure(from + 2)) || (dash(from - 1) && figure(from - 2)))
  );
}

function isNumber(token: Token | undefined, afterCurrency = false): boolean {
  if (!token) return false;
  if (FIGURE.test(token.text) || SCORE.test(token.text)) return true;
  if (!afterCurrency && FRACTION.test(token.lower) && token.lower !== 'half') return true;
  return (
    !afterCurrency &&
    WORD.test(token.lower) &&
    token.lower !== 'half' &&
    !(token.lower === 'one' && token.pos === 'PRON')
  );
}

/** How many tokens lead in the scale of "half a million" and "a quarter of a million"; 0 where there is none. */
function partOfScale(tokens: readonly Token[], at: number): number {
  if (!/^(half|quarter)$/.test(tokens[at]?.lower ?? '')) return 0;
  const article = tokens[at + 1]?.lower === 'of' ? at + 2 : at + 1;
  return tokens[article]?.lower === 'a' && SCALE.test(tokens[article + 1]?.lower ?? '')
    ? article + 1 - at
    : 0;
}

function joinsNumber(tokens: readonly Token[], at: number): boolean {
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (!token || !before) return false;
  if (
    SCALE.test(token.lower) ||
    (/^(%|percent|per|cent|percentage|°C)$/.test(token.lower) &&
      (token.lower !== 'per' || next?.lower === 'cent'))
  )
    return true;
  // "twenty-five", "six and a half", "tens of thousands"
  // "$700-billion"
  if (token.text === '-' && FIGURE.test(before.text) && SCALE.test(next?.lower ?? '')) return true;
  if (token.text === '-' && WORD.test(before.lower) && WORD.test(next?.lower ?? '')) return true;
  if (before.text === '-' && WORD.test(token.lower)) return true;
  if (token.lower === 'of' && /s$/.test(before.lower) && SCALE.test(next?.lower ?? '')) return true;
  // "45 000 nets"
  if (/^\d{3}$/.test(token.text) && /^\d{1,3}$/.test(before.text) && token.start - before.end === 1)
    return true;
  // "1.5 to 2 million"
  if (/^(to|-|–)$/.test(token.lower) && isRange(before, next)) return true;
  if (/^(to|-|–)$/.test(before.lower) && isRange(tokens[at - 2], token)) return true;
  if (token.lower === 'and' && next?.lower === 'a' && tokens[at + 2]?.lower === 'half') return true;
  if ((token.lower === 'a' || token.lower === 'half') && /^(and|a)$/.test(before.lower)) return true;
  if (isRestOfHundred(tokens, at)) return true;
  return WORD.test(before.lower) && WORD.test(token.lower) && !SCALE.test(before.lower);
}

/** "one hundred eighty-one", "two thousand and five": a number below a hundred behind a counted scale. */
function isRestOfHundred(tokens: readonly Token[], at: number): boolean {
  const counted = (i: number) =>
    /^(hundred|thousand)$/.test(tokens[i]?.lower ?? '') && WORD.test(tokens[i - 1]?.lower ?? '');
  const isRest = (i: number) => WORD.test(tokens[i]?.lower ?? '') && !SCALE.test(tokens[i]?.lower ?? '');
  return (
    (isRest(at) && (counted(at - 1) || (tokens[at - 1]?.lower === 'and' && counted(at - 2)))) ||
    (tokens[at]?.lower === 'and' && counted(at - 1) && isRest(at + 1))
  );
}

/** Two figures, the second one more: "20 to 30", but no years, scores or sums apart. */
function isRange(low: Token | undefined, high: Token | undefined): boolean {
  if (!low || !high || !/^\d[\d,.]*$/.test(low.text) || !/^\d[\d,.]*$/.test(high.text)) return false;
  const [a, b] = [low, high].map((t) => Number(t.text.replaceAll(',', '')));
  return a !== undefined && b !== undefined && a < b && !(a > 1800 && b < 2100);
}

function unitAfter(tokens: readonly Token[], to: number): Token[] {
  const unit: Token[] = [];
  for (let i = to; i < Math.min(tokens.length, to + 7); i++) {
    const token = tokens[i] as Token;
    if (token.sentence !== tokens[to - 1]?.sentence) break;
    // "41 die when …", "19 rescued"
    if (i === to && (token.lower === 'die' || (/ed$/.test(token.lower) && !isNoun(token.lower)))) break;
    if (/^(NOUN|PROPN)$/.test(token.pos)) unit.push(token);
    // "11 New Norland public officials"
    else if (token.pos === 'ADJ' && unit.every((t) => t.capital)) continue;
    else if (
      unit.length > 0 ? token.text !== '-' : !/^(ADJ|ADV|DET|PART|ADP)$/.test(token.pos) && token.text !== '-'
    )
      break;
    // "240 of the jobs", "ten other people": the unit may come late; "ten in the town" has none
    if (token.pos === 'ADP' && token.lower !== 'of') break;
    // "37 of the 39 envoys"
    if (token.lower === 'of') {
      const next = tokens[i + 1]?.lower === 'the' ? i + 2 : i + 1;
      if (tokens[next]?.pos === 'NUM') return unitAfter(tokens, next + 1);
    }
  }
  return unit;
}

/** "130 km/h", "110 miles per hour", "180 mph". */
function isSpeed(tokens: readonly Token[], to: number): boolean {
  const [unit, per, hour] = tokens.slice(to, to + 3).map((t) => t.lower);
  if (/^(mph|kph|km\/h|kmh|knots?)$/.test(unit ?? '')) return true;
  return per === '/h' || (/^(\/|per|an)$/.test(per ?? '') && /^(h|hour|second)$/.test(hour ?? ''));
}

function measureOf(
  tokens: readonly Token[],
  { from, to, unit }: Pick<NumberPhrase, 'from' | 'to' | 'unit'>,
): NumberPhrase['measure'] {
  const text = tokens
    .slice(from, to)
    .map((t) => t.lower)
    .join(' ');
  const [before, before2, next] = [tokens[from - 1]?.lower ?? '', tokens[from - 2]?.lower ?? '', tokens[to]];
  // The tagger takes "metres" for a verb at times.
  const bare = next?.lower.replace(/s$/, '') ?? '';
  const first = unit[0]?.lemma ?? (TIME_UNIT.test(bare) || LENGTH_UNIT.test(bare) ? bare : '');
  if (isScore(tokens, from, to)) return 'score';
  if (FRACTION.test(text)) return 'percent';
  if (/\p{Sc}|us\$/iu.test(text) || CURRENCY.test(first) || CURRENCY.test(unit[1]?.lemma ?? ''))
    return 'money';
  if (/%|percent|per cent/.test(text)) return 'percent';
  if (/\d(st|nd|rd|th)$/.test(text))
    return MONTHS.test(next?.lower ?? '') || MONTHS.test(before) ? 'date' : 'rank';
  if (NUMBERED.test(before)) return 'rank';
  if (MONTHS.test(before) || (MONTHS.test(next?.lower ?? '') && /^\d{1,2}$/.test(text))) return 'date';
  if (
    /^(19|20)\d\d$/.test(text) &&
    !unit.some((u) => u === next && u.lower === u.text && !/^(election|games|season|cup)$/.test(u.lower))
  )
    return 'date';
  if (
    /^(age|aged)$/.test(before) ||
    (before === 'of' && before2 === 'age') ||
    (first === 'year' &&
      (tokens[to + 2]?.lower === 'old' || tokens[to + 1]?.lower === 'old' || tokens[to + 3]?.lower === 'old'))
  )
    return 'age';
  if (
    /^years?-old$/.test(next?.lower ?? '') ||
    (next?.text === '-' && /^years?-old$/.test(tokens[to + 1]?.lower ?? ''))
  )
    return 'age';
  if (
    /^magnitude$/.test(before) ||
    first === 'magnitude' ||
    unit.some((t) => /^(richter|scale)$/.test(t.lower))
  )
    return 'strength';
  if (before === 'measuring' && /^\d\.\d$/.test(text)) return 'strength';
  if (isSpeed(tokens, to)) return 'speed';
  if (TIME_UNIT.test(first)) return 'duration';
  if (LENGTH_UNIT.test(first)) return 'distance';
  if (next?.text === ',' && before === ',' && /^\d\d$/.test(text)) return 'age';
  return 'count';
}
