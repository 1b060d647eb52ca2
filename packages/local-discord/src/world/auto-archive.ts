import type { Channel } from './channel.js';
import { timeOf } from './snowflake.js';
import { setArchived } from './threads.js';
import type { World } from './world.js';

const MINUTE_MS = 60_000;

/** Archives the threads nobody wrote in for as long as each allows. */
export function archiveQuietThreads(world: World, now = Date.now()): void {
  for (const channel of world.threads({})) if (isQuiet(channel, now)) setArchived(world, channel, true);
}

function isQuiet({ thread, lastMessageId, id }: Channel, now: number): boolean {
  if (!thread || thread.archived) return false;
  const lastChange = Math.max(timeOf(lastMessageId ?? id), Date.parse(thread.archiveTimestamp));
  return now - lastChange > thread.autoArchiveMinutes * MINUTE_MS;
}
