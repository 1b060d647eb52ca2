import type { Archive } from '../archive/archive.js';
import { newestFirst } from '../archive/topic-summary.js';
import { dateParts } from '../events/calendar-date.js';
import type { NewsEvent } from '../events/event.js';
import type { Sentences } from '../views/sentences/sentences.js';
import type { Asked } from './command.js';

/** A topic and what happened last on it. */
export interface TopicWithNewest {
  readonly topic: string;
  readonly event: NewsEvent;
}

/** The topics with the most events, each with the newest of its main events. */
export async function topicsWithNewest(archive: Archive): Promise<TopicWithNewest[]> {
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
