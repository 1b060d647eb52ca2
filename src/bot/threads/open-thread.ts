import {
  ChannelType,
  type CommandInteraction,
  type MessageComponentInteraction,
  MessageFlags,
  PermissionFlagsBits,
} from 'discord.js';
import type { Logger } from 'pino';
import { chapters, mainLine } from '../../archive/story/main-line.js';
import type { StoryThread } from '../../store/story-threads.js';
import { hint } from '../../views/hint.js';
import { prefaced, withoutFiles } from '../../views/message.js';
import { threadName } from '../../views/story-thread-view.js';
import type { Services } from '../asked.js';
import type { Asked, OpenThread } from '../command.js';
import { threadRefused } from '../discord-error.js';
import type { Responder } from '../responder.js';
import { storyKey, storyThread } from './story-key.js';
import { openPost, openThreadOn, type ThreadHome, threadHome } from './thread-home.js';
import { threadObstacle } from './thread-place.js';
import { wakeThread } from './thread-state.js';

/** A wish for a thread, with all that grants it. */
interface Wish {
  readonly outcome: OpenThread;
  readonly interaction: CommandInteraction | MessageComponentInteraction;
  readonly responder: Responder;
  readonly to: Asked;
  readonly services: Services;
  readonly log: Logger;
}

/**
 * Opens the thread an outcome asks for, or points to the one there is; where a thread can't be, shows the same in place
 * and says why. What is posted in it comes after the answer, from the poster. One channel's wishes are granted one
 * after the other, so that two people who ask at once get one thread.
 */
export async function openThread(wish: Wish): Promise<void> {
  const { outcome, interaction, responder, to, services } = wish;
  const pressedOn = interaction.isMessageComponent() ? interaction.message : null;
  const obstacle = pressedOn?.flags.has(MessageFlags.Ephemeral)
    ? to.say.thread.answerIsPrivate
    : threadObstacle(to.place, to.say);
  const home = threadHome(interaction);
  if (obstacle !== null || home === null)
    return responder.show(prefaced(obstacle ?? to.say.thread.noThreadsHere, outcome.instead));
  await responder.patiently(
    services.openings.run(home.id, async () => {
      const { threads, archive } = services;
      const present = await storyThread(threads, archive, home.id, outcome.story, outcome.event);
      if (!present || !(await pointTo(present, wish))) await open(home, wish);
    }),
  );
}

/** Tells where the story's thread is, or in it all of the story at a glance; false where it was deleted meanwhile. */
async function pointTo({ threadId, toPost }: StoryThread, wish: Wish): Promise<boolean> {
  const { outcome, interaction, responder, to, services } = wish;
  if (threadId === interaction.channelId) {
    await responder.tell(prefaced(to.say.thread.here, outcome.instead));
    if (toPost.length > 0) void services.poster.post(threadId);
    return true;
  }
  const state = await wakeThread(interaction.client.rest, threadId);
  if (state === 'gone') {
    await services.threads.remove(threadId);
    return false;
  }
  const say = { open: 'present', locked: 'presentLocked', archived: 'presentArchived' } as const;
  await responder.tell(hint(to.say.thread[say[state]](threadId)));
  if (toPost.length > 0) void services.poster.post(threadId);
  return true;
}

async function open(home: ThreadHome, wish: Wish): Promise<void> {
  const { outcome, responder, to, log } = wish;
  try {
    await create(home, wish);
  } catch (error) {
    if (!threadRefused(error)) throw error;
    log.warn({ err: error }, 'a thread was refused');
    await responder.show(prefaced(to.say.thread.refused, outcome.instead));
  }
}

/** A command's answer carries its thread, and so does an answer whose button was pressed; other threads belong to no message. */
async function create(home: ThreadHome, wish: Wish): Promise<void> {
  const { outcome, interaction, responder, to, services } = wish;
  const { story, event } = outcome;
  const name = threadName(story);
  const attaches = PermissionFlagsBits.AttachFiles | PermissionFlagsBits.Administrator;
  const opening = (to.place.permissions & attaches) !== 0n ? outcome.opening : withoutFiles(outcome.opening);
  const pressedOn = interaction.isMessageComponent() ? interaction.message : null;
  const isHere = interaction.channelId === home.id;
  const leftBehind = await findLeftBehind(home, name, wish);
  await responder.deferReply(pressedOn !== null || !isHere || leftBehind !== null);

  let threadId: string;
  let isOpened = true;
  if (leftBehind !== null) threadId = leftBehind;
  else if (home.type === ChannelType.GuildForum)
    threadId = await openPost(home, name, opening, services.layout);
  else if (isHere && !pressedOn) threadId = await openThreadOn(home, await responder.edit(opening), name);
  else {
    threadId = await openThreadOn(home, isHere ? pressedOn : null, name);
    isOpened = false;
  }

  const line = mainLine(story);
  await services.threads.opened({
    threadId,
    guildId: home.guildId,
    channelId: home.id,
    story: storyKey(story, event),
    eventId: event,
    first: line[0]?.event.id ?? event,
    last: line.at(-1)?.event.id ?? event,
    toPost: chapters(story).map((told) => told.event.id),
  });
  if (pressedOn || !isHere || leftBehind !== null) await responder.tell(hint(to.say.thread.opened(threadId)));
  void services.poster.post(threadId, isOpened ? null : opening);
}

/** A thread that a crash left behind between its opening and its being noted: its story is posted now, and no second one is opened. */
async function findLeftBehind(home: ThreadHome, name: string, wish: Wish): Promise<string | null> {
  const me = wish.interaction.client.user.id;
  const found = [...home.threads.cache.values()].find(
    (t) => t.name === name && t.ownerId === me && !t.archived,
  );
  return found && (await wish.services.threads.get(found.id)) === null ? found.id : null;
}
