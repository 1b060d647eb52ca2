import type { NewsEvent } from '../events/event.js';
import { simplified } from '../text/simplified.js';
import { termsOf } from '../text/terms.js';
import type { Story } from './story/story.js';
import { topicKey } from './topic-index.js';

/** What somebody wants to hear of: a topic, the story of one event (by id), or words that an event must hold. */
export type Interest =
  | { readonly kind: 'topic'; readonly topic: string }
  | { readonly kind: 'story'; readonly event: string }
  | { readonly kind: 'words'; readonly words: string };

/** What is needed of the archive to tell what belongs to a story. */
interface Stories {
  event(id: string): Promise<NewsEvent | null>;
  story(id: string): Promise<Story | null>;
}

/** Those of `events` that an interest is met by, in the order given. */
export async function meeting(
  interest: Interest,
  events: readonly NewsEvent[],
  stories: Stories,
): Promise<NewsEvent[]> {
  switch (interest.kind) {
    case 'topic':
      return events.filter((event) => hasTopic(event, interest.topic));
    case 'words': {
      const wanted = tellingTerms(interest.words);
      return wanted.size === 0 ? [] : events.filter((event) => holdsAll(event, wanted));
    }
    case 'story': {
      const anchor = await stories.event(interest.event);
      const story = await stories.story(interest.event);
      const close = story?.events.filter((member) => !member.loose && member.relation !== 'self') ?? [];
      const ids = new Set(close.flatMap(({ event, folded }) => [event.id, ...folded.map((f) => f.id)]));
      // A long story shows its closest events only; whatever leads with its name belongs to it all the same.
      const name = anchor?.story ?? null;
      return events.filter((event) => ids.has(event.id) || (name !== null && hasTopic(event, name)));
    }
  }
}

/** The words of a text that tell something, as terms of the index; none for "of the". */
export function tellingTerms(words: string): ReadonlySet<string> {
  return new Set(termsOf(words).flatMap(({ term }) => term || []));
}

function hasTopic(event: NewsEvent, topic: string): boolean {
  const key = topicKey(topic);
  return event.topics.some((t) => topicKey(t) === key);
}

const HAN_CHARACTER = /^\p{sc=Han}$/u;

/** Whether an event says all of some terms, in its words, topics or names. One Chinese character may stand inside a word. */
export function holdsAll(event: NewsEvent, wanted: ReadonlySet<string>): boolean {
  const text = [event.headline, event.summary, ...event.topics, ...event.context].join('\n');
  const held = new Set(termsOf(text).map(({ term }) => term));
  const holds = (term: string) =>
    held.has(term) || (HAN_CHARACTER.test(term) && simplified(text).includes(term));
  return [...wanted].every(holds);
}
