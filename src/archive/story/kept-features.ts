import type { NewsEvent } from '../../events/event.js';
import { bytesOf, numbersIn, type Sections } from '../../kept/kept-file.js';
import { KeptTexts, TextsToKeep } from '../../kept/kept-texts.js';
import type { TieKind } from './ties.js';

const KINDS: readonly TieKind[] = ['topic', 'name', 'part', 'word'];

/** What stories are found by: the features there are, and those of each event. */
export interface KeptFeatures {
  readonly known: Iterable<readonly [key: string, kind: TieKind]>;
  /** The numbers of an event's features; undefined where it had not been indexed, or is another one now. */
  readonly of: (event: NewsEvent) => Int32Array | undefined;
}

/** Features as sections of a file. */
export function featuresToKeep(
  known: Iterable<readonly [key: string, kind: TieKind]>,
  events: readonly Int32Array[],
): Sections {
  const texts = new TextsToKeep();
  const keys: number[] = [];
  for (const [key, kind] of known) keys.push(texts.number(key) * KINDS.length + KINDS.indexOf(kind));
  const starts = new Uint32Array(events.length + 1);
  for (const [i, { length }] of events.entries()) starts[i + 1] = (starts[i] ?? 0) + length;
  const features = new Int32Array(starts.at(-1) ?? 0);
  for (const [i, own] of events.entries()) features.set(own, starts[i]);
  return {
    ...texts.sections('stories.texts'),
    'stories.keys': bytesOf(Uint32Array.from(keys)),
    'stories.starts': bytesOf(starts),
    'stories.features': bytesOf(features),
  };
}

/**
 * What `featuresToKeep` made sections of.
 *
 * @param numberOf the number of a kept event that is still the same.
 */
export function keptFeatures(
  sections: Sections,
  numberOf: (event: NewsEvent) => number | undefined,
): KeptFeatures {
  const texts = new KeptTexts(sections, 'stories.texts');
  const starts = numbersIn(sections, 'stories.starts');
  const { buffer, byteOffset, length } = numbersIn(sections, 'stories.features');
  const features = new Int32Array(buffer, byteOffset, length);
  const keys = numbersIn(sections, 'stories.keys');
  function* known() {
    for (const key of keys)
      yield [texts.text(Math.floor(key / KINDS.length)), KINDS[key % KINDS.length] ?? 'word'] as const;
  }
  const of = (event: NewsEvent) => {
    const number = numberOf(event);
    if (number === undefined) return undefined;
    const own = features.subarray(starts[number], starts[number + 1]);
    return own.length > 0 ? own : undefined;
  };
  return { known: known(), of };
}
