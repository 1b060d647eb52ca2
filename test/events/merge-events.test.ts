import { describe, expect, it } from 'vitest';
import { mergeDuplicates } from '../../src/events/merge-events.js';
import { anEvent } from '../archive/story/events.js';

const words = 'A ferry with forty people aboard sinks off Northport in the night.';
const first = anEvent('2016-04-08', words, { path: '/a.md' });
const second = anEvent('2016-04-08', `Coast: ${words}`, { path: '/b.md', id: 'other-event' });
const idsOf = (events: readonly { id: string }[]) => events.map(({ id }) => id).sort();

describe('reports of one event', () => {
  it('become one where the words are the same, with or without a lead-in', () => {
    const { events, duplicates } = mergeDuplicates([first, second]);
    expect(events).toHaveLength(1);
    expect(duplicates).toHaveLength(1);
  });

  it('stay two where both files give their event an id of its own: nobody can tell which is meant', () => {
    const { events, duplicates } = mergeDuplicates([first, second], new Set(['/a.md', '/b.md']));
    expect(idsOf(events)).toEqual(idsOf([first, second]));
    expect(duplicates).toEqual([]);
  });

  it('become one where only one of the files names it', () => {
    expect(mergeDuplicates([first, second], new Set(['/b.md'])).events).toHaveLength(1);
  });

  it('stay two where few words end alike by chance', () => {
    const short = anEvent('2016-04-08', 'Voters elect a mayor.', { path: '/c.md' });
    const other = anEvent('2016-04-08', 'Eastfield: Voters elect a mayor.', { path: '/d.md' });
    expect(mergeDuplicates([short, other]).events).toHaveLength(2);
  });
});
