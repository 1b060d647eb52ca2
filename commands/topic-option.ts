import type { Archive } from '../src/archive/archive.js';

/**
 * The topic an option means: as it is written, without the count a client may send along ("NATO (15 events)" for
 * "NATO"), else the nearest there is; null where it was left out, the words themselves where no topic is near.
 */
export async function readTopic(archive: Archive, written: string | null): Promise<string | null> {
  if (written === null) return null;
  const bare = written.replace(/\s*\([^()]*\)$/, '');
  for (const name of [written, bare]) {
    const found = await archive.topic(name);
    if (found) return found.topic;
  }
  const [near] = await archive.suggestTopics(bare, 1);
  return near?.topic ?? written;
}
