import type { Archive } from '../src/archive/archive.js';
import type { Command } from '../src/bot/command.js';
import { slashCommand } from '../src/bot/command-json.js';
import { dateParts } from '../src/events/calendar-date.js';
import { type Examples, helpView } from '../src/views/help-view.js';
import { en } from '../src/views/sentences/en.js';
import type { Sentences } from '../src/views/sentences/sentences.js';

/** `/help`: what can be asked, with examples made from the events that are loaded. */
export const help: Command = {
  json: slashCommand({ name: 'help', description: en.commands.help.description }),

  async run({ archive, say }) {
    const view = helpView(await archive.extent(), await examples(archive, say), say);
    return { kind: 'show', view, private: true };
  },
};

/** Things to type about the newest main event of the topic with the most events. */
async function examples(archive: Archive, say: Sentences): Promise<Examples> {
  const [most] = await archive.suggestTopics('', 1);
  const topic = most ? await archive.topic(most.topic) : null;
  const event = topic?.years[0]?.main[0];
  if (!topic || !event) return { question: null, search: null, date: null, thread: null };
  const { year, month } = dateParts(event.date);
  return {
    question: say.help.example.whatHappened(topic.topic, say.month(year, month)),
    search: topic.topic,
    date: say.date(event.date),
    thread: event.sentence.length <= 120 ? event.sentence : topic.topic,
  };
}
