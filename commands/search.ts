import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import type { Command, Options } from '../src/bot/command.js';
import { slashCommand } from '../src/bot/command-json.js';
import { readBoundary } from '../src/bot/date-boundary.js';
import { showEvent } from '../src/bot/outcomes/event-presses.js';
import { searchPage } from '../src/bot/outcomes/search-page.js';
import { privateOption } from '../src/bot/private-option.js';
import { hint } from '../src/views/hint.js';
import { unpackText } from '../src/views/packed-text.js';
import type { Searched } from '../src/views/search-view.js';
import { en } from '../src/views/sentences/en.js';
import { noSuchTopic } from '../src/views/topic-view.js';

const text = ApplicationCommandOptionType.String as const;
const { search: described } = en.commands;
/** Topics named where one is not known. */
const NEAR = 5;

/** `/search`: events by words, narrowed by time and topic, five a page. */
export const search: Command = {
  json: slashCommand({
    name: 'search',
    description: described.description,
    options: [
      {
        type: text,
        name: 'query',
        description: described.query,
        required: true,
        autocomplete: true,
        max_length: 300,
      },
      { type: text, name: 'from', description: described.from, max_length: 100 },
      { type: text, name: 'to', description: described.to, max_length: 100 },
      { type: text, name: 'topic', description: described.topic, autocomplete: true, max_length: 200 },
      {
        type: text,
        name: 'sort',
        description: described.sort,
        choices: (['relevance', 'newest', 'oldest'] as const).map((value) => ({
          name: described.sorts[value],
          value,
        })),
      },
      privateOption,
    ],
  }),

  async run(call) {
    const { archive, options, say, today } = call;
    const query = options.text('query') ?? '';
    const picked = /^[\w-]{11}$/.test(query) ? await archive.event(query) : null;
    if (picked) return showEvent(call, picked.id);
    const from = await readBoundary(call, 'from', options.text('from'));
    if (from.kind === 'problem') return { kind: 'tell', view: hint(from.sentence) };
    const to = await readBoundary(call, 'to', options.text('to'));
    if (to.kind === 'problem') return { kind: 'tell', view: hint(to.sentence) };
    if (from.date !== null && to.date !== null && from.date > to.date)
      return { kind: 'tell', view: hint(say.search.emptyRange(from.date, to.date)) };
    const topic = options.text('topic');
    const read = topic === null ? null : await archive.readTopic(topic, NEAR);
    if (topic !== null && read?.kind === 'unknown')
      return { kind: 'tell', view: hint(noSuchTopic(topic, read.near, say)) };
    const searched = {
      query,
      from: from.date,
      to: to.date,
      topic: read?.kind === 'topic' ? read.topic : null,
      sort: sortOf(options),
    };
    return searchPage(call, searched, today, 0, from.relative || to.relative);
  },

  async autocomplete({ archive, option, typed, say }) {
    const topics = await archive.suggestTopics(typed, option === 'topic' ? 25 : 5);
    const topicChoices = topics.map(({ topic, events }) => ({
      name: say.search.topicEvents(topic, events),
      value: topic,
    }));
    if (option === 'topic' || typed === '') return topicChoices;
    const headlines = await archive.suggestEvents(typed, 20);
    return [
      ...topicChoices,
      ...headlines.map((event) => ({ name: say.event.choice(event.date, event.headline), value: event.id })),
    ];
  },

  presses: {
    async search(press) {
      const { id, longTexts, say } = press;
      const query = await unpackText(longTexts, id.query);
      const topic = id.topic && (await unpackText(longTexts, id.topic));
      if (query === null || (id.topic !== null && topic === null))
        return { kind: 'tell', view: hint(say.errors.textGone) };
      return searchPage(press, { query, topic, from: id.from, to: id.to, sort: id.sort }, id.on, id.page);
    },
  },
};

function sortOf(options: Options): Searched['sort'] {
  const sort = options.text('sort');
  return sort === 'newest' || sort === 'oldest' ? sort : 'relevance';
}
