import {
  ChannelType,
  type CommandInteraction,
  type Message,
  type MessageComponentInteraction,
  MessageFlags,
  type PublicThreadChannel,
  RESTJSONErrorCodes,
  type TextChannel,
  ThreadAutoArchiveDuration,
} from 'discord.js';
import type { Logger } from 'pino';
import { hint } from '../views/hint.js';
import { prefaced } from '../views/message.js';
import type { Asked, OpenThread } from './command.js';
import { refusedWith, threadRefused } from './discord-error.js';
import { payload } from './payload.js';
import type { Responder } from './responder.js';
import { threadObstacle } from './thread-place.js';

/**
 * Opens the thread an outcome asks for and posts in it, or points to the one there is; where a thread can't be, shows
 * the same in place and says why. A failure between two posts leaves a thread that says how far it got.
 */
export async function openThread(
  outcome: OpenThread,
  interaction: CommandInteraction | MessageComponentInteraction,
  responder: Responder,
  { place, say }: Asked,
  log: Logger,
): Promise<void> {
  const pressedOn = interaction.isMessageComponent() ? interaction.message : null;
  const obstacle = pressedOn?.flags.has(MessageFlags.Ephemeral)
    ? say.thread.answerIsPrivate
    : threadObstacle(place, say);
  const channel = interaction.channel;
  if (obstacle !== null || channel === null || !hasThreads(channel))
    return responder.show(prefaced(obstacle ?? say.thread.noThreadsHere, outcome.instead));

  const present = await findThread(channel, outcome.name, interaction.client.user.id);
  if (present) return responder.tell(hint(say.thread.present(present.id)));

  await responder.deferReply(pressedOn !== null);
  let thread: PublicThreadChannel;
  try {
    const on = pressedOn ?? (await responder.edit(outcome.opening));
    thread = await startThread(channel, on, outcome.name);
  } catch (error) {
    if (!threadRefused(error)) throw error;
    log.warn({ err: error }, 'a thread was refused');
    return responder.show(prefaced(say.thread.refused, outcome.instead));
  }
  if (pressedOn) await responder.tell(hint(say.thread.opened(thread.id)));
  const posts = pressedOn ? [outcome.opening, ...outcome.posts] : outcome.posts;
  await post(thread, posts.map(payload), (done) => say.thread.brokeOff(done, posts.length), log);
}

function hasThreads(channel: { type: ChannelType }): channel is TextChannel {
  return channel.type === ChannelType.GuildText || channel.type === ChannelType.GuildAnnouncement;
}

/** The thread of this name that Dateline opened in a channel, unarchived, or null. */
async function findThread(channel: TextChannel, name: string, owner: string) {
  const thread = channel.threads.cache.find((t) => t.name === name && t.ownerId === owner);
  if (thread?.archived) await thread.setArchived(false).catch(() => undefined);
  return thread ?? null;
}

/** Hangs a thread on a message; beside it, where the message already has a thread about something else. */
async function startThread(channel: TextChannel, on: Message, name: string) {
  const autoArchiveDuration = ThreadAutoArchiveDuration.OneWeek;
  try {
    const thread = await channel.threads.create({ name, autoArchiveDuration, startMessage: on.id });
    return thread as PublicThreadChannel;
  } catch (error) {
    if (!refusedWith(error, RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage)) throw error;
    const thread = await channel.threads.create({ name, autoArchiveDuration });
    return thread as PublicThreadChannel;
  }
}

/** Posts in order, and where one fails says how far it got. */
async function post(
  thread: PublicThreadChannel,
  posts: readonly ReturnType<typeof payload>[],
  brokeOff: (done: number) => string,
  log: Logger,
): Promise<void> {
  let done = 0;
  try {
    for (const next of posts) {
      await thread.send(next);
      done++;
    }
  } catch (error) {
    log.error({ err: error, thread: thread.id, done, of: posts.length }, 'a thread broke off');
    await thread.send(payload(hint(brokeOff(done)))).catch(() => undefined);
  }
}
