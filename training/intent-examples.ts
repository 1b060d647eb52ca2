import type { NewsEvent } from '../src/events/event.js';
import { intentWords, type NameTest } from '../src/search/intent/intent-words.js';
import { PATTERNS } from './intent-templates.js';

/** A made or given question with what the classifiers should make of it. `slots` has a label a character. */
export interface Example {
  readonly text: string;
  readonly slots: string;
  readonly intent: string;
  readonly quantity: string;
  readonly leaning: string;
}

/** Examples made of each pattern. */
const PER_PATTERN = 60;

/** Numbers from 0 to 1 in an order that only depends on the seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** What fills the places of the patterns, as the events have it. */
interface Fillers {
  readonly topics: readonly string[];
  readonly names: readonly string[];
}

/** Makes examples of all patterns, filled with topics and names of the events. */
export function madeExamples(events: readonly NewsEvent[], random: () => number): Example[] {
  const fillers = fillersOf(events);
  const examples: Example[] = [];
  for (const { intent, quantity = 'none', leaning = 'alone', texts } of PATTERNS)
    for (const text of texts)
      for (let i = 0; i < PER_PATTERN; i++)
        examples.push({ ...filled(chosen(text, random), fillers, random), intent, quantity, leaning });
  return examples;
}

const PRONOUNS = ['he', 'she', 'it', 'they', 'him', 'it', 'they', 'there', 'that'];
const PREPOSITION = /\s(?:in|of|at|by|from|with|for|on|near|to|against|over)(?:\sthe)?\s*$/i;

/**
 * What a question about a named thing becomes once the thing was spoken of: the name a pronoun, or, at the end, left out with
 * its preposition. Null where the question names nothing, or begins with it.
 */
export function leaningExample(question: string, isName: NameTest, random: () => number): Example | null {
  const words = intentWords(question, new Set(), isName);
  const first = words.findIndex(({ key }) => key === '<N>');
  const next = words.findIndex(({ key }, at) => at > first && key !== '<N>');
  const last = next < 0 ? words.length - 1 : next - 1;
  const [from, to] = [words[first], words[last]];
  if (!from || !to || first <= 0) return null;
  const made = { slots: '', intent: 'fact', quantity: 'none' };
  const before = question.slice(0, from.start);
  if (last === words.length - 1 && PREPOSITION.test(before) && random() < 0.7 && words.length < 12)
    return { ...made, text: before.replace(PREPOSITION, ''), leaning: 'about-it' };
  const possessive = /^['’]s?/.exec(question.slice(to.end))?.[0] ?? '';
  const pronoun = possessive
    ? ['his', 'her', 'its', 'their'][Math.floor(random() * 4)]
    : PRONOUNS[Math.floor(random() * PRONOUNS.length)];
  const text =
    before.replace(/\b(?:the|an?)\s*$/i, '') + (pronoun ?? 'it') + question.slice(to.end + possessive.length);
  return { ...made, text: random() < 0.6 ? text.toLowerCase() : text, leaning: 'pointing' };
}

/** The frame words of all patterns: what stands outside of braces. */
export function frameWords(): Set<string> {
  const words = new Set<string>();
  for (const { texts } of PATTERNS)
    for (const text of texts)
      for (const word of text.replace(/\{\w+\}/g, ' ').match(/[a-z']+/gi) ?? [])
        words.add(word.toLowerCase().replace(/'s$/, ''));
  return words;
}

/** One of the choices of a pattern, from the inside out. */
function chosen(text: string, random: () => number): string {
  let left = text;
  for (;;) {
    const found = /\(([^()[\]]*)\)|\[([^()[\]]*)\]/.exec(left);
    if (!found)
      return left
        .replace(/\s+([,:?])/g, '$1')
        .replace(/\s+/g, ' ')
        .trim();
    const choices = (found[1] ?? found[2] ?? '').split('|');
    const left_out = found[2] !== undefined && random() < 0.55;
    const choice = left_out ? '' : (choices[Math.floor(random() * choices.length)] ?? '');
    left = left.slice(0, found.index) + choice + left.slice(found.index + found[0].length);
  }
}

function filled(pattern: string, fillers: Fillers, random: () => number): Pick<Example, 'text' | 'slots'> {
  let text = '';
  let slots = '';
  for (const part of pattern.split(/(\{\w+\})/)) {
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    const words = name === undefined ? part : filler(name, fillers, random);
    text += words;
    slots += (name === undefined ? 'f' : name === 'A' ? '1' : name === 'B' ? '2' : 't').repeat(words.length);
  }
  if (random() < 0.4) [text, slots] = [`${text}?`, `${slots}f`];
  return { text, slots };
}

const KINDS =
  'elections|earthquakes|coups|hurricanes|strikes|presidents|ministers|prime ministers|chancellors|kings|judges|justices|winners|champions|medals|titles|cups|goals|attacks|bombings|shootings|protests|treaties|laws|resolutions|missions|probes|launches|tests|crashes|fires|floods|eruptions|epidemics|wars|battles|resignations|mergers|banks|films|albums|books|prizes|awards|bishops|governors|mayors|leaders|members|countries|states|cities|teams|tornadoes|referendums|shutdowns|finals|races|tours|artists|senators|ambassadors|secretaries|medalists|nominees|astronauts|hosts'.split(
    '|',
  );
const VERBS =
  'joined|left|banned|legalised|recognised|adopted|signed|won|hosted|abolished|introduced|attacked|invaded|closed|opened|bought|sold|elected|founded|launched|discovered|landed|crashed|collapsed|resigned|retired|fled|escaped|died|ratified|released|cancelled|buried|caught|born|sentenced|convicted|arrested|charged|killed|built|sunk|rescued|found|hurt|fined|paid|voted|expelled|suspended'.split(
    '|',
  );
const HAPPENED =
  'resigning|stepping down|dying|collapsing|getting arrested|being impeached|winning the vote|losing office|leaving power|quitting|going bankrupt|being overthrown|was shot|died|resigned|crashed|won the election|was arrested|stepped down|was executed|collapsed|was hanged|landed|exploded|lost the final|was killed|was elected'.split(
    '|',
  );
const THINGS =
  'earthquake|crash|attack|fire|war|coup|election|storm|hurricane|flood|riot|strike|match|film|book|building|bridge|ship|painting|bankruptcy|merger|protest|rally|fraud|tornado|typhoon|massacre|shooting|explosion|eruption|train crash|plane crash|bus crash|mine accident|heat wave|speech|rocket|planet|tower|dam|stampede|disaster|ferry sinking|bombing|final|race|siege'.split(
    '|',
  );
const ROLES =
  'president|mayor|captain|coach|doctor|wife|lawyer|pilot|owner|leader|killer|boss|successor|winner|reason|plane|ship|volcano|club|quake|wave|family|brother|party|book|song|opponent|rival'.split(
    '|',
  );
const NOUNS =
  'fall of|overthrow of|death of|resignation of|arrest of|trial of|sinking of|crash of|election of|collapse of|breakup of|execution of|siege of|invasion of'.split(
    '|',
  );

function filler(name: string, { topics, names }: Fillers, random: () => number): string {
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)] ?? '';
  const cased = (text: string) => (random() < 0.6 ? text.toLowerCase() : text);
  const year = () => String(1995 + Math.floor(random() * 32));
  const month = () => pick(['january', 'may', 'june', 'july', 'september', 'november', 'december', 'april']);
  const some = () =>
    cased(random() < 0.5 ? pick(topics) : random() < 0.6 ? pick(names) : `${pick(names)} ${pick(THINGS)}`);
  switch (name) {
    case 'K':
      return random() < 0.4
        ? pick(KINDS)
        : random() < 0.6
          ? `${cased(pick(names))} ${pick(KINDS)}`
          : `${pick(KINDS)} ${pick(['in', 'of', 'against', 'by', 'on'])} ${cased(pick(names))}`;
    case 'V':
      return pick(VERBS);
    case 'X':
      return pick(ROLES);
    case '1':
      return pick(THINGS);
    case 'N':
    case 'P':
      return cased(pick(names));
    case 'Y':
      return year();
    case 'D':
      return random() < 0.5
        ? `${1 + Math.floor(random() * 28)} ${month()} ${year()}`
        : `${month()} ${year()}`;
    case 'S':
      return pick([
        `since ${year()}`,
        `from ${year()} to ${year()}`,
        `${year()}-${year()}`,
        `between ${year()} and ${year()}`,
        `after ${year()}`,
        `in the ${pick(['1990', '2000', '2010', '2020'])}s`,
        `of the ${pick(['1990', '2000', '2010'])}s`,
        `from ${year()} on`,
        `in ${year()}`,
        'so far',
        'this century',
        `since ${cased(pick(names))}`,
        `after ${cased(pick(names))}`,
        `until ${year()}`,
      ]);
    case 'C':
      return random() < 0.6
        ? `${cased(pick(names))} ${pick(HAPPENED)}`
        : random() < 0.5
          ? `${pick(NOUNS)} ${cased(pick(names))}`
          : some();
    case 'A':
    case 'B': {
      const side = random();
      return side < 0.5
        ? some()
        : side < 0.7
          ? `${cased(pick(names))} ${year()}`
          : side < 0.85
            ? `the ${some()}`
            : `${cased(pick(names))} ${pick(HAPPENED)}`;
    }
    default:
      return some();
  }
}

function fillersOf(events: readonly NewsEvent[]): Fillers {
  const topics = [...new Set(events.flatMap(({ topics }) => topics))]
    .filter((topic) => topic.length < 40)
    .sort();
  const names = [...new Set(events.flatMap(({ context }) => context))]
    .filter((name) => name.length < 24 && /^\p{Lu}/u.test(name))
    .sort();
  return { topics, names: names.length > 50 ? names : topics };
}
