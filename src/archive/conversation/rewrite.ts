import { dateParts } from '../../events/calendar-date.js';
import type { NewsEvent } from '../../events/event.js';
import { trimEnd } from '../../events/trim-end.js';
import { longDate, monthAndYear } from '../../search/encode/long-date.js';
import type { IntentReading, IntentWord } from '../../search/intent/intent.js';
import { tagText } from '../../search/read/rules/tagged-text.js';
import type { AskedBefore } from './asked-before.js';
import { nameAnswered } from './name-answered.js';

/**
 * What is put into a leaning question: nothing, the names of the last question, all of its content, the name that answered
 * it, the story of its event; or the question's own words into the last question, in the place of a name or time of it, or
 * after it.
 */
export const WAYS = ['alone', 'subject', 'content', 'answered', 'story', 'in-place', 'appended'] as const;
export type Way = (typeof WAYS)[number];

/** A full question that a leaning one may mean. */
export interface Rewrite {
  readonly text: string;
  readonly way: Way;
}

/** Writes a leaning question out in every way there is, each text once, those first that say most plainly what is meant. */
export function rewritesOf(
  text: string,
  reading: IntentReading,
  before: AskedBefore,
  event: NewsEvent | null,
): Rewrite[] {
  const all: Rewrite[] = [...writtenOut(text, reading, before, event)];
  const known = new Set<string>();
  return all
    .map(({ text, way }) => ({ text: text.replace(/\s+/g, ' ').trim(), way }))
    .filter(({ text }) => {
      const isNew = text !== '' && !known.has(text.toLowerCase());
      known.add(text.toLowerCase());
      return isNew;
    });
}

function writtenOut(
  text: string,
  reading: IntentReading,
  before: AskedBefore,
  event: NewsEvent | null,
): Rewrite[] {
  switch (reading.leaning) {
    case 'other-time':
      return otherTime(text, reading, before, event);
    case 'other-subject':
      return otherSubject(text, reading, before, event);
    case 'same-time':
      return event ? [{ text: inTimeOf(text, event), way: 'in-place' }] : [];
    case 'about-it':
    case 'pointing':
      return aboutIt(text, before, event);
    default:
      return [];
  }
}

type Word = AskedBefore['words'][number];

const wordsOf = (before: AskedBefore, keep: (word: Word, at: number) => boolean) =>
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
): Rewrite[] {
  const year = event ? dateParts(event.date).year : null;
  const said = words.map(({ word }) => word);
  const moved = said.some((word) => /^(?:next|following|after)$/.test(word))
    ? 1
    : said.some((word) => /^(?:previous|before)$/.test(word))
      ? -1
      : null;
  const time = /\d/.test(text)
    ? own(text, words)
    : year === null
      ? null
      : moved === null
        ? `${own(text, words)} ${year}`
        : String(year + moved);
  if (time === null) return [];
  const runs = runsOf(before, 'time');
  const rest = wordsOf(before, ({ kind }) => kind !== 'time');
  const [run] = runs;
  return [
    ...(run ? [{ text: withRun(before, run, time, () => true), way: 'in-place' } as const] : []),
    { text: `${rest} ${time}`, way: 'appended' },
  ];
}

function otherSubject(
  text: string,
  { words }: IntentReading,
  before: AskedBefore,
  event: NewsEvent | null,
): Rewrite[] {
  const time = SAME_TIME.exec(text);
  const until = time ? time.index : text.length;
  const subject =
    own(
      text,
      words.filter(({ end }) => end <= until),
    ) || text;
  const sameTime = time && event ? ` ${dateParts(event.date).year}` : '';
  const found: Rewrite[] = [];
  const runs = runsOf(before, 'name');
  const hasTime = before.words.some(({ kind }) => kind === 'time');
  for (const run of runs.toReversed())
    for (const timeKept of hasTime ? [false, true] : [false])
      found.push({
        text: withRun(before, run, subject, ({ kind }) => kind !== 'time' || timeKept) + sameTime,
        way: 'in-place',
      });
  const rest = wordsOf(before, ({ kind }) => kind !== 'time' && kind !== 'name');
  if (runs.length === 0)
    found.push({
      text: `${subject} ${wordsOf(before, ({ kind }) => kind === 'word' || kind === 'action')}`,
      way: 'appended',
    });
  found.push({ text: `${rest} ${subject}${sameTime}`, way: 'appended' });
  if (runs.length > 0) found.push({ text: `${wordsOf(before, () => true)} ${subject}`, way: 'content' });
  return found;
}

/** Runs of words of a kind in the last question, `[from, to)`: "hugo chavez" is one. */
function runsOf({ words }: AskedBefore, wanted: Word['kind']): [number, number][] {
  const runs: [number, number][] = [];
  words.forEach(({ kind }, at) => {
    if (kind !== wanted) return;
    const last = runs.at(-1);
    if (last?.[1] === at) last[1] = at + 1;
    else runs.push([at, at + 1]);
  });
  return runs;
}

/** The last question with other words in the place of a run of its own. */
function withRun(
  before: AskedBefore,
  [from, to]: readonly [number, number],
  put: string,
  keep: (word: Word) => boolean,
): string {
  return before.words
    .flatMap((word, at) => (at === from ? [put] : (at > from && at < to) || !keep(word) ? [] : [word.word]))
    .join(' ');
}

/** What the last question was about: its names and time, or its own words where it named nobody. */
export function subjectOf(before: AskedBefore): string {
  const named = before.words.some(({ kind }) => kind === 'name');
  return wordsOf(before, ({ kind }) => kind === 'name' || kind === 'time' || (kind === 'word' && !named));
}

const contentOf = (before: AskedBefore) => wordsOf(before, ({ kind }) => kind !== 'asking');

/** What a question may be about that names nothing itself, each with the way it is put in. */
function antecedentsOf(before: AskedBefore, event: NewsEvent | null): { name: string; way: Way }[] {
  const found: [string | null | undefined, Way][] = [
    [subjectOf(before), 'subject'],
    [event && nameAnswered(event, before), 'answered'],
    [event?.story, 'story'],
    [contentOf(before), 'content'],
  ];
  return found.flatMap(([name, way]) => (name ? [{ name, way }] : []));
}

const withoutAnd = (text: string) => withoutEnd(text.trim().replace(/^(?:and|so|but|ok)\s+/i, ''));

const withoutEnd = (text: string) => trimEnd(text, /[?!.\s]/);

const PERSON = /^(?:he|him|his|she|her|hers)$/;
const THING = /^(?:it|its|that|this|they|them|their|there|those|these)$/;

function aboutIt(text: string, before: AskedBefore, event: NewsEvent | null): Rewrite[] {
  const tokens = tagText(text);
  const isPerson = (lower: string) => PERSON.test(lower);
  const pronoun =
    tokens.find(({ lower }) => isPerson(lower)) ?? tokens.find(({ lower }) => THING.test(lower));
  const put = ({ name, way }: { name: string; way: Way }): Rewrite => {
    const bare = withoutAnd(text);
    if (!pronoun) return { text: way === 'content' ? `${bare} ${name}` : `${bare} in ${name}`, way };
    if (way === 'content') return { text: `${bare} ${name}`, way };
    const possessive = /^(?:his|its|their|hers)$/.test(pronoun.lower) ? `${name}'s` : name;
    return {
      text: withoutAnd(`${text.slice(0, pronoun.start)}${possessive}${text.slice(pronoun.end)}`),
      way,
    };
  };
  return [...antecedentsOf(before, event).map(put), { text: withoutAnd(text), way: 'alone' }];
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
