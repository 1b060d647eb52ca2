import { describe, expect, it } from 'vitest';
import { reconcile } from '../../src/import/reconcile.js';
import type { PageRecord } from '../../src/import/record.js';
import { readDayPage } from '../../src/import/wikitext/day-page.js';

const page = (revision: number) => ({ title: 'T', url: 'https://wiki.example/T', revision });
const read = (before: PageRecord | null, revision: number, wikitext: string, taken = (_: string) => false) =>
  reconcile(before, readDayPage('2016-04-08', wikitext), page(revision), taken);

const FERRY = '*A ferry with forty people aboard sinks off [[Northport]]. [http://a.example/ferry (A)]';
const TRAM = '*The tram depot of Southbay is sold. [http://a.example/tram (A)]';

describe('a page read again', () => {
  const first = read(null, 1, `${FERRY}\n${TRAM}`);

  it('changes nothing where nothing changed, whatever its revision', () => {
    expect(read(first, 2, `${FERRY}\n${TRAM}`).events).toEqual(first.events);
  });

  it('keeps the identity and the file of an event whose wording was edited', () => {
    const edited = read(
      first,
      2,
      `${FERRY.replace('forty', 'forty-three').replace('sinks', 'capsizes')}\n${TRAM}`,
    );
    expect(edited.events[0]).toMatchObject({
      id: first.events[0]?.id,
      path: first.events[0]?.path,
      revision: 2,
    });
    expect(edited.events[0]?.text).toContain('capsizes');
    expect(edited.events[1]).toEqual(first.events[1]);
  });

  it('keeps it where the event moved under a topic', () => {
    const moved = read(first, 2, `${TRAM}\n*[[Ferry disasters]]\n*${FERRY}`);
    expect(moved.events.map((event) => event.id)).toEqual([first.events[1]?.id, first.events[0]?.id]);
  });

  it('marks an event that left the page as gone, and takes it up again when it returns', () => {
    const without = read(first, 2, TRAM);
    expect(without.events.map((event) => event.gone)).toEqual([null, 2]);
    const back = read(without, 3, `${FERRY}\n${TRAM}`);
    expect(back.events.map(({ id, gone }) => ({ id, gone }))).toEqual(
      first.events.map(({ id }) => ({ id, gone: null })),
    );
  });

  it('does not take a new event for one that left', () => {
    const other = read(first, 2, `${TRAM}\n*Voters of Eastfield elect a mayor. [http://a.example/vote (A)]`);
    expect(other.events.map((event) => event.gone)).toEqual([null, null, 2]);
    expect(new Set(other.events.map((event) => event.id)).size).toBe(3);
  });

  it('keeps two rows alike apart', () => {
    const twice = read(null, 1, `${TRAM}\n${TRAM}`);
    expect(new Set(twice.events.map((event) => event.id)).size).toBe(2);
    expect(new Set(twice.events.map((event) => event.path)).size).toBe(2);
    expect(read(twice, 2, `${TRAM}\n${TRAM}`).events).toEqual(twice.events);
  });

  it('keeps two rows of the same words under different topics with their topics, in whatever order they come', () => {
    const under = (topic: string) => `*[[${topic}]]\n*${TRAM}`;
    const both = read(null, 1, `${under('Southbay trams')}\n${under('Depot sales')}`);
    const swapped = read(both, 2, `${under('Depot sales')}\n${under('Southbay trams')}`);
    const idOf = (record: PageRecord, topic: string) =>
      record.events.find(({ topics }) => topics.includes(topic))?.id;
    for (const topic of ['Southbay trams', 'Depot sales'])
      expect(idOf(swapped, topic), topic).toBe(idOf(both, topic));
    expect(idOf(both, 'Southbay trams')).not.toBe(idOf(both, 'Depot sales'));
  });

  it('leaves a name in the tree to the file that has it', () => {
    const path = first.events[1]?.path ?? '';
    const beside = read(null, 1, TRAM, (name) => name === path);
    expect(beside.events[0]?.path).toBe(path.replace(/\.md$/, '-2.md'));
  });
});
