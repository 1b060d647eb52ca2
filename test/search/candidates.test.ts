import { describe, expect, it } from 'vitest';
import { Candidates } from '../../src/search/candidates.js';
import { SearchEngine } from '../../src/search/search-engine.js';
import { told } from './event-fixtures.js';

const TODAY = '2032-01-01';
const FLOODS = Array.from({ length: 70 }, (_, i) => told('2031-03-02', `Quillota flood report ${i + 100}.`));
const SONG = told('2031-03-03', 'Quillota sings.');
const PENGUINS = [1, 2, 3].map((n) => told('2031-03-04', `Aldmere buys penguins of zoo ${n + 40}.`));

describe('the events that share words with a question', () => {
  it('are found beside many that were taken out', async () => {
    const engine = await SearchEngine.over([...FLOODS, SONG, ...PENGUINS]);
    await engine.lookAhead(undefined, 0);
    await engine.update(
      [],
      FLOODS.map(({ path }) => path),
    );
    const { concepts } = engine.read('quillota penguins', TODAY);
    const chosen = new Candidates().choose(engine.index, concepts, () => 1);
    const sentences = chosen.map((event) => engine.index.event(event)?.sentence);
    expect(sentences.toSorted()).toEqual([SONG, ...PENGUINS].map(({ sentence }) => sentence).toSorted());
  }, 30_000);

  it('are each found once, with all their words, however many words were looked for before', async () => {
    const engine = await SearchEngine.over([SONG]);
    const { concepts } = engine.read('quillota sings', TODAY);
    const [word] = concepts;
    if (!word) throw new Error('no word was read');
    const candidates = new Candidates();
    // Between the two words it can no longer tell numbers of words apart.
    const counted = 2 ** 24 - 1;
    const batch = new Array(2 ** 20).fill({ ...word, similar: [] });
    for (let left = counted; left > 0; left -= batch.length)
      candidates.sharing(engine.index, batch.slice(0, left));
    expect(candidates.sharing(engine.index, concepts)).toEqual([{ event: 0, share: expect.closeTo(1) }]);
  }, 30_000);
});
