import { appendFile, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { VectorFile } from '../../../src/search/encode/vector-file.js';

const key = (letter: string) => letter.repeat(16);
const vector = (value: number) => new Int8Array(256).fill(value);
let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-vectors-'));
  path = join(folder, 'deep', 'vectors.bin');
});
afterEach(() => rm(folder, { recursive: true }));

describe('a file of vectors', () => {
  it('gives back after a restart what was added', async () => {
    const first = await VectorFile.open(path);
    await first.add(new Map([[key('a'), vector(1)]]));
    await first.add(new Map([[key('b'), vector(-7)]]));
    const again = await VectorFile.open(path);
    expect(again.get(key('a'))).toEqual(vector(1));
    expect(again.get(key('b'))).toEqual(vector(-7));
    expect(again.get(key('c'))).toBeUndefined();
  });

  it('loses only what a crash left half written, and goes on behind it', async () => {
    const first = await VectorFile.open(path);
    await first.add(new Map([[key('a'), vector(1)]]));
    await appendFile(path, (await readFile(path)).subarray(0, 100));
    const mended = await VectorFile.open(path);
    expect((await stat(path)).size).toBe(272);
    await mended.add(new Map([[key('b'), vector(2)]]));
    const again = await VectorFile.open(path);
    expect(again.get(key('a'))).toEqual(vector(1));
    expect(again.get(key('b'))).toEqual(vector(2));
  });
});
