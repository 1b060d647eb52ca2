import { withoutDanglingCitations } from './dangling-citations.js';
import type { NewsEvent, RelatedEvent } from './event.js';
import type { DayListing, DraftLink, EventDraft } from './event-draft.js';
import { eventId } from './event-id.js';
import { foldName, type KnownTerms } from './known-terms.js';
import { takeApart } from './lead-in.js';

/** The names, each once whatever its spelling, in order; without those in `except`. */
export function uniqueNames(names: Iterable<string>, except: readonly string[] = []): string[] {
  const seen = new Set(except.map(foldName));
  const unique: string[] = [];
  for (const name of names) {
    const folded = foldName(name);
    if (folded === '' || seen.has(folded)) continue;
    seen.add(folded);
    unique.push(name);
  }
  return unique;
}

function namesOf(link: DraftLink, terms: KnownTerms): readonly string[] {
  return typeof link.context === 'string' ? terms.namesIn(link.context) : link.context;
}

/** Whether a file's own context lists or topic lines hold a name whole: then it is a story's name for certain. */
function knownTo(draft: EventDraft, listings: readonly DayListing[]): (name: string) => boolean {
  let topics: ReadonlySet<string> | undefined;
  let lists: string | undefined;
  // Few headlines ask, so what answers is made on the first question.
  return (name) => {
    topics ??= new Set([...draft.topics, ...listings.flatMap((l) => l.topics)].map(foldName));
    lists ??= [...draft.related, ...listings]
      .map(({ context }) => `, ${typeof context === 'string' ? context : context.join(', ')}, `)
      .join('\n');
    return topics.has(foldName(name)) || lists.includes(`, ${name}, `);
  };
}

/** An event that is linked to by a path, a name and a relative path is one; it has the first headline that a link gives it. */
function eachOnce(links: readonly RelatedEvent[], written: readonly DraftLink[]): readonly RelatedEvent[] {
  if (written.every(({ path }, i) => path === links[i]?.path)) return links;
  const byPath = new Map<string, RelatedEvent>();
  for (const link of links) {
    const known = byPath.get(link.path);
    if (known === undefined) byPath.set(link.path, link);
    else if (known.headline === '') byPath.set(link.path, { ...known, headline: link.headline });
  }
  return [...byPath.values()];
}

/** What putting an event together needs to know of the rest of the folder. */
export interface EventSurroundings {
  readonly terms: KnownTerms;
  /** The path in the folder that a link means; `from` is the file it is in. */
  readonly locate: (link: string, from: string) => string;
  /** Whether the writer withheld the file of a path: no link may mention it. */
  readonly isKeptBack?: (path: string) => boolean;
}

/**
 * Makes the event out of what its file says and of what day pages say about it. `terms` decides where context lists
 * are cut; the event's identity doesn't depend on it.
 */
export function composeEvent(
  draft: EventDraft,
  listings: readonly DayListing[],
  { terms, locate, isKeptBack = () => false }: EventSurroundings,
): NewsEvent {
  const { path, date, headline } = draft;
  const { leadIns, sentence: told } = takeApart(headline, knownTo(draft, listings));
  const sentence = withoutDanglingCitations(told);
  const story = draft.story ?? leadIns[0] ?? null;
  const topics = uniqueNames([
    ...(story === null ? [] : [story]),
    ...leadIns,
    ...draft.topics,
    ...listings.flatMap((l) => l.topics),
  ]);
  const linked = draft.related.map((link) => ({
    path: locate(link.path, path),
    headline: link.headline,
    context: namesOf(link, terms),
  }));
  const related = eachOnce(linked, draft.related).filter(
    (link) => link.path !== path && !isKeptBack(link.path),
  );
  // The same few lists and names come with every link: as sets first, so that few are folded.
  const lists = new Set([...listings.map((l) => namesOf(l, terms)), ...related.map((r) => r.context)]);
  const context = uniqueNames(new Set([...lists].flat()), topics);
  const summary = draft.summary || (listings.find((l) => l.summary !== '')?.summary ?? '');
  const id = draft.id ?? eventId(date, sentence);
  const { sources } = draft;
  return { id, path, date, story, headline, sentence, summary, topics, context, sources, related };
}

/** A draft of an event that has no file and is only on a day page. */
export function draftOfListing(listing: DayListing): EventDraft {
  const { path, date, headline, summary } = listing;
  return {
    path,
    date,
    headline,
    summary,
    story: null,
    topics: [],
    sources: [],
    related: [],
    id: null,
    aliases: [],
  };
}
