import { truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { EventArchive } from '../../src/archive/event-archive.js';
import { KeptArchive } from '../../src/archive/kept-archive.js';
import type { NewsEvent } from '../../src/events/event.js';
import { writeTree } from '../events/write-tree.js';
import { madeUp } from './events.js';

const bridge = madeUp('2016-04-08', 'The stone bridge of Quillmere collapses', { story: 'Quillmere floods' });
const inquiry = madeUp('2016-05-02', 'An inquiry into the bridge of Quillmere begins', {
  story: 'Quillmere floods',
  related: [{ path: bridge.path, headline: bridge.headline, context: [] }],
});
const harvest = madeUp('2016-06-01', 'Farmers of Brackenford bring in a record harvest', {
  summary: '创纪录的收成',
});
const ferry = madeUp('2016-07-01', 'A ferry to Quillmere runs aground', { story: 'Quillmere floods' });
const events = [bridge, inquiry, harvest];

let file: string;

async function keep(archive: EventArchive, version = 'v1') {
  const awake = setInterval(() => {}, 1_000);
  await archive.keep(file, version);
  clearInterval(awake);
}

async function restarted(now: readonly NewsEvent[], version = 'v1') {
  const kept = await KeptArchive.open(file, version, now);
  return { kept, archive: await EventArchive.over(now, null, kept) };
}

/** What a person notices of an archive. */
async function noticed(archive: EventArchive) {
  await archive.encoded();
  const today = '2016-08-01';
  const questions = ['When did the bridge of Quillmere collapse?', 'record harvset', '收成', 'ferry'];
  return {
    answers: await Promise.all(
      questions.map(async (question) => {
        const { hits, answered } = await archive.ask(question, { today });
        return { answered, hits: hits.map(({ event }) => event.sentence) };
      }),
    ),
    stories: await Promise.all(
      [bridge, ferry].map(async ({ path }) =>
        (await archive.story(path))?.events.map(({ event }) => event.sentence),
      ),
    ),
    suggested: (await archive.suggestEvents('quill', 5)).map(({ sentence }) => sentence),
    extent: await archive.extent(),
  };
}

describe('an archive that was indexed before', () => {
  beforeEach(async () => {
    file = join(await writeTree({}), 'indexes.bin');
    await keep(await EventArchive.over(events));
  });

  it('answers as it did', async () => {
    const { kept, archive } = await restarted(events);
    expect(kept?.size).toBe(3);
    expect(await noticed(archive)).toEqual(await noticed(await EventArchive.over(events)));
  });

  it('picks up what came, changed and went since', async () => {
    const reworded = { ...harvest, summary: 'The ferry brought them to the market.' };
    const now = [inquiry, reworded, ferry];
    const { kept, archive } = await restarted(now);
    expect(kept?.size).toBe(1);
    const seen = await noticed(archive);
    expect(seen).toEqual(await noticed(await EventArchive.over(now)));
    expect(seen.answers[3]?.hits).toContain(ferry.sentence);
    expect(JSON.stringify(seen)).not.toContain(bridge.sentence);
    await keep(archive);
    expect((await restarted(now)).kept?.size).toBe(3);
  });

  it('goes on taking up events after that', async () => {
    const { archive } = await restarted(events);
    await archive.update({ put: [ferry], remove: [harvest.path] });
    expect(await noticed(archive)).toEqual(await noticed(await EventArchive.over([bridge, inquiry, ferry])));
  });

  it('takes up events that come and go again and again, as one that was never stopped does', async () => {
    let now: readonly NewsEvent[] = events;
    let archive = await EventArchive.over(now);
    for (const [put, remove] of [
      [[ferry], [harvest]],
      [[harvest], [bridge]],
      [[bridge], []],
    ] as const) {
      const gone: readonly NewsEvent[] = remove;
      now = [...now.filter((event) => !gone.includes(event)), ...put];
      archive = (await restarted(now)).archive;
      expect(await noticed(archive)).toEqual(await noticed(await EventArchive.over(now)));
      await keep(archive);
    }
    await archive.update({ put: [], remove: now.map(({ path }) => path) });
    expect((await archive.ask('ferry', { today: '2016-08-01' })).hits).toEqual([]);
  });

  it('is indexed anew where hardly anything of it is left', async () => {
    const others = [ferry, madeUp('2016-08-02', 'A lighthouse opens')];
    expect((await restarted(others)).kept).toBeNull();
  });

  it('is indexed anew by another version of the program, or where what was kept is damaged', async () => {
    expect((await restarted(events, 'v2')).kept).toBeNull();
    await truncate(file, 300);
    const { kept, archive } = await restarted(events);
    expect(kept).toBeNull();
    expect(await noticed(archive)).toEqual(await noticed(await EventArchive.over(events)));
  });
});
