import { readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { bytesOf, doublesIn, numbersIn, readKept, writeKept } from '../../src/kept/kept-file.js';
import { writeTree } from '../events/write-tree.js';

let file: string;
beforeEach(async () => {
  file = join(await writeTree({}), 'kept', 'some.bin');
  await writeKept(file, 'v1', {
    odd: Buffer.from('abc'),
    numbers: bytesOf(Uint32Array.of(1, 2, 4_000_000_000)),
    doubles: bytesOf(Float64Array.of(0.5, 2 ** 52)),
  });
});

test('what was kept is read again by the same version', async () => {
  const sections = (await readKept(file, 'v1')) ?? {};
  expect(Buffer.from(sections['odd'] ?? []).toString()).toBe('abc');
  expect([...numbersIn(sections, 'numbers')]).toEqual([1, 2, 4_000_000_000]);
  expect([...doublesIn(sections, 'doubles')]).toEqual([0.5, 2 ** 52]);
});

test('another version reads nothing, nor does anyone where there is no file', async () => {
  expect(await readKept(file, 'v2')).toBeNull();
  expect(await readKept(`${file}.none`, 'v1')).toBeNull();
});

test('a file that was cut off anywhere is passed over', async () => {
  const { length } = await readFile(file);
  for (let left = length - 8; left >= 0; left -= 7) {
    await truncate(file, left);
    expect(await readKept(file, 'v1')).toBeNull();
  }
});

test('a file with any byte of its head or its sections changed is passed over', async () => {
  const bytes = await readFile(file);
  const sections = ['abc', bytes.subarray(-16).toString('latin1')].map((text) =>
    bytes.indexOf(text, 0, 'latin1'),
  );
  for (const at of [0, 9, 14, ...sections]) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 0xff;
    await writeFile(file, changed);
    expect(await readKept(file, 'v1')).toBeNull();
  }
});
