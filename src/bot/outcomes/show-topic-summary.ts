import type { TopicSummary } from '../../archive/dates.js';
import { textRoom } from '../../views/component-id.js';
import { packText } from '../../views/packed-text.js';
import { topicPicture, topicView } from '../../views/topic-view.js';
import type { Asked, Show } from '../command.js';

/** All there is on a topic; "it" means the main event of its latest year from then on. */
export async function showTopicSummary(
  { longTexts, pictures, say, today }: Pick<Asked, 'longTexts' | 'pictures' | 'say' | 'today'>,
  summary: TopicSummary,
): Promise<Show> {
  const here = await packText(longTexts, textRoom['topic-year'], summary.topic);
  const file = await pictures.png(topicPicture(summary, say));
  const view = topicView(summary, here, today, file, say);
  const about = summary.years[0]?.main[0];
  return { kind: 'show', view, here: { kind: 'topic', topic: here }, about: about ? [about.id] : [] };
}
