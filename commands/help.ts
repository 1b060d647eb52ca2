import type { Archive } from '../src/archive/archive.js';
import { newestFirst } from '../src/archive/topic-summary.js';
import type { Asked, Command } from '../src/bot/command.js';
import { slashCommand } from '../src/bot/command-json.js';
import { dateParts } from '../src/events/calendar-date.js';
import type { NewsEvent } from '../src/events/event.js';
import { monthOf } from '../src/time/spans.js';
import { textRoom } from '../src/views/component-id.js';
import { type Example, helpView } from '../src/views/help-view.js';
import { packText } from '../src/views/packed-text.js';
import { en } from '../src/views/sentences/en.js';
import type { Sentences } from '../src/views/sentences/sentences.js';
import { maySetDigest } from './digest.js';

/** What imports the world's news. */
export const IMPORT_COMMAND = 'npx dateline import --days 30';

/** `/help`: what can be asked, with examples made from the events that are loaded. */
export const help: Command = {
  json: slashCommand({ name: 'help', description: en.commands.help.description }),

  async run(call) {
    const { archive, say, commandIds = new Map<string, string>(), onlyShipped = false } = call;
    const { events, first, last } = await archive.extent();
    const importCommand = onlyShipped ? IMPORT_COMMAND : null;
    const facts = { events, first, last, commandIds, maySetDigest: maySetDigest(call), importCommand };
    return { kind: 'show', view: helpView(facts, await examples(call), say), private: true };
  },
};

/** Things to ask about the topics with the most events: a question, a month, a topic, a story. */
async function examples(asked: Asked): Promise<Example[]> {
  const { archive, longTexts, say, today } = asked;
  const topics = await topicsWithNewest(archive);
  const [first] = topics;
  if (!first) return [];
  const asking = await answeredQuestion(archive, topics, say, asked);
  const { year, month } = dateParts(first.event.date);
  const span = monthOf(year, month);
  const topic = await packText(longTexts, textRoom.topic, first.topic);
  return [
    ...(asking === null
      ? []
      : [
          {
            text: `/ask ${asking}`,
            run: {
              kind: 'ask',
              on: today,
              question: await packText(longTexts, textRoom.ask, asking),
            } as const,
          },
        ]),
    ...(span
      ? [
          {
            text: `/date ${say.month(year, month)}`,
            run: { kind: 'span', go: 'here', page: 0, ...span } as const,
          },
        ]
      : []),
    { text: `/topic ${first.topic}`, run: { kind: 'topic', topic } },
    {
      text: `/thread ${first.event.sentence}`,
      run: { kind: 'story-page', event: first.event.id, page: 0 },
    },
  ];
}

interface TopicWithNewest {
  readonly topic: string;
  readonly event: NewsEvent;
}

/** The topics with the most events, each with the newest of its main events. */
async function topicsWithNewest(archive: Archive): Promise<TopicWithNewest[]> {
  const topics = await archive.suggestTopics('', 5);
  const found = topics.map(async ({ topic }) => {
    const main = (await archive.topic(topic))?.years[0]?.main ?? [];
    const event = newestFirst(main)[0] ?? (await archive.resolveEvent(topic));
    return event ? [{ topic, event }] : [];
  });
  return (await Promise.all(found)).flat();
}

/** A question about one of these topics whose answer is sure and about that topic; null where there is none. */
export async function answeredQuestion(
  archive: Archive,
  topics: readonly TopicWithNewest[],
  say: Sentences,
  { today }: Pick<Asked, 'today'>,
): Promise<string | null> {
  for (const { topic, event } of topics) {
    const { year, month } = dateParts(event.date);
    for (const question of [
      say.help.example.whatHappened(topic, say.month(year, month)),
      say.help.example.latest(topic),
    ]) {
      const { answered, hits } = await archive.ask(question, { today });
      if (answered && hits[0]?.event.topics.includes(topic)) return question;
    }
  }
  return null;
}

/** A question that the events answer, for the start; null where there is none. */
export async function exampleQuestion(archive: Archive, say: Sentences, today: Asked['today']) {
  return answeredQuestion(archive, await topicsWithNewest(archive), say, { today });
}
