import { stemmer } from 'stemmer';
import type { NewsEvent } from '../../events/event.js';

/**
 * What can tie one event to another: a topic an editor filed it under, a name it speaks of, a part of such a name,
 * another telling word.
 */
export type TieKind = 'topic' | 'name' | 'part' | 'word';

/** One tie of an event. */
export interface Tie {
  readonly kind: TieKind;
  /** What is compared: case, accents, quotes and dashes are folded, words are stemmed. Each key once an event. */
  readonly key: string;
  /** What is shown. */
  readonly text: string;
  /** Whether the sentence has it, not only the topics or the context. */
  readonly told: boolean;
}

// Capitalised words in a row, with the small words that stand inside names: "Commission for Human Rights".
const NAME =
  /\p{Lu}[\p{L}\p{M}’'-]+(?:\s+(?:\p{Lu}\.\s+){0,2}(?:(?:of|the|and|de|da|do|del|la|al|el|bin|ibn|van|von|for)\s+){0,2}\p{Lu}[\p{L}\p{M}’'-]+)*/gu;
/** Capitalised in English, and no names. */
const CALENDAR = new Set(
  (
    'monday tuesday wednesday thursday friday saturday sunday ' +
    'january february march april may june july august september october november december'
  ).split(' '),
);
const WORD = /[\p{L}\p{M}\p{N}’'-]+/gu;
const SMALL = new Set('of the and de da do del la al el bin ibn van von for in on at to by a an'.split(' '));
const SEGMENTS = new Intl.Segmenter('zh', { granularity: 'word' });

/** Case, accents, possessives, quotes and dashes folded: the form in which two spellings of one name are equal. */
export function foldName(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[‐-―−]/g, '-')
    .replace(/[’‘]/g, "'")
    .replace(/'s?$/i, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

/** All that ties an event to others. */
export function tiesOf(event: NewsEvent): Tie[] {
  const ties = new Map<string, { kind: TieKind; key: string; text: string; told: boolean }>();
  const add = (kind: TieKind, text: string, folded: string, told: boolean) => {
    if (folded.length < 2) return;
    // A capitalised word and the same word in lower case are one tie, of the kind seen first.
    const key = `${kind === 'word' ? 'part' : kind}:${folded}`;
    const known = ties.get(key);
    if (!known) ties.set(key, { kind, key, text, told });
    else if (told) known.told = true;
  };
  const addName = (name: string, told: boolean, certain = true) => {
    const words = name.match(WORD)?.filter((word) => !SMALL.has(word.toLowerCase())) ?? [];
    const text = name.replace(/^(?:the|a|an)\s+/i, '').replace(/[’']s$/, '');
    if (words.length > 1 || (certain && words.some(isTelling))) add('name', text, foldName(text), told);
    for (const word of words) if (isTelling(word)) add('part', word.replace(/[’']s$/, ''), stem(word), told);
  };
  for (const topic of event.topics) {
    if (/^[\d\s–-]*$/.test(topic)) continue;
    add('topic', topic, foldName(topic), false);
    addName(topic, false);
  }
  for (const name of event.context) addName(name, false);
  for (const { 0: name, index } of event.sentence.matchAll(NAME)) {
    // A sentence's first word is capitalised whether it is a name or not.
    addName(name, true, !/(?:^|[.!?]["”’]?)$/.test(event.sentence.slice(0, index).trimEnd()));
  }
  for (const word of wordsOf(event.sentence)) if (isTelling(word)) add('word', word, stem(word), true);
  return [...ties.values()];
}

function stem(word: string): string {
  return stemmer(foldName(word));
}

/** Chinese is written without spaces: only then is a segmenter, which is slow, needed. */
function wordsOf(text: string): string[] {
  const words = text.match(WORD) ?? [];
  return words.flatMap((word) =>
    /\p{Script=Han}/u.test(word) ? Array.from(SEGMENTS.segment(word), (s) => s.segment) : [word],
  );
}

/** A word long enough to carry meaning; a Chinese word does in two characters, a capitalised one in three letters. */
function isTelling(word: string): boolean {
  if (/^\d/.test(word) || CALENDAR.has(word.toLowerCase())) return false;
  if (/\p{Script=Han}/u.test(word)) return word.length > 1;
  return word.length > (/^\p{Lu}/u.test(word) ? 2 : 4);
}
