import type { Ranked } from '../rank/ranked.js';

/** A plain phrase for why the first event found does not count as an answer. */
export function whyNot([first]: readonly Ranked[]): string {
  if (!first) return 'no event shares a word with the question';
  const named = first.matches.filter(({ concept }) => concept.name && !concept.asking);
  if (named.some(({ concept }) => concept.id === undefined)) return 'a name in the question is in no event';
  const lacking = named.find(({ strength }) => strength === 0);
  if (lacking) return `the nearest event does not mention ${lacking.concept.text}`;
  return 'the nearest event is about something else, or says too little of what is asked';
}
