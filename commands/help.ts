import type { Archive } from '../src/archive/archive.js';
import { newestFirst } from '../src/archive/topic-summary.js';
import type { Command } from '../src/bot/command.js';
import { slashCommand } from '../src/bot/command-json.js';
import { type CalendarDate, dateParts } from '../src/events/calendar-date.js';
import type { NewsEvent } from '../src/events/event.js';
import { type Examples, helpView } from '../src/views/help-view.js';
import { en } from '../src/views/sentences/en.js';
import type { Sentences } from '../src/views/sentences/sentences.js';
import { maySetDigest } from './digest.js';

/** `/help`: what can be asked, with examples made from the events that are loaded. */
export const help: Command = {
  json: slashCommand({ name: 'help', description: en.commands.help.description }),

  async run(call) {
    const { archive, say, today } = call;
    const view = helpView(
      await archive.extent(),
      await examples(archive, say, today),
      maySetDigest(call),
      say,
    );
    return { kind: 'show', view, private: true };
  },
};

/** Things to type about the topics with the most events. A question is only offered where it finds its answer. */
async function examples(archive: Archive, say: Sentences, today: CalendarDate): Promise<Examples> {
  const topics = (await archive.suggestTopics('', 5)).map(({ topic }) => topic);
  const told = await Promise.all(
    topics.map(async (topic) => ({ topic, event: await newest(archive, topic) })),
  );
  const first = told[0];
  if (!first?.event) return { question: null, search: first?.topic ?? null, date: null, thread: null };
  return {
    question: await firstAnswered(archive, questions(told, say), today),
    search: first.topic,
    date: say.date(first.event.date),
    thread: first.event.sentence.length <= 120 ? first.event.sentence : first.topic,
  };
}

/** The newest main event of a topic. */
async function newest(archive: Archive, topic: string): Promise<NewsEvent | null> {
  const main = (await archive.topic(topic))?.years[0]?.main ?? [];
  return newestFirst(main)[0] ?? archive.resolveEvent(topic);
}

function questions(told: readonly { topic: string; event: NewsEvent | null }[], say: Sentences): string[] {
  return told.flatMap(({ topic, event }) => {
    if (!event) return [];
    const { year, month } = dateParts(event.date);
    return [say.help.example.whatHappened(topic, say.month(year, month)), say.help.example.latest(topic)];
  });
}

async function firstAnswered(archive: Archive, questions: readonly string[], today: CalendarDate) {
  for (const question of questions) if ((await archive.ask(question, { today })).answered) return question;
  return null;
}
