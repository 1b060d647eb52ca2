import type { EventIndex } from './event-index.js';
import type { WordNet } from './lexicon/wordnet.js';
import type { ConceptMatch } from './match.js';

/** A name an event lacks is lacking when less than this of it was found. */
const FOUND = 0.5;
/** How much of a name (0 to 1) a word must be. */
const NAME = 0.7;
/** Meanings of a name that are looked at: the most frequent. */
const MEANINGS = 3;

/**
 * How much the event tells of another than the one asked about: the weight of the question's rarest name that the event
 * lacks while it has one of the same sort, which the question doesn't name (asked about one town, it tells of another).
 * WordNet says which names are of one sort.
 */
export function rivalName(
  net: WordNet,
  index: EventIndex,
  event: number,
  matches: readonly ConceptMatch[],
): number {
  const lacking = matches.filter(
    ({ concept, strength }) => concept.name && !concept.asking && strength < FOUND,
  );
  if (lacking.length === 0) return 0;
  const asked = new Set(matches.map(({ concept }) => concept.id));
  const told = new Set(index.places(event));
  const sorts = new Set<number>();
  for (const id of told) {
    if (id === 0 || asked.has(id) || index.vocabulary.nameness(id) <= NAME) continue;
    for (const sort of sortsOf(net, index.vocabulary.words[id] ?? '')) sorts.add(sort);
  }
  let worst = 0;
  for (const { concept } of lacking)
    if (concept.weight > worst && sortsOf(net, concept.word).some((sort) => sorts.has(sort)))
      worst = concept.weight;
  return worst;
}

/** What a name is an instance of: places of synsets in WordNet. */
function sortsOf(net: WordNet, word: string): number[] {
  return net
    .meanings('n', word)
    .slice(0, MEANINGS)
    .flatMap((meaning) => net.pointers('n', meaning))
    .flatMap(({ symbol, offset }) => (symbol === '@i' ? [offset] : []));
}
