import { baseForms } from './base-forms.js';
import { PARTS, type PartOfSpeech, type WordNet } from './wordnet.js';

/** What a caller makes of a lemma; null where it has no use for it. */
export type Use<T> = (lemma: string) => T | null;

/** How much of the nearness of a meaning its neighbours keep, by WordNet's pointer. */
const STEP: Readonly<Record<string, number>> = {
  '+': 0.9, // derived form: to arrest, an arrest
  '\\': 0.9, // of or about: french, France
  '&': 0.75, // similar adjective
  $: 0.75, // verb group
  '@': 0.6, // kind of
  '@i': 0.6, // instance of
  '~': 0.65, // a kind is
  '~i': 0.6, // an instance is
  '>': 0.6, // causes
  '*': 0.5, // entails
  '%p': 0.5, // has part
  '#p': 0.5, // is part of
  '%m': 0.5, // has member
  '#m': 0.5, // is member of
  '^': 0.6, // see also
  '=': 0.5, // attribute
};
/** What a second step keeps on top; only down and up the kinds, and over derived forms. */
const SECOND: Readonly<Record<string, number>> = { '+': 0.9, '~': 0.6, '~i': 0.55, '@': 0.45, '\\': 0.85 };
/** The same word's rarer meanings count less. */
const LATER_MEANING = 0.85;
const MEANINGS = 6;
/** What a related word keeps when the meaning is its second, third, … one: "bull" seldom means a policeman. */
const RARE_MEANING = [1, 0.8, 0.6, 0.45, 0.35];
const RAREST_MEANING = 0.25;
/** Sets of synonyms looked at for one word: the bound on what a word may cost. */
const SETS = 100;
const LEAST = 0.2;

interface Step {
  readonly part: PartOfSpeech;
  readonly offset: number;
  readonly nearness: number;
  readonly depth: number;
}

/**
 * Words related to a folded word (or collocation, "red planet") in WordNet: synonyms, derived forms, kinds, instances and
 * parts, with how near in meaning they are, 0 to 1, the nearest first. The walk goes out in rings and is bounded, so that
 * a word with a thousand kinds costs little more than one with fifty; lemmas without use cost next to nothing.
 */
export function relatedWords<T>(net: WordNet, word: string, use: Use<T>): (readonly [T, number])[] {
  const nearest = new Map<string, number>();
  const used = new Map<string, T>();
  const reached = new Map<string, number>();
  let ring = meaningsOf(net, word);
  let sets = 0;
  while (ring.length > 0) {
    const next: Step[] = [];
    for (const { part, offset, nearness, depth } of ring) {
      const key = part + offset;
      if (sets >= SETS || nearness < LEAST || nearness <= (reached.get(key) ?? 0)) continue;
      reached.set(key, nearness);
      sets += 1;
      const synset = net.synset(part, offset);
      for (const lemma of synset.lemmas) {
        if (nearness <= (nearest.get(lemma) ?? 0)) continue;
        const made = used.get(lemma) ?? use(lemma);
        if (made === null) continue;
        used.set(lemma, made);
        const usual = nearness * meantBy(net, lemma, part, offset);
        if (usual > (nearest.get(lemma) ?? 0)) nearest.set(lemma, usual);
      }
      if (depth === 2) continue;
      const steps = depth === 0 ? STEP : SECOND;
      for (const pointer of synset.pointers) {
        const kept = steps[pointer.symbol];
        if (kept === undefined) continue;
        next.push({
          part: pointer.part,
          offset: pointer.offset,
          nearness: nearness * kept,
          depth: depth + 1,
        });
      }
    }
    ring = next.sort((a, b) => b.nearness - a.nearness);
  }
  nearest.delete(word);
  const found = [...nearest].sort((a, b) => b[1] - a[1]);
  return found.flatMap(([lemma, nearness]) => {
    const made = used.get(lemma);
    return made === undefined ? [] : [[made, nearness] as const];
  });
}

/** Where a walk begins: the meanings of every form a word may come from, rarer ones farther. */
function meaningsOf(net: WordNet, word: string): Step[] {
  return baseForms(word).flatMap((form) =>
    PARTS.flatMap((part) =>
      net
        .meanings(part, form)
        .slice(0, MEANINGS)
        .map((offset, i): Step => ({ part, offset, nearness: 0.9 * LATER_MEANING ** i, depth: 0 })),
    ),
  );
}

/** How likely a lemma is meant in one of its meanings, by that meaning's place among all of its part of speech. */
function meantBy(net: WordNet, lemma: string, part: PartOfSpeech, offset: number): number {
  const place = net.meanings(part, lemma).indexOf(offset);
  return place < 0 ? 1 : (RARE_MEANING[place] ?? RAREST_MEANING);
}
