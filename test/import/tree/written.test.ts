import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { AtomicWriter } from '../../../src/import/tree/atomic-write.js';
import { Written } from '../../../src/import/tree/written.js';

let content: string;
beforeEach(() => {
  content = mkdtempSync(join(tmpdir(), 'dateline-written-'));
});
afterEach(() => rmSync(content, { recursive: true, force: true }));

const save = (written: Written) => {
  const writer = new AtomicWriter(join(content, 'import'));
  writer.begin();
  written.save(writer);
  writer.end();
};
const month = () => join(content, 'import', 'written', '2016-04.json');

it('remembers between runs with which hash a file was written', () => {
  const written = new Written(content);
  written.note('2016-04-08', 'ferry.md', 'h1');
  save(written);
  expect(new Written(content).hashOf('2016-04-08', 'ferry.md')).toBe('h1');
  expect(new Written(content).hashOf('2016-04-08', 'tram.md')).toBeUndefined();
  expect(new Written(content).hashOf('2016-05-08', 'ferry.md')).toBeUndefined();
});

it('reads the same whatever was noted first', () => {
  const notes = [
    ['2016-04-09', 'tram.md'],
    ['2016-04-08', 'ferry.md'],
    ['2016-04-08', 'bridge.md'],
  ] as const;
  const texts = [notes, notes.toReversed()].map((order) => {
    const written = new Written(content);
    for (const [date, name] of order) written.note(date, name, 'h');
    save(written);
    return readFileSync(month(), 'utf8');
  });
  expect(texts[1]).toBe(texts[0]);
});

it.each(['', '{"2016-04-08"', '[1]'])('knows nothing where its file is damaged: %j', (damaged) => {
  const written = new Written(content);
  written.note('2016-04-08', 'ferry.md', 'h1');
  save(written);
  writeFileSync(month(), damaged);
  expect(new Written(content).hashOf('2016-04-08', 'ferry.md')).toBeUndefined();
});
