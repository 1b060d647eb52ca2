import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';

const BUILT = 'dist/definitions.bin';
const work = mkdtempSync(join(tmpdir(), 'dateline-definitions-'));
const file = join(work, 'definitions.bin');
afterAll(() => rmSync(work, { recursive: true, force: true }));

async function build(): Promise<void> {
  const { buildDefinitions } = await import(new URL('../build-definitions.mjs', import.meta.url).href);
  await buildDefinitions(file);
}

it('definitions that were compiled by another tokenizer are compiled anew', async () => {
  const stale = readFileSync(BUILT, 'latin1').replace(/"code":"\w+"/, '"code":"another"');
  writeFileSync(file, stale, 'latin1');
  await build();
  expect(readFileSync(file).equals(readFileSync(BUILT))).toBe(true);
}, 30_000);

it('definitions that are up to date are left alone', async () => {
  copyFileSync(BUILT, file);
  const before = statSync(file);
  await build();
  expect(statSync(file)).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs });
});
