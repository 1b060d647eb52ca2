import { DiscordAPIError, type REST, RESTJSONErrorCodes, Routes } from 'discord.js';
import type { APIThreadChannel } from 'discord-api-types/v10';
import { refusedWith } from '../discord-error.js';

/** How a thread was found: to be written in, locked by a moderator, kept in the archive, or deleted. */
export type ThreadState = 'open' | 'locked' | 'archived' | 'gone';

/** Looks at a thread, and takes it out of the archive where that can be. */
export async function wakeThread(rest: REST, threadId: string): Promise<ThreadState> {
  let thread: APIThreadChannel;
  try {
    thread = (await rest.get(Routes.channel(threadId))) as APIThreadChannel;
  } catch (error) {
    if (refusedWith(error, RESTJSONErrorCodes.UnknownChannel)) return 'gone';
    throw error;
  }
  if (thread.thread_metadata?.locked) return 'locked';
  if (!thread.thread_metadata?.archived) return 'open';
  try {
    await rest.patch(Routes.channel(threadId), { body: { archived: false } });
    return 'open';
  } catch (error) {
    if (error instanceof DiscordAPIError) return 'archived';
    throw error;
  }
}
