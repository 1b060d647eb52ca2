import { EventArchive } from '../../src/archive/event-archive.js';
import type { NewsEvent } from '../../src/events/event.js';
import { openModels } from '../../src/search/encode/open-models.js';

/** An archive over some events as the bot runs it: with the shipped models, every event with its vector. */
export async function archiveOver(events: readonly NewsEvent[]): Promise<EventArchive> {
  const archive = await EventArchive.over(events, await openModels());
  await archive.encoded();
  return archive;
}
