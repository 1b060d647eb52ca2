import { beforeAll, describe, expect, test } from 'vitest';
import type { EventArchive } from '../../../src/archive/event-archive.js';
import { madeUp } from '../../commands/fixture-events.js';
import { archiveOver } from '../archive-over.js';

const death = 'Astrid Vellamo, the president of Karvonia, dies at the age of 71 in Tolvere.';
const fire = 'Henrik Saltmarsh opens the lighthouse museum of Sarn.';
let archive: EventArchive;
beforeAll(async () => {
  archive = await archiveOver([
    madeUp('2012-03-01', null, death),
    madeUp('2014-05-06', null, fire),
    madeUp('2015-05-03', null, 'A ferry capsizes on the Lind near Aldmere, killing at least 12 people.'),
    madeUp(
      '2015-05-09',
      null,
      'Divers find more bodies in the ferry that capsized on the Lind near Aldmere: 31 people have died.',
    ),
    madeUp('2013-09-09', null, 'Dockers in Port Ansel walk out over night shifts.'),
  ]);
});
const ask = (question: string) => archive.ask(question, { today: '2016-06-01' });

describe('a question of two parts', () => {
  test('gets both from the event that has both', async () => {
    const answer = await ask('when did Astrid Vellamo die and how old was she?');
    expect(answer.hits[0]?.event.sentence).toBe(death);
    expect(answer.parts?.map(({ asked }) => asked)).toEqual([
      'when did Astrid Vellamo die',
      'how old was she',
    ]);
    expect(answer.direct?.text).toContain('1 March 2012');
    expect(answer.direct?.text).toContain('71');
  });

  test('says which part it has no answer to', async () => {
    const answer = await ask('who opened the lighthouse museum and by how much?');
    expect(answer.hits[0]?.event.sentence).toBe(fire);
    expect(answer.parts?.[0]?.line?.text).toContain('Henrik Saltmarsh');
    expect(answer.parts?.[1]?.line).toBeNull();
  });

  test('gets the latest count where a part asks how many died', async () => {
    const answer = await ask('when did the ferry capsize on the Lind and how many people died?');
    const [, died] = answer.parts ?? [];
    expect(died?.line?.text).toBe('31');
  });
});
