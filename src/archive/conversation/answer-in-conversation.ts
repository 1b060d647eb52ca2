import type { NewsEvent } from '../../events/event.js';
import { isChinese } from '../../search/chinese/chinese-text.js';
import { longDate } from '../../search/encode/long-date.js';
import type { Intent, IntentReading } from '../../search/intent/intent.js';
import type { Answer } from '../answer.js';
import type { AskOptions } from '../archive.js';
import { answerOf, ask, hitsOf } from '../ask.js';
import { withUnexplained } from '../explain/with-unexplained.js';
import { answerParts } from '../parts/answer-parts.js';
import { splitQuestion } from '../parts/split-question.js';
import { answerSeveral, type SeveralSources, severalIntent } from '../several/answer-several.js';
import type { Story } from '../story/story.js';
import { type AskedBefore, askedBefore } from './asked-before.js';
import { understand } from './converse.js';
import { subjectOf } from './rewrite.js';

/** From this probability on a message is taken to lean on what was said before it. */
const LEANS_FROM = 0.5;

/** What is said in a place before a question, as far as it is known. */
export interface Before {
  readonly before: AskedBefore | null;
  /** The event spoken of last. */
  readonly event: NewsEvent | null;
}

/** Whether a message leans on what was said. */
export const leans = (text: string, { leaning, leans: probability }: IntentReading): boolean =>
  leaning !== 'alone' && probability >= LEANS_FROM && !isChinese(text);

/**
 * Answers a question that stands alone, or leans on what was asked before, whether one event answers it or several. What the
 * next question may lean on comes with the answer.
 */
export async function answerInConversation(
  sources: SeveralSources,
  text: string,
  { before, event }: Before,
  options: AskOptions,
): Promise<Answer> {
  const { engine } = sources;
  const reading = engine.intentOf(text);
  if (!leans(text, reading) || (before === null && event === null))
    return withAsked(sources, text, reading, await answerAlone(sources, text, reading, options));
  const several = severalIntent(reading);
  if (several !== null && event !== null && several !== 'list') {
    const subject = (before && subjectOf(before)) || (event.story ?? event.sentence);
    const about = await answerSeveral(sources, text, reading, options.today, { event, subject });
    const rewritten = fullQuestion(several, subject, event);
    if (about)
      return {
        ...about,
        understood: { ...about.understood, about: event, ...(rewritten !== null && { rewritten }) },
        ...(before && { asked: before }),
      };
  }
  const said = {
    before: before ?? askedOfEvent(event),
    event,
    story: event && (await storyOf(sources, event)),
  };
  if (reading.leaning === 'source' && event) return sourceOf(sources, text, said.before, event);
  const understood = await understand(engine, text, reading, said, options.today);
  if (!understood)
    return withAsked(sources, text, reading, await answerAlone(sources, text, reading, options));
  const { question, ranked } = understood;
  const hits = hitsOf(engine.index, question, ranked, options.limit ?? 10);
  const plain = await answerOf(engine, question, ranked, hits, { line: true });
  const answer = await withUnexplained(sources, plain, understood.text);
  const full = withAsked(sources, understood.text, engine.intentOf(understood.text), answer);
  return {
    ...full,
    question: text,
    understood: { ...full.understood, rewritten: understood.text, ...(event ? { about: event } : {}) },
  };
}

/** What is asked of an event spoken of, as a question that stands alone; null where the message says it better. */
function fullQuestion(kind: Intent, subject: string, event: NewsEvent): string | null {
  switch (kind) {
    case 'same-day':
      return `what else happened on ${longDate(event.date)}`;
    case 'led-to':
      return `what led to ${subject}`;
    case 'came-of':
      return `what came of ${subject}`;
    case 'latest':
      return `latest on ${subject}`;
    case 'timeline':
      return `timeline of ${subject}`;
    default:
      return null;
  }
}

/** After a page, a list or a topic no question was asked: what the event goes by stands for one. */
function askedOfEvent(event: NewsEvent | null): AskedBefore {
  const words = (event?.story ?? '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  return { words: words.map((word) => ({ word, kind: 'name' })), span: null, answer: null };
}

const storyOf = ({ stories }: SeveralSources, event: NewsEvent): Promise<Story> => stories.storyOf(event);

async function answerAlone(
  sources: SeveralSources,
  text: string,
  reading: IntentReading,
  options: AskOptions,
): Promise<Answer> {
  if (isChinese(text)) return ask(sources.engine, text, options);
  const several = await answerSeveral(sources, text, reading, options.today);
  if (several) return several;
  const parts = splitQuestion(text);
  if (parts) return answerParts(sources.engine, text, parts, options);
  return withUnexplained(sources, await ask(sources.engine, text, options), text);
}

/** Gives the last answer again, for who asks where it is from. */
function sourceOf({ engine }: SeveralSources, text: string, before: AskedBefore, event: NewsEvent): Answer {
  const number = engine.index.numberOf(event.path);
  const { answer } = before;
  const rests =
    answer?.sure && answer.event === event.id && answer.to > answer.from
      ? ([answer.from, answer.to] as const)
      : null;
  const question = engine.read(text, event.date);
  return {
    question: text,
    understood: { terms: [], span: null, mended: [], about: event },
    answered: number !== undefined,
    confidence: 1,
    because: 'the source of the last answer',
    direct: rests && { text: event.sentence.slice(...rests), value: null, event, rests: [rests] },
    hits:
      number === undefined
        ? []
        : hitsOf(engine.index, question, [{ event: number, score: 1, parts: {}, matches: [] }], 1),
    relaxed: false,
    asked: before,
  };
}

function withAsked({ engine }: SeveralSources, text: string, reading: IntentReading, answer: Answer): Answer {
  // A list or a page of a day leaves its events to go on from, not a question to ask again.
  const line = answer.direct ?? answer.likeliest ?? null;
  const answered = { line, sure: answer.direct !== null, event: answer.hits[0]?.event ?? null };
  return { ...answer, asked: askedBefore(engine, engine.read(text, '2000-01-01'), reading, answered) };
}
