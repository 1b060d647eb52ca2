import { describe, expect, it } from 'vitest';
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
