import { expect, test } from 'vitest';
import { DateArchive } from '../../src/archive/date-archive.js';
import type { PackedText } from '../../src/views/packed-text.js';
import { en } from '../../src/views/sentences/en.js';
import { topicView } from '../../src/views/topic-view.js';
import { madeUp, sources } from '../archive/events.js';

test('a topic of many years names three main events of different years, not the last ones', () => {
  const archive = new DateArchive();
  for (let year = 2010; year < 2018; year++) {
    const story = 'Causeway';
    archive.put(madeUp(`${year}-03-01`, `Vote of ${year}`, { story, sources: sources(5) }));
    archive.put(madeUp(`${year}-09-01`, `Ribbon of ${year}`, { story, sources: sources(1) }));
  }
  const topic = archive.topic('Causeway');
  if (!topic) throw new Error('no topic');
  const view = topicView(topic, '=Causeway' as PackedText, '2020-01-01', null, en);
  const told = view.embeds[0]?.description ?? '';
  expect(told.match(/Vote of \d{4}/g)).toHaveLength(3);
  expect(told).not.toContain('Ribbon of');
});
