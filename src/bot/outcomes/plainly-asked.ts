import { askedTime } from '../../archive/asked-time.js';
import { askedTopic } from '../../archive/asked-topic.js';
import { hint } from '../../views/hint.js';
import type { Asked, Show, Tell } from '../command.js';
import { smallTalk } from '../small-talk.js';
import { showSpan } from './show-span.js';
import { showTopicSummary } from './show-topic-summary.js';

/**
 * What answers a question that needs no search: small talk, a time or a topic that is all it asks for. Null for a
 * question that an event has to answer.
 */
export async function plainlyAsked(
  question: string,
  asked: Pick<Asked, 'archive' | 'longTexts' | 'pictures' | 'say' | 'today'>,
): Promise<Show | Tell | null> {
  const { archive, say, today } = asked;
  const said = smallTalk(question);
  if (said !== null) return { kind: 'tell', view: hint(say.talk.smallTalk[said]) };
  const time = askedTime(question, today);
  if (time) return showSpan(asked, time.span, 0, time.relative ? say.understood.utc : '');
  const topic = await askedTopic(question, archive);
  return topic && showTopicSummary(asked, topic);
}
