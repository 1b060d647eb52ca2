import { beforeAll, describe, expect, it } from 'vitest';
import type { EventArchive } from '../../src/archive/event-archive.js';
import { reported } from '../search/event-fixtures.js';
import { archiveOver } from './archive-over.js';

const today = '2033-01-01';
let archive: EventArchive;
beforeAll(async () => {
  archive = await archiveOver([
    reported(
      '2031-05-03',
      'A ferry capsizes on the Lind near Aldmere, killing at least 12 people.',
      'Lind ferry disaster',
    ),
    reported(
      '2031-05-09',
      'Divers find more bodies in the ferry that capsized on the Lind near Aldmere: 31 people have died.',
      'Lind ferry disaster',
    ),
    reported('2031-05-10', 'A bus crash in the hills of Norland kills 44 people.'),
    reported(
      '2032-06-10',
      'A ferry sinks on the Orsa near Brenthal, killing 58 people.',
      'Orsa ferry disaster',
    ),
  ]);
}, 30_000);

const toll = async (question: string) => {
  const { likeliest, hits } = await archive.ask(question, { today });
  return { line: likeliest?.text, first: hits[0]?.event.date };
};

describe('how many died', () => {
  it('is answered by the latest count of the happening, with the report that gives it', async () => {
    const { line, first } = await toll(
      'How many people were killed when a ferry capsized on the Lind near Aldmere?',
    );
    expect(line).toMatch(/31/);
    expect(first).toBe('2031-05-09');
  });

  it('is not answered by the count of something else', async () => {
    expect((await toll('How many people were killed in the bus crash in Norland?')).line).toMatch(/44/);
    expect((await toll('How many people were killed when a ferry sank on the Orsa?')).line).toMatch(/58/);
  });
});
