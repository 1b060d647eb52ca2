import { describe, expect, it } from 'vitest';
import type { Sections } from '../../src/kept/kept-file.js';
import { KeptPostings, postingsToKeep } from '../../src/search/kept-postings.js';
import { TermIndex } from '../../src/search/term-index.js';

/** Guards what the index reads of MiniSearch beyond its public interface against an update of the package. */
describe('the index of record', () => {
  const index = new TermIndex();
  index.put(0, ['ferry', 'sink', 'aldmer']);
  index.put(1, ['ferry', 'sail']);
  index.put(2, ['mayor', 'aldmer']);

  it('gives the events of a term as MiniSearch itself finds them', () => {
    for (const term of ['ferry', 'aldmer', 'sail']) {
      const found = index.search(term, { prefix: false, fuzzy: false }).map(({ id }) => id as number);
      expect([...index.postings(term)]).toEqual(found.sort((a, b) => a - b));
    }
    expect([...index.postings('unheard')]).toEqual([]);
  });

  it('gives terms that begin with what was typed', () => {
    expect([...index.startingWith('s')].sort()).toEqual(['sail', 'sink']);
  });

  it('gives an event that came later under a term already asked for', () => {
    expect([...index.postings('mayor')]).toEqual([2]);
    index.put(3, ['mayor', 'resign']);
    expect([...index.postings('mayor')]).toEqual([2, 3]);
  });

  it('no longer has an event that was taken out once MiniSearch has swept it', async () => {
    index.drop(1);
    await index.vacuum();
    expect(index.has(1)).toBe(false);
  });
});

describe('an index of record that was kept', () => {
  const terms = ['', 'ferry', 'sink', 'aldmer', 'sail'];
  const places = [
    [1, 0, 2, 3, 1],
    [1, 4],
  ];

  async function restored(isThere: (event: number) => boolean = () => true) {
    const awake = setInterval(() => {}, 1_000);
    const kept = await postingsToKeep(terms, places.length, (event) => places[event] ?? []);
    clearInterval(awake);
    const sections: Sections = kept?.sections ?? {};
    const index = new TermIndex();
    index.restore({
      postings: new KeptPostings(sections, terms),
      numberOf: (term) => (terms.indexOf(term) < 0 ? undefined : terms.indexOf(term)),
      lengths: [...(kept?.distinct ?? [])].map((length, event) => (isThere(event) ? length : null)),
    });
    return index;
  }

  it('gives the events of a term as one that was filled event by event', async () => {
    const [index, filled] = [await restored(), new TermIndex()];
    filled.put(0, ['ferry', 'sink', 'aldmer']);
    filled.put(1, ['ferry', 'sail']);
    for (const term of [...terms, 'unheard'])
      expect([...index.postings(term)]).toEqual([...filled.postings(term)]);
    expect([...index.startingWith('s')].sort()).toEqual(['sail', 'sink']);
    const own = { prefix: true, fuzzy: false };
    expect(index.search('s', own)).toEqual(filled.search('s', own));
    expect(JSON.parse(JSON.stringify(index)).index.toSorted()).toEqual(
      JSON.parse(JSON.stringify(filled)).index.toSorted(),
    );
  });

  it('takes up events that come, under terms that were kept and under new ones', async () => {
    const index = await restored();
    expect([...index.postings('ferry')]).toEqual([0, 1]);
    index.put(2, ['ferry', 'mayor']);
    expect([...index.postings('ferry')]).toEqual([0, 1, 2]);
    expect([...index.postings('mayor')]).toEqual([2]);
    expect([...index.startingWith('')].sort()).toEqual(['aldmer', 'ferry', 'mayor', 'sail', 'sink']);
  });

  it('no longer has what went once MiniSearch has swept it', async () => {
    const index = await restored((event) => event === 1);
    await index.vacuum();
    expect([...index.postings('ferry')]).toEqual([1]);
    expect([...index.postings('sink')]).toEqual([]);
    expect([...index.startingWith('')].sort()).toEqual(['ferry', 'sail']);
  });
});
