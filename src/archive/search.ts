import { inSpan } from '../events/date-span.js';
import type { NewsEvent } from '../events/event.js';
import { matchedRanges } from '../search/matched-ranges.js';
import type { Ranked } from '../search/rank/ranked.js';
import type { SearchEngine } from '../search/search-engine.js';
import { fold } from '../text/fold.js';
import type { Hit, SearchPage, SearchRequest } from './answer.js';
import { understoodOf } from './ask.js';
import { holdsAll, tellingTerms } from './interest.js';

const PAGE = 5;

/**
 * A page of the events that match words and filters. Where the filters leave nothing, they are relaxed in the open
 * (`relaxed`); words that match nothing give an empty page.
 */
export function search(engine: SearchEngine, request: SearchRequest): SearchPage {
  const question = engine.read(request.query, request.today);
  const { from = null, to = null, topic = null, sort = 'relevance', offset = 0, limit = PAGE } = request;
  const { index } = engine;
  const asked = topic === null ? null : fold(topic);
  const fits = (event: NewsEvent) =>
    inSpan(event.date, { from, to }) &&
    (asked === null || [event.story, ...event.topics].some((name) => name !== null && fold(name) === asked));
  const found = request.query.trim() === '' ? everything(engine) : engine.matching(question);
  const inside = found.filter(({ event }) => {
    const given = index.event(event);
    return given !== null && fits(given);
  });
  const relaxed = inside.length === 0 && found.length > 0;
  const { ordered: kept, related } = wordsFirst(
    relaxed ? found : inside,
    engine,
    understoodOf(question).terms,
  );
  if (sort !== 'relevance') {
    const way = sort === 'newest' ? -1 : 1;
    kept.sort((a, b) => way * (index.day(a.event) - index.day(b.event)));
  }
  const hits = kept.slice(offset, offset + limit).flatMap(({ event, score, parts }): Hit[] => {
    const given = index.event(event);
    if (!given) return [];
    const matched = matchedRanges(given.sentence, question.concepts, index);
    return [{ event: given, score, parts, matched, folded: [] }];
  });
  return { understood: understoodOf(question), hits, total: kept.length, offset, relaxed, related };
}

/** The best events are looked at word by word; what comes behind them nobody pages to. */
const LOOKED_AT = 300;

/** Events that have all the words searched for, then those that are related in meaning; `related` where none has them. */
function wordsFirst(ranked: readonly Ranked[], { index }: SearchEngine, words: readonly string[]) {
  const wanted = tellingTerms(words.join(' '));
  const has = ({ event }: Ranked) => {
    const given = index.event(event);
    return given !== null && holdsAll(given, wanted);
  };
  const looked = ranked.slice(0, LOOKED_AT).map((hit) => ({ hit, has: has(hit) }));
  const part = (having: boolean) => looked.filter((one) => one.has === having).map(({ hit }) => hit);
  return {
    ordered: [...part(true), ...part(false), ...ranked.slice(LOOKED_AT)],
    related: wanted.size > 0 && looked.length > 0 && looked.every((one) => !one.has),
  };
}

/** All events, newest first: what an empty query with only filters looks through. */
function everything({ index }: SearchEngine): Ranked[] {
  return [...index.events()]
    .map(([event]): Ranked => ({ event, score: 1, parts: {}, matches: [] }))
    .sort((a, b) => index.day(b.event) - index.day(a.event));
}
