import { beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../commands/all.js';
import { ask } from '../../commands/ask.js';
import { date } from '../../commands/date.js';
import { findEvents } from '../../commands/find-events.js';
import { help } from '../../commands/help.js';
import { search } from '../../commands/search.js';
import { thread } from '../../commands/thread.js';
import { topic } from '../../commands/topic.js';
import { helpView } from '../../src/views/help-view.js';
import { en } from '../../src/views/sentences/en.js';
import { threadName } from '../../src/views/story-thread-view.js';
import { Asking, customId, shown } from './asking.js';
import { madeUp, townEvents } from './fixture-events.js';

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
    expect(view.embeds[0]?.author?.name).toBe('Quillmere Bridge');
  });

  test('keeps the question in the menu, so that another event opens with the rest still there', async () => {
    const question = 'What happened to the bridge of Quillmere in the flood of 2007? '.repeat(4);
    const first = shown(await person.run(ask, { question }));
    const menu = customId(first, /Other matches|Choose/);
    expect(menu.length).toBeLessThanOrEqual(100);
    const event = /"value":"([\w-]{11})"/.exec(text(first.components))?.[1] ?? '';
    const second = shown(await person.press(ask, menu, event));
    expect(text(second.components)).toContain(`story|${event}`);
    expect(customId(second, /Other matches|Choose/)).toBe(menu);
  });
});

describe('/ask without anything to look for', () => {
  test('shows all of a time where that is all that is asked', async () => {
    const view = shown(await person.run(ask, { question: 'what happened in April 2016?' }));
    expect(view.content).toBe('### April 2016\n3 events on 3 days');
    expect(shown(await person.run(ask, { question: '8 April 2016' })).content).toContain('### 8 April 2016');
  });

  test('shows all there is on a topic where only its name is asked', async () => {
    for (const question of [
      'quillmere bridge?',
      'tell me about Quillmere Bridge',
      'Quillmere Bridge timeline',
    ])
      expect(shown(await person.run(ask, { question })).content).toContain('### Quillmere Bridge\n6 events');
    const one = shown(await person.run(ask, { question: 'Harbour strike' }));
    expect(one.embeds[0]?.author?.name).toBe('Harbour strike');
    expect(one.content).toBe('### 17 May 2016');
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
    expect(view.content).toBe('7 events for **Quillmere**');
    expect(view.embeds[0]?.description).toContain('1 May 2007');
    const firstPage = view.embeds[0]?.description ?? '';
    expect(view.embeds[0]?.footer?.text).toContain('Page 1 of 2');
    expect(view.components.at(-1)?.components.length).toBeLessThanOrEqual(4);
    view = shown(await person.press(search, customId(view, '›')));
    expect(view.embeds[0]?.footer?.text).toContain('Page 2 of 2');
    expect(view.embeds[0]?.description).toContain('10 April 2016');
    const back = shown(await person.press(search, customId(view, '‹')));
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
    expect(view.embeds[0]?.title).toContain('naked eye');
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
      '“from”: I couldn’t read the \\*day\\* after as a date. Try 8 April 2016, 2016-04-08, April 2016 or last Tuesday.',
    );
    const turned = await person.run(search, { query: 'bridge', from: '2016-05-01', to: '2016-04-01' });
    expect(shown(turned).content).toContain('Try swapping them');
  });

  test('names only what was used where nothing is found: no filter without one', async () => {
    const bare = shown(await person.run(search, { query: 'qqqq zzzz' }));
    expect(bare.embeds[0]?.description).not.toContain('filter');
    const filtered = shown(await person.run(search, { query: 'qqqq zzzz', from: '2016-04-01' }));
    expect(filtered.embeds[0]?.description).toContain('remove a filter');
  });

  test('keeps its filters from page to page and names them', async () => {
    const view = shown(await person.run(search, { query: 'bridge', topic: 'Quillmere', from: '2016-04-01' }));
    expect(view.embeds[0]?.footer?.text).toContain('topic Quillmere · since 1 April 2016');
    expect(view.embeds[0]?.description).not.toContain('2007');
  });

  test('takes a topic half written, or with the count beside it in the list', async () => {
    for (const topic of ['quillmere bri', 'Quillmere Bridge (6 events)']) {
      const view = shown(await person.run(search, { query: 'quillmere', topic }));
      expect(view.content).toMatch(/^6 events/);
      expect(view.embeds[0]?.footer?.text).toContain('topic Quillmere Bridge');
    }
  });

  test('of a topic that is none says so, and which are near', async () => {
    const tell = async (topic: string) => shown(await person.run(search, { query: 'bridge', topic })).content;
    expect(await tell('Nonexistent')).toMatch(/^I don’t have a topic called Nonexistent\./);
    expect(await tell('Quillmere rivers')).toContain('The closest are Quillmere; Quillmere Bridge');
  });

  test('that finds nothing says so', async () => {
    const view = shown(await person.run(search, { query: 'xylophone' }));
    expect(view.content).toBe('I couldn’t find any events for **xylophone**.');
  });

  test('shows events with the words before those that are only related', async () => {
    const asking = await Asking.over([
      ...townEvents,
      madeUp('2015-01-01', null, 'A lantern parade crosses the market.'),
      madeUp('2015-02-01', null, 'A lamp parade passes the harbour.'),
    ]);
    const view = shown(await asking.run(search, { query: 'lamp parade' }));
    expect(view.embeds[0]?.description).toMatch(/^\*\*1 February 2015/);
    const none = shown(await asking.run(search, { query: 'lantern comet' }));
    expect(none.content).toBe('No event has all the words in **lantern comet**. Closest matches:');
  });
});

describe('/thread', () => {
  test('opens a thread named for the story, with its time and a timeline', async () => {
    const outcome = await person.run(thread, {
      event: 'Mayor Ottoline Farrow opens the new bridge of Quillmere.',
    });
    if (outcome.kind !== 'open-thread') throw new Error('no thread');
    expect(threadName(outcome.story)).toBe('Quillmere Bridge');
    expect(outcome.opening.content).toMatch(/^### Quillmere Bridge\n[67] events, May 2007 to April 2016$/);
    expect(outcome.opening.files[0]?.description).toContain('on 8 April 2016, is highlighted');
  });

  test('takes what was picked while typing', async () => {
    const [choice] = await person.type(thread, 'event', 'Dockers in');
    expect(choice?.name).toMatch(/^17 May 2016 · /);
    const outcome = await person.run(thread, { event: choice?.value ?? '' });
    expect(outcome.kind).toBe('open-thread');
  });

  test('for words that fit no event says what to do', async () => {
    const outcome = await person.run(thread, { event: 'qqqq zzzz' });
    expect(outcome.kind).toBe('tell');
    expect(shown(outcome).content).toContain('Choose one from the list');
  });
});

describe('the buttons of an event', () => {
  test('list its sources privately', async () => {
    const comet = (await person.type(search, 'query', 'A comet'))[0]?.value ?? '';
    const outcome = await person.press(ask, `sources|${comet}`);
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
  test('answers only the asker, with events about the message', async () => {
    const outcome = await person.run(findEvents, {}, 'did you hear about the dockers in Port Ansel?');
    expect(outcome.kind).toBe('tell');
    expect(text(shown(outcome))).toContain('Port Ansel');
  });

  test('says when a message has no text', async () => {
    expect(shown(await person.run(findEvents, {}, '')).content).toContain('no text');
  });
});

const noFacts = {
  events: 0,
  first: null,
  last: null,
  commandIds: new Map<string, string>(),
  maySetDigest: false,
  importCommand: null,
};

describe('/help', () => {
  test('has buttons that run its examples, each with a good answer', async () => {
    const view = shown(await person.run(help));
    const labels = view.components.flatMap((row) =>
      row.components.flatMap((c) => ('label' in c ? c.label : [])),
    );
    expect(labels.map((label) => label?.split(' ')[0])).toEqual(['/ask', '/date', '/topic', '/thread']);
    const commandOf = { '/ask': ask, '/date': date, '/topic': topic, '/thread': thread } as const;
    for (const label of labels) {
      const command = commandOf[label?.split(' ')[0] as keyof typeof commandOf];
      const answer = shown(await person.press(command, customId(view, label ?? '')));
      expect(answer.content).not.toMatch(/couldn’t|don’t have|no events|no longer/);
      expect(answer.embeds[0]?.description).toBeTruthy();
    }
  });

  test('mentions commands so that they can be clicked, where they are registered', () => {
    const ids = new Map([['ask', '123456789012345678']]);
    const view = text(helpView({ ...noFacts, commandIds: ids }, [], en));
    expect(view).toContain('</ask:123456789012345678>');
    expect(view).toContain('`/search`');
  });

  test('mentions /digest only to those who may use it', () => {
    const view = (maySetDigest: boolean) => text(helpView({ ...noFacts, maySetDigest }, [], en));
    expect(view(true)).toContain('/digest');
    expect(view(false)).not.toContain('/digest');
  });

  test('says how to import more while only the events that come with the bot are served', () => {
    expect(text(helpView({ ...noFacts, importCommand: 'import them' }, [], en))).toContain('`import them`');
    expect(text(helpView(noFacts, [], en))).not.toContain('import');
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
