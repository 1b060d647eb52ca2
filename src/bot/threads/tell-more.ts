import type { CommandInteraction, MessageComponentInteraction } from 'discord.js';
import { chapterBeside, mainLine } from '../../archive/story/main-line.js';
import { hint } from '../../views/hint.js';
import type { Services } from '../asked.js';
import type { Asked, TellMore } from '../command.js';
import type { Responder } from '../responder.js';

/**
 * Posts the next part of a thread's story, once, however many press at once: the store gives a part to the first who
 * asks for it. The button goes, the posts come after the answer.
 */
export async function tellMore(
  { beyond }: TellMore,
  interaction: CommandInteraction | MessageComponentInteraction,
  responder: Responder,
  { say }: Asked,
  { archive, threads, teller }: Services,
): Promise<void> {
  const thread = await threads.get(interaction.channelId);
  if (!thread) return responder.tell(hint(say.thread.forgotten));
  const { threadId } = thread;
  if (beyond && teller.isTelling(threadId)) return responder.tell(hint(say.thread.beingTold));
  if (thread.toPost.length === 0) {
    if (!beyond) return responder.tell(hint(say.thread.allTold));
    const story = await archive.story(thread.eventId);
    if (!story) return responder.tell(hint(say.event.gone));
    const part = chapterBeside(mainLine(story), beyond.edge, beyond.direction).map(({ event }) => event.id);
    const isFirst = part.length > 0 && (await threads.claim(threadId, beyond.direction, beyond.edge, part));
    if (!isFirst) return responder.tell(hint(say.thread.moreTold));
  }
  try {
    await responder.takeButtons(['more', 'go-on'], say.thread.goingOn);
  } finally {
    void teller.tell(threadId);
  }
}
