import type { NewsEvent } from '../events/event.js';

/** A link that ends in its day is a page about all of that day: two events that share it need not be one. */
const DAY_PAGE =
  /[/:_-](?:\d{4}[/_-](?:\d\d?|[A-Z][a-z]+)[/_-]\d\d?|\d\d?[/_-][A-Z][a-z]+[/_-]\d{4})(?:\/index)?(?:\.\w+)?\/?$/;

/**
 * The events of one day, those reported in two scripts (English and Chinese, say) once: the one with more sources.
 * Two events are twins where nothing else can be: of all events of the day in the other writing, one links to the other
 * alone, and it alone does; or both cite a page that no other event of the day in either writing cites. What isn't certainly the same stays two events.
 */
export function toldOnce(events: readonly NewsEvent[]): readonly NewsEvent[] {
  const writings = new Set(events.map(writingOf));
  if (writings.size < 2) return events;
  const left = new Set<NewsEvent>();
  for (const [one, other] of twinsAmong(events)) left.add(byWorth(one, other) <= 0 ? other : one);
  return events.filter((event) => !left.has(event));
}

function twinsAmong(events: readonly NewsEvent[]): [NewsEvent, NewsEvent][] {
  const byPath = new Map(events.map((event) => [event.path, event]));
  const citing = new Map<string, NewsEvent[]>();
  const linking = new Map<NewsEvent, NewsEvent[]>();
  const twins: [NewsEvent, NewsEvent][] = [];
  for (const event of events) {
    const linked = event.related.flatMap(({ path }) => byPath.get(path) ?? []);
    const [only, ...others] = linked.filter((one) => writingOf(one) !== writingOf(event));
    if (only && others.length === 0) linking.set(only, [...(linking.get(only) ?? []), event]);
    const pages = event.sources.map(({ url }) => pageOf(url)).filter((page) => !DAY_PAGE.test(page));
    for (const page of new Set(pages)) citing.set(page, [...(citing.get(page) ?? []), event]);
  }
  for (const [linked, [event, ...more]] of linking)
    if (event && more.length === 0) twins.push([event, linked]);
  for (const [one, other, ...more] of citing.values())
    if (one && other && more.length === 0 && writingOf(one) !== writingOf(other)) twins.push([one, other]);
  return twins;
}

/** An address as it is compared: escapes read, without what only leads to a place on the page. */
function pageOf(url: string): string {
  const page = url
    .replace(/#.*$/s, '')
    .replace(/^http:/, 'https:')
    .replace(/\/$/, '');
  try {
    return decodeURI(page).replace(/%28/g, '(').replace(/%29/g, ')');
  } catch {
    return page;
  }
}

/** Scripts that languages other than English are written in; everything else counts as Latin. */
const WRITINGS = {
  chinese: /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/gu,
  korean: /\p{Script=Hangul}/gu,
  cyrillic: /\p{Script=Cyrillic}/gu,
  arabic: /\p{Script=Arabic}/gu,
} as const;

/** What most letters of an event's sentence are written in. */
function writingOf({ sentence }: NewsEvent): keyof typeof WRITINGS | 'latin' {
  if (!/[\u0370-\u1FFF\u2E80-\uFFFF]/.test(sentence)) return 'latin';
  const letters = sentence.match(/\p{L}/gu)?.length ?? 0;
  for (const name of ['chinese', 'korean', 'cyrillic', 'arabic'] as const)
    if ((sentence.match(WRITINGS[name])?.length ?? 0) > letters / 2) return name;
  return 'latin';
}

/** Which event of two is kept: the one with more sources, then with more links, then the first by its path. */
function byWorth(one: NewsEvent, other: NewsEvent): number {
  return (
    other.sources.length - one.sources.length ||
    other.related.length - one.related.length ||
    (one.path < other.path ? -1 : 1)
  );
}
