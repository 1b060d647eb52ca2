import { describe, expect, it } from 'vitest';
import { EventArchive } from '../../src/archive/event-archive.js';
import { anEvent } from './story/events.js';

const affair = { topics: ['Halden bridge affair'] };
const collapse = anEvent('2011-03-02', 'The Halden bridge collapses into the Tista.', affair);
const verdict = anEvent('2012-11-30', 'A court fines the road company forty million kroner.', affair);
const painter = anEvent('2014-05-01', 'The painter Odile Marchetti vanishes from her house in Arles.');
const canvas = anEvent('2014-05-19', 'Police find a canvas by Odile Marchetti in a barn near Arles.');
const ferry = anEvent('2013-01-11', 'A ferry runs aground off Crete and all aboard are rescued.');
const all = [collapse, verdict, painter, canvas, ferry];

describe('an interest', () => {
  it('in a topic is met by the events filed under it, however the topic is spelled', async () => {
    const archive = await EventArchive.over(all);
    const met = await archive.meeting({ kind: 'topic', topic: 'halden  BRIDGE affair' }, all);
    expect(met).toEqual([collapse, verdict]);
  });

  it('in words is met by the events that hold all of them, in any form', async () => {
    const archive = await EventArchive.over(all);
    expect(await archive.meeting({ kind: 'words', words: 'ferries, rescue' }, all)).toEqual([ferry]);
    expect(await archive.meeting({ kind: 'words', words: 'ferry Arles' }, all)).toEqual([]);
    expect(await archive.meeting({ kind: 'words', words: 'of the' }, all)).toEqual([]);
  });

  it('in a story is met by what continues it, with or without a name', async () => {
    const archive = await EventArchive.over(all);
    expect(await archive.meeting({ kind: 'story', event: collapse.id }, all)).toContain(verdict);
    expect(await archive.meeting({ kind: 'story', event: painter.id }, all)).toEqual([canvas]);
  });

  it('in an event that is gone is met by nothing', async () => {
    const archive = await EventArchive.over(all);
    expect(await archive.meeting({ kind: 'story', event: 'no-such-one' }, all)).toEqual([]);
  });
});
