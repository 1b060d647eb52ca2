import { beforeAll, describe, expect, it } from 'vitest';
import type { CalendarDate } from '../../src/events/calendar-date.js';
import type { NewsEvent } from '../../src/events/event.js';
import { openModels } from '../../src/search/encode/open-models.js';
import { SearchEngine } from '../../src/search/search-engine.js';
import { reported } from './event-fixtures.js';

const TODAY = '2032-01-01';
const EVENTS = [
  reported('2031-03-01', 'A police officer in Quillota arrests the jeweller Ada Brennt.'),
  reported('2031-03-02', 'Fishermen of Aldmere bring home the largest catch in a decade.'),
  reported('2031-04-11', 'Voters of Aldmere elect Jonas Virtala as mayor.', 'Aldmere mayoral election'),
  reported('2031-05-20', 'The mayor of Aldmere, Jonas Virtala, opens a bridge over the Lind.'),
  reported('2031-06-01', 'A probe of the Space Agency of Norland (SAN) lands on Mars.'),
  reported('2031-06-02', '大火烧毁了奎尔港的鱼市场。'),
  reported('2031-07-04', 'The United States and Norland sign a treaty on fishing.'),
];

let shared: SearchEngine;

async function engineOver(events: readonly NewsEvent[]): Promise<SearchEngine> {
  const engine = await SearchEngine.over(events, await openModels());
  await engine.encoded();
  return engine;
}

beforeAll(async () => {
  shared = await engineOver(EVENTS);
}, 30_000);

async function first(question: string, engine = shared): Promise<string | undefined> {
  const [best] = await engine.rank(engine.read(question, TODAY));
  return best && engine.index.event(best.event)?.sentence;
}

describe('what a question finds', () => {
  it('is the event with its words, whatever their form', async () => {
    expect(await first('Who was elected mayor of Aldmere?')).toContain('elect Jonas Virtala');
  });

  it('is the event of the time it names, among several that fit', async () => {
    expect(await first('Jonas Virtala in May 2031')).toContain('opens a bridge');
  });

  it('is found in ordinary words', async () => {
    expect(await first('cop arrested a jeweller')).toContain('police officer');
    expect(await first('something landed on the red planet')).toContain('Mars');
  });

  it('is found in Chinese, in the same folder', async () => {
    expect(await first('鱼市场发生了什么')).toContain('鱼市场');
  });

  it('is found though a word of asking is misspelt', async () => {
    const question = shared.read('wat hapened to Ada Brennt', TODAY);
    expect(question.mended).toEqual([{ from: 'hapened', to: 'happened' }]);
    expect(await first('wat hapened to Ada Brennt')).toContain('jeweller');
  });

  it('is found by another name of a country', async () => {
    expect(await first('U.S. fishing treaty')).toContain('United States');
    expect(await first('what did the us sign')).toContain('United States');
  });

  it('is a day’s events where a day is all it names', async () => {
    expect(await first('What happened on 2 March 2031?')).toContain('Fishermen');
  });

  it('is nothing where no word is known', async () => {
    expect(await first('zzz qqq')).toBeUndefined();
  });
});

describe('a misspelling', () => {
  it('is mended towards a word the events know, and shown', async () => {
    const question = shared.read('virtalla mayor', TODAY);
    expect(question.mended).toEqual([{ from: 'virtalla', to: 'virtala' }]);
    expect(await first('virtalla bridge')).toContain('opens a bridge');
  });

  it('is not seen in a word the events know', async () => {
    expect(shared.read('bridge over the Lind', TODAY).mended).toEqual([]);
  });
});

describe('events that come and go while running', () => {
  it('are found, and no longer found', async () => {
    const engine = await SearchEngine.over(EVENTS);
    const comet = reported('2031-08-01', 'Astronomers photograph a comet with two tails.');
    await engine.update([comet], []);
    await engine.ready();
    const find = async () =>
      (await engine.rank(engine.read('comet with two tails', TODAY))).map(
        ({ event }) => engine.index.event(event)?.path,
      );
    expect((await find())[0]).toBe(comet.path);
    await engine.update([], [comet.path]);
    await engine.ready();
    expect(await find()).not.toContain(comet.path);
    expect(engine.index.size).toBe(EVENTS.length);
  });

  it('replace what stood under their path', async () => {
    const engine = await SearchEngine.over(EVENTS);
    const [old] = EVENTS;
    if (!old) throw new Error('no events');
    await engine.update([{ ...old, headline: 'A baker is fined.', sentence: 'A baker is fined.' }], []);
    await engine.ready();
    const [best] = await engine.rank(engine.read('baker fined', TODAY));
    expect(best && engine.index.event(best.event)?.path).toBe(old.path);
    expect(await engine.rank(engine.read('jeweller', TODAY))).toEqual([]);
  });
});

describe('looking ahead', () => {
  it('changes no answer', async () => {
    const engine = await engineOver(EVENTS);
    const before = await engine.rank(engine.read('cop arrested a jeweller', TODAY));
    await engine.lookAhead(undefined, 2000);
    expect(await engine.rank(engine.read('cop arrested a jeweller', TODAY))).toEqual(before);
  }, 30_000);

  it('ends early when it is called off', async () => {
    const engine = await engineOver(EVENTS);
    const began = new AbortController();
    began.abort();
    await expect(engine.lookAhead(began.signal)).resolves.toBeUndefined();
    expect(await first('something landed on the red planet', engine)).toContain('Mars');
  });
});

describe('a question in other words than the event’s', () => {
  it('finds what is nearest in meaning where no event has its words', async () => {
    expect(await first('sailors return with a huge haul of cod')).toContain('Fishermen');
  });

  it('finds an event that came later, too', async () => {
    const engine = await engineOver(EVENTS);
    await engine.update(
      [reported('2031-09-01', 'A bishop of Norland admits a relationship with a parishioner.')],
      [],
    );
    await engine.ready();
    expect(await first('romance of a clergyman', engine)).toContain('bishop');
  });
});

describe('autocomplete', () => {
  it('goes on from what was typed: headlines that begin with it, then the newest', async () => {
    const found = shared.complete('ald', 5).map(({ date }) => date);
    expect(found).toEqual(['2031-04-11', '2031-05-20', '2031-03-02']);
    expect(shared.complete('mayor of aldm', 5).map(({ date }) => date)[0]).toBe('2031-05-20');
    expect(shared.complete('xyzzy', 5)).toEqual([]);
  });

  it('offers the newest events where nothing is typed', async () => {
    expect(shared.complete('', 2).map(({ date }) => date)).toEqual(['2031-07-04', '2031-06-02']);
  });
});

describe('a name made of words that say nothing on their own', () => {
  it('finds its events, in small letters too', async () => {
    const engine = await engineOver([
      ...EVENTS,
      reported('2031-09-02', 'The container ship Over There runs aground off Quillota.'),
      reported('2031-09-03', 'Tugs pull the ship Over There free.'),
      ...[1, 2, 3].map((day) =>
        reported(`2031-10-0${day}` as CalendarDate, 'Clouds drift over there, and nobody in Aldmere minds.'),
      ),
    ]);
    expect(await first('what happened to the Over There', engine)).toContain('Over There');
    expect(await first('over there aground', engine)).toContain('container ship');
  });
});

describe('a question typed in a hurry', () => {
  it('is not read as other words where its own are short forms', () => {
    expect(shared.read('Whats the treaty on fishing', TODAY).mended).toEqual([]);
    expect(shared.read('hows the mayor', TODAY).concepts.map(({ word }) => word)).toEqual(['mayor']);
  });
});
