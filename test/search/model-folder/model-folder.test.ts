import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openModels } from '../../../src/search/encode/open-models.js';
import { openModelFolder } from '../../../src/search/model-folder/folder-models.js';
import { type FolderModels, ModelFolderError } from '../../../src/search/model-folder/folder-reading.js';
import { SearchEngine } from '../../../src/search/search-engine.js';
import { runProgram } from '../../../src/terminal/program.js';
import { reported } from '../event-fixtures.js';

const TINY = fileURLToPath(new URL('tiny', import.meta.url));
const STRIKE = '420 dockers stop work in aldmere.';
let dir = '';
let models: FolderModels;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'dateline-models-'));
  models = await openModelFolder(TINY);
});
afterAll(async () => {
  await models.close();
  await rm(dir, { recursive: true });
});

const cosine = (one: Float32Array, other: Float32Array) =>
  one.reduce((sum, part, i) => sum + part * (other[i] ?? 0), 0);

describe('models of the usual shapes', () => {
  it('are named with their files', () => {
    expect(models.models.map(({ role }) => role)).toEqual(['encoder', 'cross-encoder', 'reader']);
    expect(models.models.every(({ bytes }) => bytes > 0)).toBe(true);
  });

  it('put texts with the same words near each other, whatever else is in the batch', async () => {
    const [strike, same, treaty] =
      (await models.encode([STRIKE, 'dockers in aldmere stop work', 'a treaty'])) ?? [];
    if (!strike || !same || !treaty) throw new Error('no vectors');
    expect(cosine(strike, strike)).toBeCloseTo(1);
    expect(cosine(strike, same)).toBeGreaterThan(0.6);
    expect(cosine(strike, treaty)).toBeLessThan(0.4);
    const [alone] = (await models.encode(['a treaty'])) ?? [];
    expect(cosine(alone ?? treaty, treaty)).toBeCloseTo(1);
  });

  it('say how well each text answers', async () => {
    const scores = await models.score('who signed it?', [STRIKE, 'norland signs a treaty on fishing.']);
    expect(scores?.[1]).toBeGreaterThan(scores?.[0] ?? 0);
  });

  it('mark the words that answer, without the marks around them, or nothing', async () => {
    const reading = await models.read('how many dockers?', `strike: ${STRIKE}`);
    expect(`strike: ${STRIKE}`.slice(reading?.from, reading?.to)).toBe('420');
    expect(reading?.none).toBeLessThan(0.1);
    expect((await models.read('who?', 'a comet in june.'))?.none).toBeGreaterThan(0.9 / 6);
  });
});

describe('the answers with them', () => {
  const events = [
    reported('2031-05-07', '420 dockers in Aldmere stop work.'),
    reported('2031-05-09', 'The dockers of Aldmere and Norland sign a treaty on work.'),
  ];

  it('come in another order where the cross-encoder holds another event for better', async () => {
    const first = async (modelDir?: string) => {
      const engine = await SearchEngine.over(events, await openModels(undefined, modelDir));
      await engine.encoded();
      const ranked = await engine.rank(engine.read('dockers of Aldmere stop work', '2032-01-01'));
      await engine.close();
      return ranked.map(({ parts }) => parts['cross-encoder']);
    };
    expect(await first()).toEqual([undefined, undefined]);
    expect((await first(TINY)).every((score) => score !== undefined)).toBe(true);
  });

  it('have no line that the reader objects to', async () => {
    const engine = await SearchEngine.over(events, await openModels(undefined, TINY));
    const [strike] = events;
    if (!strike) throw new Error('no event');
    const line = (text: string, from: number) => ({
      text,
      value: null,
      event: strike,
      rests: [[from, from + text.length]] as const,
    });
    expect(await engine.objects('how many dockers?', line('420', 0))).toBe(false);
    expect(await engine.objects('how many dockers?', line('Aldmere', 15))).toBe(true);
    await engine.close();
  });
});

describe('a folder that can’t be used', () => {
  const problem = async (folder: string) => (await openModels(undefined, folder)).problem;

  it('is named with what is wrong, and the built-in models are used', async () => {
    expect(await problem(join(dir, 'nowhere'))).toMatch(
      /nowhere\) can’t be read \(ENOENT\).*The models that come with Dateline are used\.$/,
    );
    await mkdir(join(dir, 'empty'));
    expect(await problem(join(dir, 'empty'))).toContain(
      'has none of the folders encoder, cross-encoder, reader',
    );
  });

  it('is distinguished from one with a broken model and from one whose model does something else', async () => {
    await cp(TINY, join(dir, 'broken'), { recursive: true });
    await writeFile(join(dir, 'broken/reader/model.onnx'), 'no model');
    await expect(openModelFolder(join(dir, 'broken'))).rejects.toThrow(ModelFolderError);
    await expect(openModelFolder(join(dir, 'broken'))).rejects.toThrow(/can’t be used: reader: /);
    await cp(TINY, join(dir, 'swapped'), { recursive: true });
    await cp(join(TINY, 'encoder/model.onnx'), join(dir, 'swapped/reader/model.onnx'));
    expect(await problem(join(dir, 'swapped'))).toContain(
      'reader: its outputs are last_hidden_state, none of start_logits',
    );
  });
});

it('`dateline models` says what is loaded and how fast it is', async () => {
  const out: string[] = [];
  const terminal = {
    out: (text: string) => void out.push(text),
    err: () => undefined,
    env: { MODEL_DIR: TINY },
    interactive: false,
  };
  expect(await runProgram(['models'], terminal)).toBe(0);
  expect(out.join('\n')).toMatch(/cross-encoder: .*model\.onnx, 0\.0 MB/);
  expect(out.join('\n')).toMatch(/built-in reader: [\d.]+ ms a question with an event/);
});
