import type { CommandInteraction, MessageComponentInteraction } from 'discord.js';
import { hint } from '../../views/hint.js';
import type { Services } from '../asked.js';
import type { Asked } from '../command.js';
import type { Responder } from '../responder.js';

/** Continues to post a thread's story where that stopped. The button goes, the posts come after the answer. */
export async function continuePosting(
  interaction: CommandInteraction | MessageComponentInteraction,
  responder: Responder,
  { say }: Asked,
  { threads, poster }: Services,
): Promise<void> {
  const thread = await threads.get(interaction.channelId);
  if (!thread) return responder.tell(hint(say.thread.forgotten));
  const { threadId } = thread;
  if (poster.isPosting(threadId)) return responder.tell(hint(say.thread.stillPosting));
  if (thread.toPost.length === 0) return responder.tell(hint(say.thread.allPosted));
  try {
    await responder.takeButtons(['go-on'], say.thread.goingOn);
  } finally {
    void poster.post(threadId);
  }
}
