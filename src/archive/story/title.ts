import type { NewsEvent } from '../../events/event.js';
import type { StoryEvent } from './story.js';
import { foldName, tiesOf } from './ties.js';

/** A thread's name has no room for more. */
const MOST_CHARACTERS = 100;
/** A headline as a title is cut to about this many characters. */
const HEADLINE = 80;
/** A name that at least this share of a story's events have is what the story is about. */
const MOST_HAVE = 0.4;
/** The same for a topic. */
const MANY_HAVE = 0.3;

/** What a person would call the story: its topic, else the one name it is about, else the beginning of its headline. */
export function storyTitle(self: NewsEvent, events: readonly StoryEvent[]): string {
  const topic = storyTopic(self, events);
  return cut(topic ?? nameOf(self, events) ?? headlineOf(self.sentence), MOST_CHARACTERS);
}

/**
 * The topic a story goes by: the one the event leads with, else the one of its topics that many of its events share. An
 * event without topics takes the story that many of its events lead with. Null where there is none.
 */
export function storyTopic(self: NewsEvent, events: readonly StoryEvent[]): string | null {
  if (self.story) return self.story;
  const close = closeTo(events);
  const topics = new Map<string, number>();
  const own = new Set(self.topics);
  for (const { event } of close) {
    const names =
      own.size > 0 ? event.topics.filter((topic) => own.has(topic)) : event.story ? [event.story] : [];
    for (const name of names) topics.set(name, (topics.get(name) ?? 0) + 1);
  }
  const [most] = [...topics].sort((a, b) => b[1] - a[1]);
  return most && most[1] >= 2 && most[1] >= close.length * MANY_HAVE ? most[0] : null;
}

const closeTo = (events: readonly StoryEvent[]) =>
  events.filter(({ loose, relation }) => !loose && relation !== 'self');

/** Titles and offices before a name. */
const BEFORE_NAME =
  /^(?:(?:the|former|ex|president|vice|prime|minister|chancellor|premier|senator|governor|mayor|general|king|queen|prince|princess|pope|judge|justice|sir|dr|mr|mrs|ms|secretary|speaker|chief|executive|leader|captain|colonel|of)\s+)+/i;

/** The full name that the chosen event and most of its story have; the one that most have, then the longest. */
function nameOf(self: NewsEvent, events: readonly StoryEvent[]): string | null {
  const close = closeTo(events);
  if (close.length < 2) return null;
  const counts = new Map<string, { name: string; events: number }>();
  for (const name of namesIn(self)) counts.set(foldName(name), { name, events: 0 });
  for (const { event } of close) {
    const text = foldName(event.sentence);
    for (const [folded, count] of counts) if (text.includes(folded)) count.events += 1;
  }
  const [best] = [...counts.values()]
    .filter((count) => count.events >= close.length * MOST_HAVE)
    .sort((a, b) => b.events - a.events || b.name.length - a.name.length);
  return best?.name ?? null;
}

/** The full names in an event's sentence, without titles before them. */
function namesIn(event: NewsEvent): string[] {
  return tiesOf(event)
    .filter(({ kind, told }) => kind === 'name' && told)
    .map(({ text }) => text.replace(BEFORE_NAME, ''))
    .filter((name) => /^\p{Lu}\S*(?:\s+\S+)+$/u.test(name));
}

/** The first sentence or clause of a headline, without its full stop. */
function headlineOf(sentence: string): string {
  if (sentence.length <= HEADLINE) return sentence;
  const clause =
    /^.{30,80}?(?=[;:]\s|,\s(?:and|but|with|as|after|while|when|where|which|who)\s|\.\s\p{Lu})/u.exec(
      sentence,
    );
  return clause ? clause[0] : cut(sentence, HEADLINE);
}

/** Cuts at a word's end. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const head = text.slice(0, most - 1);
  const space = head.lastIndexOf(' ');
  return `${(space > most / 2 ? head.slice(0, space) : head).trimEnd()}…`;
}
