import type { NewsEvent } from '../../events/event.js';
import { causeAsked } from '../../search/read/rules/cause-asked.js';
import type { SearchEngine } from '../../search/search-engine.js';
import type { Answer } from '../answer.js';
import type { StoryFinder } from '../story/story-finder.js';

/** Earlier events that are shown. */
const MOST = 3;

/**
 * Adds to an answer that gives no cause, or no manner, where one was asked for, what just preceded its event. An event with a
 * clause of cause is left to speak for itself.
 */
export async function withUnexplained(
  { engine, stories }: { readonly engine: SearchEngine; readonly stories: StoryFinder },
  answer: Answer,
  question: string,
): Promise<Answer> {
  const asked = causeAsked(question);
  const event = answer.hits[0]?.event;
  if (asked === null || !event || !answer.answered || answer.direct || answer.several) return answer;
  if (asked === 'why' && engine.readByGrammar(question, event).direct) return answer;
  return { ...answer, unexplained: { asked, event, before: await justBefore(stories, event) } };
}

async function justBefore(stories: StoryFinder, event: NewsEvent): Promise<NewsEvent[]> {
  const { events } = await stories.storyOf(event);
  const earlier = events.filter(({ relation, loose }) => relation === 'before' && !loose);
  return earlier.slice(-MOST).map(({ event }) => event);
}
