import type { Asked, Command } from '../src/bot/command.js';
import { slashCommand } from '../src/bot/command-json.js';
import { answeredQuestion, topicsWithNewest } from '../src/bot/example-question.js';
import { IMPORT_COMMAND } from '../src/bot/import-command.js';
import { maySetDigest } from '../src/bot/manages-server.js';
import { dateParts } from '../src/events/calendar-date.js';
import { monthOf } from '../src/time/spans.js';
import { textRoom } from '../src/views/component-id.js';
import { type Example, helpView } from '../src/views/help-view.js';
import { packText } from '../src/views/packed-text.js';
import { en } from '../src/views/sentences/en.js';

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
