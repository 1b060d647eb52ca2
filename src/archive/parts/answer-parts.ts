import type { CalendarDate } from '../../events/calendar-date.js';
import type { Decision } from '../../search/decide/decider.js';
import type { Question } from '../../search/question.js';
import type { Ranked } from '../../search/rank/ranked.js';
import type { DirectAnswer } from '../../search/read/answer-line.js';
import type { SearchEngine } from '../../search/search-engine.js';
import type { Answer } from '../answer.js';
import type { AskOptions } from '../archive.js';
import { ANSWERED_FROM, answerOf, hitsOf, sureLine } from '../ask.js';
import type { AnsweredPart } from './answered-part.js';
import type { Parts } from './split-question.js';

/** What the event that answers the first part is lifted by for the second. */
const SAME_EVENT = 0.8;
/** How far the event of the first part may be behind the best for the second, on the ranker's scale. */
const BEHIND = 1;
const SEPARATOR = ' · ';

interface Found {
  readonly question: Question;
  readonly ranked: readonly Ranked[];
  readonly decision: Decision;
}

/** Answers both parts of a question, from one event where it has both. */
export async function answerParts(
  engine: SearchEngine,
  text: string,
  [first, second]: Parts,
  { today, limit = 10 }: AskOptions,
): Promise<Answer> {
  const [own, other] = [engine.read(first, today), engine.read(second, today)];
  const found: Found[] = [];
  for (const question of [completed(engine, own, other, today), completed(engine, other, own, today)]) {
    const known = found[0] && found[0].decision.answers >= ANSWERED_FROM ? found[0].ranked[0] : undefined;
    const preferred = new Map(known ? [[known.event, SAME_EVENT]] : []);
    const ranked = withFirst(await engine.rank(question, preferred), known?.event);
    found.push({ question, ranked, decision: engine.decide(question, ranked) });
  }
  const parts: AnsweredPart[] = [];
  for (const [i, asked] of [first, second].entries()) {
    const part = found[i];
    parts.push({ asked, line: part ? await sureLine(engine, part.question, part.ranked) : null });
  }
  const surest = found.reduce((a, b) => (a.decision.answers >= ANSWERED_FROM ? a : b));
  const hits = hitsOf(engine.index, surest.question, surest.ranked, limit);
  const answer = await answerOf(engine, surest.question, surest.ranked, hits, { line: true });
  return { ...answer, question: text, direct: joined(parts), parts: answer.answered ? parts : [] };
}

/** A part with what the other names, where it names nothing itself. */
function completed(engine: SearchEngine, part: Question, other: Question, today: CalendarDate): Question {
  const names = ({ concepts, time }: Question) => concepts.some(({ name }) => name) || time !== null;
  if (names(part) || !names(other)) return part;
  const times = (other.time?.ranges ?? []).map(([from, to]) => other.text.slice(from, to));
  const topic = other.concepts.filter(({ asking }) => !asking).map(({ text }) => text);
  return engine.read([part.text, ...topic, ...(other.time?.certain ? times : [])].join(' '), today);
}

/** Puts an event first where it fits about as well as the best. */
function withFirst(ranked: readonly Ranked[], event: number | undefined): readonly Ranked[] {
  const own = ranked.find((hit) => hit.event === event && hit.reading);
  if (!own || own.score < (ranked[0]?.score ?? 0) - BEHIND) return ranked;
  return [own, ...ranked.filter((hit) => hit !== own)];
}

/** Both lines as one, resting on the first's event; the one there is, or null. */
function joined(parts: readonly AnsweredPart[]): DirectAnswer | null {
  const [line, other] = parts.flatMap(({ line }) => line ?? []);
  if (!line || !other || other.text === line.text) return line ?? null;
  const rests = other.event.id === line.event.id ? [...line.rests, ...other.rests] : line.rests;
  return {
    ...line,
    text: line.text + SEPARATOR + other.text,
    rests: rests.toSorted(([a], [b]) => a - b).filter(([from], i, all) => from >= (all[i - 1]?.[1] ?? 0)),
  };
}
