import { dateOfDayNumber, dayNumber } from '../../events/calendar-date.js';
import type { EventIndex } from '../event-index.js';
import { coverage, figuresUnsaid, proximity } from '../features.js';
import { type ConceptMatch, Matcher } from '../match.js';
import { isOfTime, type Question } from '../question.js';
import { EVENT_SIGNALS, type EventSignals } from './event-signals.js';
import { SubjectDays } from './name-burst.js';

const OWN = [
  'cov',
  'covExact',
  'covName',
  'covPlain',
  'missing',
  'missMost',
  'missName',
  'near',
  'figures',
  'bm25',
  'titleCov',
  'titleOnly',
  'namePlace',
  'firstPlace',
  'length',
  'lead',
  'pastPlace',
  'inSpan',
  'offDays',
  'timeStated',
  'yearInText',
  'subRise',
  'subAbove',
  'subAfter',
  'subBefore',
  'subSame',
  'subSilence',
  'subPlace',
  'subShare',
] as const;
const OF_QUESTION = ['qNames', 'qContent', 'qTime', 'qCertain', 'subCount'] as const;
const RELATIVE = ['cov', 'covExact', 'bm25', 'subRise', 'subAfter', 'cos'] as const;
const AMONG = ['laterEqual', 'earlierEqual', 'equals'];
export const FEATURES: readonly string[] = [
  ...OWN,
  'cos',
  'cosRank',
  ...EVENT_SIGNALS,
  ...OF_QUESTION,
  ...RELATIVE.map((name) => `d-${name}`),
  ...AMONG,
];

/** What the ranker sees of a question and each candidate: one row of numbers a candidate, in the order of FEATURES. */
export function featureRows(
  index: EventIndex,
  signals: EventSignals,
  question: Question,
  events: readonly number[],
  cosine: (event: number) => number,
): { rows: Float32Array[]; matches: (readonly ConceptMatch[])[] } {
  const { concepts, time } = question;
  const matcher = new Matcher(index, concepts);
  const subject = new SubjectDays(index, question);
  const rarest = Math.log(1 + index.size);
  const content = concepts.filter((concept) => !concept.asking);
  const names = content.filter(({ name }) => name);
  const from = time?.span.from ? dayNumber(time.span.from) : Number.NEGATIVE_INFINITY;
  const to = time?.span.to ? dayNumber(time.span.to) : Number.POSITIVE_INFINITY;
  const years = [...question.text.matchAll(/\b(?:19|20)\d\d\b/g)].map(([year]) => index.vocabulary.id(year));
  const yearDigits = [...question.text.matchAll(/\b(?:19|20)\d\d\b/g)].map(([year]) => year);
  const matched: (readonly ConceptMatch[])[] = [];
  const cosines = Float64Array.from(events, cosine);
  const cosineRank = new Uint32Array(events.length);
  [...events.keys()]
    .sort((a, b) => (cosines[b] ?? 0) - (cosines[a] ?? 0))
    .forEach((candidate, rank) => {
      cosineRank[candidate] = rank;
    });
  const rows = events.map((event, candidate) => {
    const matches = matcher.match(event);
    matched.push(matches);
    const lead = index.leadLength(event);
    const length = index.length(event);
    const places = index.places(event);
    const day = index.day(event);
    let total = 0,
      exact = 0,
      nameAll = 0,
      nameFound = 0,
      plainAll = 0,
      plainFound = 0,
      missing = 0,
      missMost = 0,
      missName = 0;
    let titleFound = 0,
      titleOnly = 0,
      bm25 = 0,
      namePlace = 80,
      firstPlace = 80,
      heaviest = 0;
    for (const { concept, strength, places: at } of matches) {
      if (concept.asking) continue;
      const { weight, name } = concept;
      const ofTime = isOfTime(question, concept);
      total += weight;
      if (strength >= 0.99) exact += weight;
      if (name) {
        nameAll += weight;
        nameFound += weight * strength;
      } else {
        plainAll += weight;
        plainFound += weight * strength;
      }
      if (strength < 0.5 && !ofTime) {
        missing += 1;
        missMost = Math.max(missMost, weight);
        if (name) missName = Math.max(missName, weight);
      }
      bm25 += (weight * strength * at.length * 2.2) / (at.length + 1.2 * (0.5 + (0.5 * length) / 30));
      if (at.some((place) => place < lead)) {
        titleFound += weight * strength;
        if (at.every((place) => place < lead)) titleOnly += weight * strength;
      }
      for (const place of at) {
        const inSentence = place - lead;
        if (inSentence < 0) continue;
        firstPlace = Math.min(firstPlace, inSentence);
        if (weight * strength > heaviest) {
          heaviest = weight * strength;
          namePlace = inSentence;
        }
      }
    }
    const around = subject.around(day);
    const off = day < from ? from - day : day > to ? day - to : 0;
    const year = dateOfDayNumber(day).slice(0, 4);
    const own: Record<(typeof OWN)[number], number> = {
      cov: coverage(matches),
      covExact: total === 0 ? 0 : exact / total,
      covName: nameAll === 0 ? -1 : nameFound / nameAll,
      covPlain: plainAll === 0 ? -1 : plainFound / plainAll,
      missing,
      missMost: missMost / rarest,
      missName: missName / rarest,
      near: proximity(matches),
      figures: figuresUnsaid(matches),
      bm25: total === 0 ? 0 : bm25 / total,
      titleCov: total === 0 ? 0 : titleFound / total,
      titleOnly: total === 0 ? 0 : titleOnly / total,
      namePlace,
      firstPlace,
      length,
      lead,
      pastPlace: length - lead === 0 ? 0 : Math.min(1, namePlace / (length - lead)),
      inSpan: time ? (off === 0 ? 1 : 0) : -1,
      offDays: time ? Math.log1p(off) : -1,
      timeStated: yearDigits.length > 0 ? (yearDigits.includes(year) ? 1 : 0) : -1,
      yearInText:
        years.length > 0 ? (years.some((id) => id !== undefined && places.includes(id)) ? 1 : 0) : -1,
      subRise: around.rise,
      subAbove: around.aboveUsual,
      subAfter: around.after,
      subBefore: around.before,
      subSame: around.same,
      subSilence: around.silence,
      subPlace: around.place,
      subShare: around.share,
    };
    const row = new Float32Array(FEATURES.length);
    OWN.forEach((name, i) => {
      row[i] = own[name];
    });
    let at = OWN.length;
    row[at++] = cosines[candidate] ?? Number.NaN;
    row[at++] = Math.log1p(cosineRank[candidate] ?? 0);
    row.set(signals.of(event), at);
    at += EVENT_SIGNALS.length;
    row[at++] = names.length;
    row[at++] = content.length;
    row[at++] = time ? 1 : 0;
    row[at++] = time?.certain ? 1 : 0;
    row[at++] = Math.log1p(subject.count);
    return row;
  });
  const first = OWN.length + 2 + EVENT_SIGNALS.length + OF_QUESTION.length;
  RELATIVE.forEach((name, i) => {
    const column = FEATURES.indexOf(name);
    const best = rows.reduce((most, row) => Math.max(most, row[column] ?? 0), Number.NEGATIVE_INFINITY);
    for (const row of rows) row[first + i] = (row[column] ?? 0) - best;
  });
  const among = first + RELATIVE.length;
  const covAt = FEATURES.indexOf('cov');
  rows.forEach((row, i) => {
    let later = 0,
      earlier = 0,
      equals = 0;
    const day = index.day(events[i] ?? 0);
    rows.forEach((other, j) => {
      if (i === j || (other[covAt] ?? 0) < (row[covAt] ?? 0) - 0.02) return;
      equals += 1;
      const otherDay = index.day(events[j] ?? 0);
      if (otherDay > day) later += 1;
      else if (otherDay < day) earlier += 1;
    });
    row[among] = Math.log1p(later);
    row[among + 1] = Math.log1p(earlier);
    row[among + 2] = Math.log1p(equals);
  });
  return { rows, matches: matched };
}
