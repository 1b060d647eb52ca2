import { beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../commands/all.js';
import { ask } from '../../commands/ask.js';
import { findEvents } from '../../commands/find-events.js';
import { help } from '../../commands/help.js';
import { search } from '../../commands/search.js';
import { thread } from '../../commands/thread.js';
import { helpView } from '../../src/views/help-view.js';
import { en } from '../../src/views/sentences/en.js';
import { threadName } from '../../src/views/story-thread-view.js';
import { Asking, customId, shown } from './asking.js';

let person: Asking;
beforeAll(async () => {
  person = await Asking.over();
});
const text = (view: unknown) => JSON.stringify(view);

describe('/ask', () => {
  test('shows the event that answers', async () => {
    const view = shown(
      await person.run(ask, { question: 'When did Mayor Farrow open the bridge of Quillmere?' }),
    );
    expect(view.content).toContain('8 April 2016');
    expect(view.embeds[0]?.title).toBe('Quillmere Bridge');
  });

  test('keeps the question in the menu, so that another event opens with the rest still there', async () => {
    const question = 'What happened to the bridge of Quillmere in the flood of 2007? '.repeat(4);
    const first = shown(await person.run(ask, { question }));
    const menu = customId(first, /found|closest/);
    expect(menu.length).toBeLessThanOrEqual(100);
    const event = /"value":"([\w-]{11})"/.exec(text(first.components))?.[1] ?? '';
    const second = shown(await person.press(ask, menu, event));
    expect(text(second.components)).toContain(`story|${event}`);
    expect(customId(second, /found|closest/)).toBe(menu);
  });
});

describe('/ask without anything to look for', () => {
  test('shows all of a time where that is all that is asked', async () => {
    const view = shown(await person.run(ask, { question: 'what happened in April 2016?' }));
    expect(view.content).toBe('3 events, April 2016:');
    expect(shown(await person.run(ask, { question: '8 April 2016' })).embeds[0]?.title).toBe('8 April 2016');
  });

  test('shows all there is on a topic where only its name is asked', async () => {
    for (const question of [
      'quillmere bridge?',
      'tell me about Quillmere Bridge',
      'Quillmere Bridge timeline',
    ])
      expect(shown(await person.run(ask, { question })).content).toBe('6 events about Quillmere Bridge:');
    const one = shown(await person.run(ask, { question: 'Harbour strike' }));
    expect(one.embeds[0]?.title).toBe('Harbour strike');
  });

  test('answers a greeting, thanks and a call for help to the one who wrote them', async () => {
    for (const question of ['hello', 'thanks!', 'help']) {
      const outcome = await person.run(ask, { question });
      expect(outcome.kind).toBe('tell');
      expect(shown(outcome).embeds).toEqual([]);
    }
  });
});

describe('/search', () => {
  test('pages through all that matches, five at a time, and no event twice', async () => {
    let view = shown(await person.run(search, { query: 'Quillmere', sort: 'oldest' }));
    expect(view.content).toMatch(/^7 events for Quillmere/);
    expect(view.embeds[0]?.description).toContain('1 May 2007');
    const firstPage = view.embeds[0]?.description ?? '';
    expect(customId(view, '1 / 2')).toBeTruthy();
    view = shown(await person.press(search, customId(view, '▶')));
    expect(customId(view, '2 / 2')).toBeTruthy();
    expect(view.embeds[0]?.description).toContain('10 April 2016');
    const back = shown(await person.press(search, customId(view, '◀')));
    expect(back.embeds[0]?.description).toBe(firstPage);
  });

  test('shows the matching words bold', async () => {
    const view = shown(await person.run(search, { query: 'comet' }));
    expect(view.embeds[0]?.description).toContain('A **comet** is seen');
  });

  test('opens the event itself when its headline was picked while typing', async () => {
    const choices = await person.type(search, 'query', 'A comet is');
    const comet = choices.find(({ name }) => name.includes('comet'));
    expect(comet).toBeDefined();
    const view = shown(await person.run(search, { query: comet?.value ?? '' }));
    expect(view.embeds[0]?.description).toContain('naked eye');
  });

  test('offers topics with their counts', async () => {
    const choices = await person.type(search, 'topic', 'quill');
    expect(choices.map(({ value }) => value)).toContain('Quillmere Bridge');
    expect(choices[0]?.name).toMatch(/\(\d+ events\)$/);
  });

  test('says what is wrong with a date and how to write it', async () => {
    const outcome = await person.run(search, { query: 'bridge', from: 'the *day* after' });
    expect(outcome.kind).toBe('tell');
    expect(shown(outcome).content).toBe(
      "“from”: I can't read the \\*day\\* after as a date. Write it like 8 April 2016, 2016-04-08, April 2016 or last Tuesday.",
    );
    const turned = await person.run(search, { query: 'bridge', from: '2016-05-01', to: '2016-04-01' });
    expect(shown(turned).content).toContain('lies after');
  });

  test('keeps its filters from page to page and names them', async () => {
    const view = shown(await person.run(search, { query: 'bridge', topic: 'Quillmere', from: '2016-04-01' }));
    expect(view.embeds[0]?.footer?.text).toContain('topic Quillmere · from 1 April 2016');
    expect(view.embeds[0]?.description).not.toContain('2007');
  });

  test('takes a topic half written, or with the count that stands beside it in the list', async () => {
    for (const topic of ['quillmere bri', 'Quillmere Bridge (6 events)']) {
      const view = shown(await person.run(search, { query: 'quillmere', topic }));
      expect(view.content).toMatch(/^6 events/);
      expect(view.embeds[0]?.footer?.text).toContain('topic Quillmere Bridge');
    }
  });

  test('of a topic that is none says so, and which are near', async () => {
    const tell = async (topic: string) => shown(await person.run(search, { query: 'bridge', topic })).content;
    expect(await tell('Nonexistent')).toMatch(/^There is no topic Nonexistent\./);
    expect(await tell('Quillmere rivers')).toContain('The nearest: Quillmere; Quillmere Bridge');
  });

  test('that finds nothing says so', async () => {
    const view = shown(await person.run(search, { query: 'xylophone' }));
    expect(view.content).toBe('No event matches xylophone.');
  });
});

describe('/thread', () => {
  test('opens a thread named for the story, with its time and a timeline', async () => {
    const outcome = await person.run(thread, {
      event: 'Mayor Ottoline Farrow opens the new bridge of Quillmere.',
    });
    if (outcome.kind !== 'open-thread') throw new Error('no thread');
    expect(threadName(outcome.story)).toBe('Quillmere Bridge');
    expect(outcome.opening.embeds[0]?.description).toContain('7 events, 1 May 2007 to 10 April 2016');
    expect(outcome.opening.files[0]?.description).toContain('8 April 2016, stands out');
  });

  test('takes what was picked while typing', async () => {
    const [choice] = await person.type(thread, 'event', 'Dockers in');
    expect(choice?.name).toContain('17 May 2016');
    const outcome = await person.run(thread, { event: choice?.value ?? '' });
    expect(outcome.kind).toBe('open-thread');
  });

  test('for words that fit no event says what to do', async () => {
    const outcome = await person.run(thread, { event: 'qqqq zzzz' });
    expect(outcome.kind).toBe('tell');
    expect(shown(outcome).content).toContain('Pick one from the list');
  });
});

describe('the buttons of an event', () => {
  test('list its sources privately', async () => {
    const view = shown(
      await person.run(search, { query: (await person.type(search, 'query', 'A comet'))[0]?.value ?? '' }),
    );
    const outcome = await person.press(ask, customId(view, '2 sources'));
    expect(outcome.kind).toBe('tell');
    expect(text(shown(outcome))).toContain('https://river.example/');
  });

  test('of an event that is gone say so', async () => {
    for (const id of ['story|gonegonegon', 'story-page|gonegonegon|0'])
      expect(shown(await person.press(thread, id)).content).toContain('no longer have this event');
    expect(shown(await person.press(ask, 'sources|gonegonegon')).content).toContain(
      'no longer have this event',
    );
  });
});

describe('“Find events”', () => {
  test('answers the asker alone, with events about the message', async () => {
    const outcome = await person.run(findEvents, {}, 'did you hear about the dockers in Port Ansel?');
    expect(outcome.kind).toBe('tell');
    expect(text(shown(outcome))).toContain('Port Ansel');
  });

  test('says when a message has no text', async () => {
    expect(shown(await person.run(findEvents, {}, '')).content).toContain('no text');
  });
});

describe('/help', () => {
  test('gives examples that find something here', async () => {
    const view = shown(await person.run(help));
    const fields = Object.fromEntries((view.embeds[0]?.fields ?? []).map(({ name, value }) => [name, value]));
    const example = (name: string) =>
      new RegExp(`\`/${name} (.+)\``).exec(fields[`/${name}`] ?? '')?.[1] ?? '';
    expect(shown(await person.run(ask, { question: example('ask') })).content).not.toContain('Nothing');
    expect(shown(await person.run(search, { query: example('search') })).content).not.toMatch(/^No/);
    expect((await person.run(thread, { event: example('thread') })).kind).toBe('open-thread');
  });

  test('tells of /digest only those who may call it', () => {
    const nothing = { question: null, search: null, date: null, thread: null };
    const extent = { events: 0, days: 0, first: null, last: null };
    const told = (may: boolean) => JSON.stringify(helpView(extent, nothing, may, en));
    expect(told(true)).toContain('/digest');
    expect(told(false)).not.toContain('/digest');
  });

  test('names every slash command', async () => {
    const view = JSON.stringify(shown(await person.run(help)));
    for (const { json } of commands)
      if (json.name !== 'help' && json.type !== 3) expect(view).toContain(`/${json.name}`);
  });
});

describe('every command', () => {
  test('may be used in servers, direct messages and wherever a person brings it', () => {
    for (const { json } of commands) {
      expect(json.contexts).toEqual([0, 1, 2]);
      expect(json.integration_types).toEqual([0, 1]);
    }
  });

  test('describes itself and its options within 100 characters', () => {
    const descriptions = [...text(commands.map(({ json }) => json)).matchAll(/"description":"([^"]*)"/g)];
    expect(descriptions.length).toBeGreaterThan(8);
    for (const [, description] of descriptions) expect(description?.length).toBeLessThanOrEqual(100);
  });

  test('answers kinds of buttons that no other answers', () => {
    const kinds = commands.flatMap(({ presses }) => Object.keys(presses ?? {}));
    expect(new Set(kinds).size).toBe(kinds.length);
  });
});
