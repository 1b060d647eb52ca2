import type { NewsEvent } from '../../events/event.js';
import type { StoryReason } from './story.js';
import { foldName, type Tie } from './ties.js';

/** At most this many names or words are given as a reason: a person reads them at a glance. */
const MOST_NAMES = 3;

/** Why two events belong together, from the features of both and whether an author linked them. */
export function reasonsFor(
  self: NewsEvent,
  ties: readonly Tie[],
  otherTies: readonly Tie[],
  linked: boolean,
): StoryReason[] {
  const others = new Set(otherTies.map(({ key }) => key));
  const shared = ties.filter(({ key }) => others.has(key));
  const reasons: StoryReason[] = [];
  const topic = shared.find((tie) => tie.kind === 'topic');
  if (topic) reasons.push({ kind: 'same-story', story: topic.text });
  if (linked) reasons.push({ kind: 'linked' });
  const topics = new Set(self.topics.map(foldName));
  const told = (tie: Tie) => ![...topics].some((topic) => topic.includes(foldName(tie.text)));
  const whole = shared.filter((tie) => tie.kind === 'name' && told(tie)).map((tie) => tie.text);
  const parts = shared
    .filter((tie) => tie.kind === 'part' && told(tie))
    .map((tie) => tie.text)
    .filter(isName);
  const names = distinct([...whole, ...joined(parts, self.sentence)]);
  if (names.length > 0) reasons.push({ kind: 'shared-context', names });
  if (reasons.length === 0) {
    const words = distinct(shared.filter((tie) => tie.kind !== 'topic').map((tie) => tie.text));
    if (words.length > 0) reasons.push({ kind: 'shared-words', words });
  }
  return reasons;
}

/** Parts of names that stand side by side in a sentence, as one: "Ingrid", "Solberg". */
function joined(parts: readonly string[], sentence: string): string[] {
  const at = (part: string) => sentence.indexOf(part);
  const inOrder = parts.filter((part) => at(part) >= 0).sort((a, b) => at(a) - at(b));
  const names: string[] = [];
  for (const part of inOrder) {
    const last = names.at(-1);
    if (last !== undefined && sentence.includes(`${last} ${part}`))
      names[names.length - 1] = `${last} ${part}`;
    else names.push(part);
  }
  return names;
}

/** The first texts, none that only repeats another: "Putin" beside "Vladimir Putin". */
function distinct(texts: readonly string[]): string[] {
  const kept: string[] = [];
  for (const text of texts) {
    if (!kept.some((other) => foldName(other).includes(foldName(text)))) kept.push(text);
    if (kept.length === MOST_NAMES) break;
  }
  return kept;
}

/** Capitalised, or written without capitals at all. */
function isName(text: string): boolean {
  return /^(?:\p{Lu}|\p{Lo})/u.test(text);
}
