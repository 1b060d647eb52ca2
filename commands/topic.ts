import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import type { TopicCount } from '../src/archive/dates.js';
import type { Asked, Command, Outcome } from '../src/bot/command.js';
import { slashCommand } from '../src/bot/command-json.js';
import { searchPage } from '../src/bot/outcomes/search-page.js';
import { showTopicSummary } from '../src/bot/outcomes/show-topic-summary.js';
import { privateOption } from '../src/bot/private-option.js';
import { calendarDate } from '../src/events/calendar-date.js';
import { textRoom } from '../src/views/component-id.js';
import { hint } from '../src/views/hint.js';
import { packText, unpackText } from '../src/views/packed-text.js';
import { en } from '../src/views/sentences/en.js';
import { unknownTopicView } from '../src/views/topic-view.js';

const { topic: described } = en.commands;
/** Names offered where a topic is not known. */
const NEAR = 10;
/** At most this many events that have such a name are looked at. */
const SPEAKING = 50;

/** `/topic`: a topic or story, over time and beside others. */
export const topic: Command = {
  json: slashCommand({
    name: 'topic',
    description: described.description,
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'name',
        description: described.name,
        required: true,
        autocomplete: true,
        max_length: 300,
      },
      privateOption,
    ],
  }),

  async run(call) {
    return showTopic(call, call.options.text('name') ?? '');
  },

  async autocomplete({ archive, say, typed }) {
    const topics = await archive.suggestTopics(typed, 25);
    return topics.map(({ topic, events }) => ({ name: say.search.topicEvents(topic, events), value: topic }));
  },

  presses: {
    async topic(press) {
      const name = await unpackText(press.longTexts, press.id.topic);
      return name === null ? textGone(press) : showTopic(press, name);
    },
    topics: (press) => showTopic(press, press.values[0] ?? ''),
    async 'topic-year'(press) {
      const name = await unpackText(press.longTexts, press.id.topic);
      const year = Number(press.values[0]);
      if (name === null) return textGone(press);
      const [from, to] = [calendarDate(year, 1, 1), calendarDate(year, 12, 31)];
      const searched = { query: '', topic: name, from, to, sort: 'newest' } as const;
      return searchPage(press, searched, press.id.on, 0);
    },
  },
};

async function showTopic(asked: Asked, name: string): Promise<Outcome> {
  const { archive, say } = asked;
  const read = await archive.readTopic(name, NEAR);
  const summary = read.kind === 'topic' ? await archive.topic(read.topic) : null;
  if (!summary) {
    const near = read.kind === 'unknown' && read.near.length > 0 ? read.near : await speakingOf(asked, name);
    return { kind: 'tell', view: unknownTopicView(name, near, await searchFor(asked, name), say) };
  }
  return showTopicSummary(asked, summary);
}

/** The custom_id of a search for the words of a name; null where that finds nothing. */
async function searchFor({ archive, longTexts, today }: Asked, name: string) {
  const { total } = await archive.search({ query: name, today, limit: 1 });
  if (total === 0) return null;
  const query = await packText(longTexts, textRoom.search, name);
  return { ...anywhere, kind: 'search', go: 'here', page: 0, on: today, query } as const;
}

const anywhere = { from: null, to: null, sort: 'relevance', topic: null } as const;

/** The stories of events that say a name which no topic has, those with most of such events first. */
async function speakingOf({ archive, today }: Asked, name: string): Promise<TopicCount[]> {
  const { hits } = await archive.search({ query: name, today, limit: SPEAKING });
  const stories = hits.flatMap(({ event }) => event.story ?? []);
  const counts = await Promise.all(
    [...new Set(stories)].map(async (story) => ({
      topic: story,
      said: stories.filter((other) => other === story).length,
      events: (await archive.topic(story))?.total ?? 0,
    })),
  );
  return counts.toSorted((a, b) => b.said - a.said).slice(0, NEAR);
}

const textGone = ({ say }: Asked): Outcome => ({ kind: 'tell', view: hint(say.errors.textGone) });
