import { expect, test } from 'vitest';
import { Turns } from '../../src/bot/turns.js';

const acknowledge = async () => {};

test('work is begun in order, each in its own turn, and slow work holds up nobody', async () => {
  const turns = new Turns();
  const begun: number[] = [];
  let release = () => {};
  const slow = turns.take(async () => {
    begun.push(0);
    await new Promise<void>((resolve) => {
      release = resolve;
    });
    return 'slow';
  }, acknowledge);
  const others = [1, 2, 3].map((n) =>
    turns.take(async () => {
      begun.push(n);
      return n;
    }, acknowledge),
  );
  expect(turns.waiting).toBe(4);
  expect(begun).toEqual([]);
  expect(await Promise.all(others)).toEqual([1, 2, 3]);
  expect(begun).toEqual([0, 1, 2, 3]);
  release();
  expect(await slow).toBe('slow');
  expect(turns.waiting).toBe(0);
});

test('work that fails gives its error to the one who asked, and the next goes on', async () => {
  const turns = new Turns();
  const failing = turns.take(async () => {
    throw new Error('stuck');
  }, acknowledge);
  const next = turns.take(async () => 'on', acknowledge);
  await expect(failing).rejects.toThrow('stuck');
  expect(await next).toBe('on');
});

test('work waits for acknowledgements under way, also where one of them fails', async () => {
  const turns = new Turns();
  const seen: string[] = [];
  let acknowledged = () => {};
  const one = turns.first(
    new Promise<void>((resolve) => {
      acknowledged = resolve;
    }),
  );
  const other = turns.first(Promise.reject(new Error('gone'))).catch(() => seen.push('failed'));
  const work = turns.take(async () => seen.push('work'), acknowledge);
  await new Promise((turn) => setImmediate(turn));
  await other;
  seen.push('acknowledged');
  acknowledged();
  await Promise.all([one, work]);
  expect(seen).toEqual(['failed', 'acknowledged', 'work']);
  expect(turns.acknowledging).toBe(false);
});

test('an acknowledgement that never comes does not keep work from being done', async () => {
  const turns = new Turns();
  void turns.first(new Promise<void>(() => {}));
  expect(await turns.take(async () => 'done', acknowledge)).toBe('done');
  expect(turns.waiting).toBe(0);
});

test('work held up by the acknowledgements of others is acknowledged itself, also behind what nobody waits for', async () => {
  const turns = new Turns();
  const seen: string[] = [];
  const noted = turns.later(async () => void seen.push('noted'));
  const work = turns.take(
    async () => seen.push('work'),
    async () => void seen.push('acknowledged'),
  );
  const others = turns.first(new Promise((resolve) => setTimeout(resolve, 5)));
  await Promise.all([noted, work, others]);
  expect(seen).toEqual(['acknowledged', 'noted', 'work']);
});

test('the result of work is given only after its acknowledgement, together with its failure', async () => {
  const turns = new Turns();
  let worked = false;
  const others = turns.first(new Promise((resolve) => setTimeout(resolve, 5)));
  const work = turns.take(
    async () => {
      worked = true;
    },
    () => Promise.reject(new Error('no longer known')),
  );
  await expect(work).rejects.toThrow('no longer known');
  expect(worked).toBe(true);
  await others;
});

test('what nobody waits for is done in a separate turn, and does not count as a crowd', async () => {
  const turns = new Turns();
  const seen: string[] = [];
  const noted = turns.later(async () => void seen.push('noted'));
  expect(turns.waiting).toBe(0);
  const work = turns.take(async () => seen.push('work'), acknowledge);
  expect(turns.waiting).toBe(1);
  await Promise.all([noted, work]);
  expect(seen).toEqual(['noted', 'work']);
});
