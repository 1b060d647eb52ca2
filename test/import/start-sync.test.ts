import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { clockAt } from '../../src/clock.js';
import { readConfig } from '../../src/config.js';
import { startSync } from '../../src/import/start-sync.js';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'dateline-start-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

async function start(env: Record<string, string>): Promise<string[]> {
  const logged: string[] = [];
  const log = {
    info: (_: object, message: string) => void logged.push(message),
    warn: (_: object, message: string) => void logged.push(message),
  };
  const stop = startSync(
    readConfig({ DATA_DIR: dataDir, ...env }),
    log,
    clockAt('2026-03-01'),
    async () => true,
  );
  await stop();
  return logged;
}

it('is off unless asked for', async () => {
  expect(await start({ DATELINE_CONTACT: 'ops@harbour.example' })).toEqual([]);
  expect(existsSync(join(dataDir, 'sync.json'))).toBe(false);
});

it('stays off without a contact, and the log says why', async () => {
  expect(await start({ SYNC: 'wikipedia' })).toEqual([expect.stringContaining('DATELINE_CONTACT')]);
});

it('says when it will run first', async () => {
  expect(await start({ SYNC: 'wikipedia', DATELINE_CONTACT: 'ops@harbour.example' })).toEqual([
    'Wikipedia sync is on',
  ]);
  expect(existsSync(join(dataDir, 'sync.json'))).toBe(true);
});
