import { askedTime } from '../src/archive/asked-time.js';
import { askedTopic } from '../src/archive/asked-topic.js';
import type { Asked, Show, Tell } from '../src/bot/command.js';
import { smallTalk } from '../src/bot/small-talk.js';
import { hint } from '../src/views/hint.js';
import { showSpan } from './date.js';
import { showSummary } from './topic.js';

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
  return topic && showSummary(asked, topic);
}
