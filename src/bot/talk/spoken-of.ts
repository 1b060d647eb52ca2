import type { Message } from 'discord.js';
import type { NewsEvent } from '../../events/event.js';
import { unpackComponentId } from '../../views/component-id.js';
import type { Services } from '../asked.js';
import { customIdsOf } from '../component-tree.js';

/**
 * The events a message goes on from, the latest first: those of the answer it replies to, those the last public answers
 * in its channel spoke of, and in a story's thread the one it was opened for.
 */
export async function spokenOf(
  message: Message,
  { archive, talk, threads }: Pick<Services, 'archive' | 'talk' | 'threads'>,
): Promise<NewsEvent[]> {
  const thread = await threads.get(message.channelId);
  const ids = [
    ...(await repliedTo(message)),
    ...(await talk.of(message.channelId)),
    ...(thread ? [thread.eventId] : []),
  ];
  const events = await Promise.all([...new Set(ids)].map((id) => archive.event(id)));
  return events.filter((event) => event !== null);
}

/** The event whose story the thread of a message follows; null elsewhere. */
export async function storyAround(
  message: Message,
  { archive, threads }: Pick<Services, 'archive' | 'threads'>,
): Promise<NewsEvent | null> {
  const thread = await threads.get(message.channelId);
  return thread && archive.event(thread.eventId);
}

/** The ids of the events that the buttons of the bot's own message mean, where a message replies to one. */
async function repliedTo(message: Message): Promise<string[]> {
  if (!message.reference?.messageId) return [];
  const answer = await message.fetchReference().catch(() => null);
  if (answer?.author.id !== message.client.user.id) return [];
  return customIdsOf(answer).flatMap((customId) => {
    const id = customId ? unpackComponentId(customId) : null;
    return id && 'event' in id ? [id.event] : [];
  });
}
