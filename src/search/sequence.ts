import type { Concept } from './concept.js';
import type { EventIndex } from './event-index.js';
import { coverage } from './features.js';
import { Matcher } from './match.js';
import { sameReport } from './near-duplicates.js';
import type { Question } from './question.js';
import type { Ranked } from './rank/ranked.js';
import type { LexicalCandidates } from './retrieve/lexical-candidates.js';
import { SEQUENCE } from './weights.js';

// Each begins at the first of its words: looked for from every place, long questions would take long.
const NEXT = [
  /^(?:(?!\bwhat (?:happened|came|followed|went on|was next|were)\b).)*\bwhat (?:happened|came|followed|went on|was next|were)\b.*\b(?:after|since|following)\b/i,
  /\bwhat (?:became|came|has become|had become|ever became) of\b(?! (?:it|them|that)\b)/i,
  /\bwhat (?:followed|came next|happened next|came after|comes next|happened afterwards)\b/i,
  /^(?:(?!\bhow (?:did|has|have)\b).)*\bhow (?:did|has|have)\b.*\b(?:end(?:ed)?|go on|gone on|develop(?:ed)?|continued?|unfold(?:ed)?|turn(?:ed)? out|play(?:ed)? out|pan(?:ned)? out|evolved?|proceed(?:ed)?)\b/i,
  /\bin the (?:\w+ )?(?:hours|days|weeks|months|years) (?:after|following|since)\b/i,
  /\b(?:aftermath|aftereffects|consequences) of\b/i,
  /^(?:(?!\bwhat (?:happened|happend|has happened|ever happened)\b).)*\bwhat (?:happened|happend|has happened|ever happened)\b.*\b(?:in the end|next|then|later|afterwards|eventually)\b/i,
  /\b(?:who|what|where) (?:\w+ )?ended up\b/i,
  /^(?:(?!\bwhat did\b).)*\bwhat did\b(?:(?!\bdo\b).)*\bdo\b.*\b(?:after|once|since|following)\b/i,
  /^(?:(?!\b(?:was|were|did|has|have|is)\b).)*\b(?:was|were|did|has|have|is)\b.*\b(?:ever|again|in the end) (?:after|caught|charged|found|get|got|freed|find|convicted|sentenced)\b/i,
  /\b(?:what|and) (?:came|comes|happened) next\b/i,
];

/** Whether a question asks what came later: "what happened after …", "how did … end", "what became of …". */
export function asksWhatCameNext(question: string): boolean {
  return NEXT.some((pattern) => pattern.test(question));
}

/**
 * The events that came after the one a question names, in time order. The event named is the best match for the whole
 * question; those that follow share its story and its rarer words, names above all, and lie on its day or later.
 */
export function whatCameNext(
  index: EventIndex,
  question: Question,
  ranked: readonly Ranked[],
  candidates: LexicalCandidates,
): Ranked[] {
  const anchor = anchorOf(index, ranked);
  if (!anchor) return [...ranked];
  const start = index.day(anchor.event);
  const told = conceptsOf(index, anchor.event);
  const stories = storiesOf(index, anchor.event);
  const later = (event: number) => (index.day(event) >= start ? 1 : 0);
  const pool = new Set([
    ...candidates.choose(index, told, later, () => 0),
    ...ranked.map(({ event }) => event).filter((event) => later(event) > 0),
  ]);
  const asked = new Matcher(index, question.concepts);
  const linked = new Matcher(index, told);
  const following: Ranked[] = [];
  for (const event of pool) {
    if (event === anchor.event || later(event) === 0 || sameReport(index, anchor.event, event)) continue;
    const matches = asked.match(event);
    const words = coverage(matches);
    const link = coverage(linked.match(event));
    const story = stories.size > 0 && sharesAny(stories, storiesOf(index, event)) ? SEQUENCE.story : 0;
    const days = index.day(event) - start;
    const time = (days === 0 ? SEQUENCE.sameDay : 1) / (1 + days / SEQUENCE.fadeDays);
    const score = (words + SEQUENCE.link * link + story) * time;
    following.push({ event, score, parts: { words, link, story, time }, matches });
  }
  following.sort((a, b) => b.score - a.score);
  const best = following[0]?.score ?? 0;
  const kept = following.filter(
    ({ score, parts }, i) =>
      i < SEQUENCE.most && score >= SEQUENCE.least * best && (parts['story'] || score >= SEQUENCE.floor),
  );
  const inTime = kept.toSorted((a, b) => index.day(a.event) - index.day(b.event) || b.score - a.score);
  return [...inTime, anchor, ...following.slice(kept.length)];
}

/** The event a question starts from: the earliest of those that match it about as well as the best. */
function anchorOf(index: EventIndex, ranked: readonly Ranked[]): Ranked | undefined {
  const [best] = ranked;
  if (!best) return undefined;
  const near = ranked.filter(({ score }) => score >= SEQUENCE.anchor * best.score);
  return near.reduce((a, b) => (index.day(b.event) < index.day(a.event) ? b : a), best);
}

/** The distinct words of an event as things to look for, names above others. */
function conceptsOf(index: EventIndex, event: number): Concept[] {
  const ids = [...new Set(index.places(event))].filter((id) => id !== 0);
  return ids.map((id, place) => {
    const name = index.vocabulary.isName(id);
    const term = index.vocabulary.terms[id] ?? '';
    const weight = index.rarity(id) * (name ? SEQUENCE.name : 1);
    const similar = [{ ids: [id], nearness: 1 }];
    return {
      text: term,
      word: index.vocabulary.words[id] ?? term,
      term,
      id,
      weight,
      name,
      number: false,
      asking: false,
      start: 0,
      end: 0,
      place,
      similar,
    };
  });
}

function storiesOf(index: EventIndex, number: number): Set<string> {
  const event = index.event(number);
  return new Set(event ? [event.story ?? '', ...event.topics].filter((name) => name !== '') : []);
}

function sharesAny(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  for (const name of one) if (other.has(name)) return true;
  return false;
}
