import { baseForms } from './base-forms.js';
import type { PartOfSpeech, WordNet } from './wordnet.js';

/** How near in meaning another lemma is to a word, 0 to 1. */
export interface RelatedLemma {
  readonly lemma: string;
  readonly nearness: number;
}

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
const SETS = 250;
const LEAST = 0.2;

interface Step {
  readonly part: PartOfSpeech;
  readonly offset: number;
  readonly nearness: number;
  readonly depth: number;
}

/**
 * Words related to a folded word (or collocation, "red planet") in WordNet: synonyms, derived forms, kinds, instances and
 * parts, the nearest first. The walk goes out in rings and is bounded, so that a word with a thousand kinds costs little
 * more than one with fifty.
 */
export function relatedWords(net: WordNet, word: string): RelatedLemma[] {
  const nearest = new Map<string, number>();
  const reached = new Map<string, number>();
  let ring: Step[] = [];
  for (const form of baseForms(word)) {
    for (const { part, offsets } of net.meanings(form)) {
      let nearness = 0.9;
      for (const offset of offsets.slice(0, MEANINGS)) {
        ring.push({ part, offset, nearness, depth: 0 });
        nearness *= LATER_MEANING;
      }
    }
  }
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
  return [...nearest]
    .map(([lemma, nearness]) => ({ lemma, nearness }))
    .sort((a, b) => b.nearness - a.nearness);
}

/** How likely a lemma is meant in one of its meanings, by that meaning's place among all of its part of speech. */
function meantBy(net: WordNet, lemma: string, part: PartOfSpeech, offset: number): number {
  const offsets = net.meanings(lemma).find((meaning) => meaning.part === part)?.offsets ?? [];
  const place = offsets.indexOf(offset);
  return place < 0 ? 1 : (RARE_MEANING[place] ?? RAREST_MEANING);
}
