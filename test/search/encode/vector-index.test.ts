import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VectorFile } from '../../../src/search/encode/vector-file.js';
import { VectorIndex } from '../../../src/search/encode/vector-index.js';
import { WorkerModels } from '../../../src/search/encode/worker-models.js';
import { reported } from '../event-fixtures.js';

const EVENTS = [
  reported('2031-03-01', 'A ferry runs aground off Aldmere and twelve passengers are hurt.'),
  reported('2031-03-02', 'The parliament of Norland passes a budget.'),
  reported('2031-03-03', '大火烧毁了奎尔港的鱼市场。'),
];

let models: WorkerModels;
let folder: string;

beforeAll(async () => {
  models = await WorkerModels.open();
  folder = await mkdtemp(join(tmpdir(), 'dateline-vectors-'));
});
afterAll(async () => {
  await models.close();
  await rm(folder, { recursive: true });
});

describe('the vectors of a folder of events', () => {
  it('are computed once, and there at once after a restart', async () => {
    const path = join(folder, 'kept.bin');
    const file = await VectorFile.open(path);
    const first = new VectorIndex(models, [file], file);
    await first.put(EVENTS.entries());
    await first.ready();
    expect(first.progress).toEqual({ done: 3, total: 3 });
    const { size } = await stat(path);

    const again = await VectorFile.open(path);
    const second = new VectorIndex(models, [again], again);
    await second.put(EVENTS.entries());
    expect(second.progress).toEqual({ done: 3, total: 3 });
    expect(second.vectors.has(0)).toBe(true);
    await second.ready();
    expect((await stat(path)).size).toBe(size);
  });

  it('lead a question in other words to its event', async () => {
    const index = new VectorIndex(models, [], null);
    await index.put(EVENTS.entries());
    await index.ready();
    const [asked] = await models.encode(['a ship got stuck near the coast'], 'question');
    expect(asked && index.vectors.nearest(asked, 1, () => 1)).toEqual([0]);
  });

  it('leave out a text in a language the encoder does not know', async () => {
    const index = new VectorIndex(models, [], null);
    await index.put(EVENTS.entries());
    await index.ready();
    expect(index.vectors.has(2)).toBe(false);
    expect(await models.encode(['大火烧毁了'], 'question')).toEqual([null]);
  });

  it('forget an event that goes before its vector is there', async () => {
    const index = new VectorIndex(models, [], null);
    const coming = index.put(EVENTS.entries());
    index.remove(1);
    await coming;
    await index.ready();
    expect(index.vectors.has(0)).toBe(true);
    expect(index.vectors.has(1)).toBe(false);
  });
});

describe('the models', () => {
  it('read a question with an event: the event that answers is the more relevant', async () => {
    const readings = await models.read('When did the ferry run aground?', [
      '1 March 2031. A ferry runs aground off Aldmere and twelve passengers are hurt.',
      '2 March 2031. The parliament of Norland passes a budget.',
    ]);
    const [ferry, budget] = readings ?? [];
    expect(ferry?.relevance).toBeGreaterThan(budget?.relevance ?? 0);
    expect(ferry?.pieces).toHaveLength(ferry?.starts.length ?? 0);
  });

  it('can be closed twice, and refuse what comes afterwards', async () => {
    const other = await WorkerModels.open();
    await Promise.all([other.close(), other.close()]);
    await expect(other.encode(['x'], 'question')).rejects.toThrow('closed');
  });
});
