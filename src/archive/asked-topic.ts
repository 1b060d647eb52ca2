import { trimEnd } from '../events/trim-end.js';
import type { Archive } from './archive.js';
import type { TopicSummary } from './dates.js';

/** Words around a topic's name that ask for nothing more than all there is on it. */
const AROUND =
  /^(?:(?:please|hey|so|ok)\s+){0,4}(?:tell me (?:more |all |everything )?(?:about|on)|what (?:do you know|is there|have you(?: got)?) (?:about|on)|(?:the )?(?:story|history|timeline|overview|summary) of|(?:show me|give me) (?:the )?|all about|everything (?:about|on))\s+|\s(?:timeline|story|history|overview|summary)$/giu;
/** For a topic with fewer events, the event that answers is shown. */
const LEAST_EVENTS = 3;

/** The topic a question asks all of and nothing else: "Brexit", "tell me about Brexit", "Brexit timeline"; else null. */
export async function askedTopic(
  question: string,
  archive: Pick<Archive, 'topic'>,
): Promise<TopicSummary | null> {
  const name = trimEnd(question.trim(), /[\s?!.？！。]/)
    .replace(AROUND, '')
    .trim();
  const topic = name === '' ? null : await archive.topic(name);
  return topic && topic.total >= LEAST_EVENTS ? topic : null;
}
