import { dateParts } from '../../events/calendar-date.js';
import type { NewsEvent } from '../../events/event.js';
import { trimEnd } from '../../events/trim-end.js';
import { longDate, monthAndYear } from '../../search/encode/long-date.js';
import type { IntentReading, IntentWord } from '../../search/intent/intent.js';
import { tagText } from '../../search/read/rules/tagged-text.js';
import type { AskedBefore } from './asked-before.js';
import { nameAnswered } from './name-answered.js';

/** Full questions that a leaning one may mean, the likeliest first. */
export type Rewrites = readonly string[];

/** Writes a leaning question out: what it leaves to what was said before is put in. Empty where nothing can be put in. */
export function rewritesOf(
  text: string,
  reading: IntentReading,
  before: AskedBefore,
  event: NewsEvent | null,
): Rewrites {
  switch (reading.leaning) {
    case 'other-time':
      return otherTime(text, reading, before, event);
    case 'other-subject':
      return otherSubject(text, reading, before, event);
    case 'about-it':
      return aboutIt(text, reading, before);
    case 'pointing':
      return pointing(text, before, event);
    case 'same-time':
      return event ? [inTimeOf(text, event)] : [];
    default:
      return [];
  }
}

const wordsOf = (before: AskedBefore, keep: (word: AskedBefore['words'][number], at: number) => boolean) =>
  before.words
    .filter(keep)
    .map(({ word }) => word)
    .join(' ');

/** What a message names itself: from its first word that only says "and" or "what about" on. */
function own(text: string, words: readonly IntentWord[]): string {
  const first = words.find(({ slot }) => slot !== 'frame') ?? words.at(-1);
  const last = words.findLast(({ slot }) => slot !== 'frame') ?? words.at(-1);
  return first && last ? text.slice(first.start, last.end) : '';
}

function otherTime(
  text: string,
  { words }: IntentReading,
  before: AskedBefore,
  event: NewsEvent | null,
): string[] {
  const rest = wordsOf(before, ({ kind }) => kind !== 'time');
  const year = event ? dateParts(event.date).year : null;
  const said = words.map(({ word }) => word);
  if (/\d/.test(text)) return timePut(before, own(text, words), rest);
  if (year === null) return [];
  if (said.some((word) => /^(?:next|following|after)$/.test(word))) return [`${rest} ${year + 1}`];
  if (said.some((word) => /^(?:previous|before)$/.test(word))) return [`${rest} ${year - 1}`];
  return [`${rest} ${own(text, words)} ${year}`];
}

/** The last question with another time: in the place of its own, then at its end. */
function timePut({ words }: AskedBefore, time: string, rest: string): string[] {
  const at = words.findIndex(({ kind }) => kind === 'time');
  const inPlace = words.flatMap(({ word, kind }, i) => (i === at ? [time] : kind === 'time' ? [] : [word]));
  return [...(at < 0 ? [] : [inPlace.join(' ')]), `${rest} ${time}`];
}

function otherSubject(
  text: string,
  { words }: IntentReading,
  before: AskedBefore,
  event: NewsEvent | null,
): string[] {
  const time = SAME_TIME.exec(text);
  const until = time ? time.index : text.length;
  const subject =
    own(
      text,
      words.filter(({ end }) => end <= until),
    ) || text;
  const sameTime = time && event ? ` ${dateParts(event.date).year}` : '';
  const found: string[] = [];
  const runs = nameRuns(before);
  for (const [from, to] of runs.toReversed())
    for (const timeKept of [false, true]) {
      if (timeKept && !before.words.some(({ kind }) => kind === 'time')) continue;
      const replaced = before.words
        .flatMap(({ word, kind }, at) => {
          if (at === from) return [subject];
          return (at > from && at < to) || (kind === 'time' && !timeKept) ? [] : [word];
        })
        .join(' ');
      found.push(replaced + sameTime);
    }
  const rest = wordsOf(before, ({ kind }) => kind !== 'time' && kind !== 'name');
  if (runs.length === 0)
    found.push(`${subject} ${wordsOf(before, ({ kind }) => kind === 'word' || kind === 'action')}`);
  found.push(`${rest} ${subject}${sameTime}`);
  if (runs.length > 0) found.push(`${wordsOf(before, () => true)} ${subject}`);
  return [...new Set(found)];
}

/** Runs of names in the last question, `[from, to)`: "hugo chavez" is one. */
function nameRuns({ words }: AskedBefore): [number, number][] {
  const runs: [number, number][] = [];
  words.forEach(({ kind }, at) => {
    if (kind !== 'name') return;
    const last = runs.at(-1);
    if (last?.[1] === at) last[1] = at + 1;
    else runs.push([at, at + 1]);
  });
  return runs;
}

function aboutIt(text: string, { words }: IntentReading, before: AskedBefore): string[] {
  const isBare = words.every(({ word }) =>
    /^(?:and|where|when|why|how|who|what|exactly|precisely|whom)$/.test(word),
  );
  if (isBare) {
    const asks = words.findLast(({ word }) => word !== 'and');
    const rest = wordsOf(before, ({ kind }, at) => !(kind === 'asking' && at < 2));
    const did = before.words.find(({ word }) => /^(?:did|was|were|is|does|has|have)$/.test(word))?.word ?? '';
    return [`${asks?.word ?? text} ${did} ${rest}`.replace(/\s+/g, ' ')];
  }
  const subject = subjectOf(before);
  return [subject === '' ? text : `${withoutAnd(text)} in ${subject}`];
}

/** What the last question was about: its names and time, or its own words where it named nobody. */
export function subjectOf(before: AskedBefore): string {
  const named = before.words.some(({ kind }) => kind === 'name');
  return wordsOf(before, ({ kind }) => kind === 'name' || kind === 'time' || (kind === 'word' && !named));
}

const withoutAnd = (text: string) => withoutEnd(text.trim().replace(/^(?:and|so|but|ok)\s+/i, ''));

const withoutEnd = (text: string) => trimEnd(text, /[?!.\s]/);

const PERSON = /^(?:he|him|his|she|her|hers)$/;
const THING = /^(?:it|its|that|this|they|them|their|there|those|these)$/;

function pointing(text: string, before: AskedBefore, event: NewsEvent | null): string[] {
  const tokens = tagText(text);
  const pronoun =
    tokens.find(({ lower }) => PERSON.test(lower)) ?? tokens.find(({ lower }) => THING.test(lower));
  const person = pronoun !== undefined && PERSON.test(pronoun.lower);
  // Only "who" is answered by somebody: to "where" a place answers, and nobody means that by "he".
  const answered =
    event && before.words.some(({ word }) => /^who/.test(word)) ? nameAnswered(event, before) : null;
  const subject = subjectOf(before);
  const isSure = before.answer?.sure === true;
  const antecedents = (person && isSure ? [answered, subject] : [subject, answered]).filter(
    (name): name is string => name !== null && name !== '',
  );
  if (!pronoun) return [`${withoutAnd(text)} ${subject}`];
  const few = tokens.filter(({ pos }) => pos === 'NOUN' || pos === 'PROPN' || pos === 'VERB').length < 1;
  return antecedents.slice(0, 2).map((name) => {
    const possessive = /^(?:his|its|their|hers)$/.test(pronoun.lower) ? `${name}'s` : name;
    const put = withoutAnd(`${text.slice(0, pronoun.start)}${possessive}${text.slice(pronoun.end)}`);
    return few && name !== subject ? `${put} ${subject}` : put;
  });
}

const SAME_TIME =
  /\b(?:in |on |at )?(?:that|the same) (year|month|week|day|season|time)\b|\bback then\b|\bthen\b/i;

const withoutSameTime = (text: string) =>
  withoutEnd(text.replace(SAME_TIME, ' ')).split(/\s+/).join(' ').trim();

/** "That year" and "then" as the time of the event spoken of. */
function inTimeOf(text: string, { date }: NewsEvent): string {
  const unit = SAME_TIME.exec(text)?.[1]?.toLowerCase();
  const time =
    unit === 'day'
      ? `on ${longDate(date)}`
      : unit === 'month'
        ? `in ${monthAndYear(date)}`
        : `in ${dateParts(date).year}`;
  return `${withoutSameTime(text)} ${time}`;
}
