import { readdir } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { runProgram } from '../../src/terminal/program.js';

async function dateline(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const exitCode = await runProgram(args, {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    env: { CONTENT_DIR: 'content' },
    interactive: false,
  });
  return { exitCode, out: out.join('\n'), err: err.join('\n') };
}

/** The shipped event of 8 April 2016 on NATO and Russia. */
async function shippedEvent(): Promise<string> {
  const files = await readdir('content/news/2016/04/8');
  return `/news/2016/04/8/${files.find((file) => file.startsWith('nato-russia')) ?? ''}`;
}

it('follows a shipped story in time order, with the reason for each event', async () => {
  const path = await shippedEvent();
  const { exitCode, out } = await dateline('story', path, '--json');
  expect(exitCode).toBe(0);
  const story = JSON.parse(out);
  expect(story.title).toMatch(/NATO.Russia relations/);
  expect(story.total).toBe(story.events.length);
  expect(story.total).toBeGreaterThan(5);
  const dates = story.events.map((e: { date: string }) => e.date);
  expect(dates).toEqual([...dates].sort());
  expect(story.events.filter((e: { relation: string }) => e.relation === 'self')).toHaveLength(1);
  for (const e of story.events) if (e.relation !== 'self') expect(e.why.length).toBeGreaterThan(0);
});

it('says what to give where there is no such event, and exits 1', async () => {
  const { exitCode, err } = await dateline('story', '/news/1901/01/1/nothing.md');
  expect(exitCode).toBe(1);
  expect(err).toMatch(/There is no event .*Give its path/);
});
