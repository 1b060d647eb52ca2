import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import type { Answer } from '../archive/answer.js';
import type { Archive } from '../archive/archive.js';
import type { EventArchive } from '../archive/event-archive.js';
import type { CalendarDate } from '../events/calendar-date.js';
import { codeOf } from '../events/content-files.js';
import { answerText } from './answer-text.js';
import { type AskingOptions, askedToday, openArchive, withAskingOptions } from './open-archive.js';
import { CommandFailure, type Terminal } from './terminal.js';

interface AskOptions extends AskingOptions {
  readonly batch?: string;
  readonly explain?: boolean;
}

/** `dateline ask QUESTION` and `dateline ask --batch FILE.jsonl`. Exits 1 where no event answers the one question. */
export function askCommand(terminal: Terminal): Command {
  return withAskingOptions(new Command('ask'))
    .description('ask a question in plain words')
    .argument('[question...]', 'the question')
    .option('--batch <file>', 'answer each line {"id","question"} of a file, one JSON line each')
    .option(
      '--explain',
      'also show how the question was read, how each event scored, and why it was answered or not',
    )
    .action(async (words: string[], options: AskOptions) => {
      const question = words.join(' ').trim();
      if (options.batch === undefined && question === '')
        throw new CommandFailure(
          'Ask a question, such as: dateline ask "When did a booster first land at sea?"',
          2,
        );
      const today = askedToday(options);
      if (options.batch !== undefined) return askBatch(options.batch, options, today, terminal);
      const archive = await openArchive(options, terminal);
      const { answer, ms } = await timed(archive, question, today);
      await archive.close();
      if (options.json) terminal.out(JSON.stringify(asLine(undefined, answer, ms, options.explain)));
      else terminal.out(answerText(answer, options.explain === true));
      if (!answer.answered && !answer.outOfScope && !options.json)
        throw new CommandFailure('I couldn’t find an answer to that.');
    });
}

async function askBatch(file: string, options: AskOptions, today: CalendarDate, terminal: Terminal) {
  const questions = await readQuestions(file);
  const archive = await openArchive(options, terminal);
  // Answers in a batch are compared with one another: all of them with everything there is.
  await encodedWithProgress(archive, terminal);
  for (const { id, question } of questions) {
    const { answer, ms } = await timed(archive, question, today);
    terminal.out(JSON.stringify(asLine(id, answer, ms, options.explain)));
  }
  await archive.close();
}

/** Waits for the events' vectors, and says now and then how far they are. */
async function encodedWithProgress(archive: EventArchive, terminal: Terminal): Promise<void> {
  const say = () => {
    const { done, total } = archive.encoding ?? { done: 0, total: 0 };
    if (done < total) terminal.err(`Reading the events' meaning: ${done} of ${total}`);
  };
  const timer = setInterval(say, 10_000);
  try {
    await archive.encoded();
  } finally {
    clearInterval(timer);
  }
}

interface BatchLine {
  readonly id: unknown;
  readonly question: string;
}

async function readQuestions(file: string): Promise<BatchLine[]> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new CommandFailure(`Can’t read the questions in ${file} (${codeOf(error)}).`);
  }
  return text
    .split('\n')
    .flatMap((line, i): BatchLine[] => (line.trim() === '' ? [] : [readLine(line, i + 1)]));
}

function readLine(line: string, number: number): BatchLine {
  const wrong = new CommandFailure(`Line ${number} is not of the form {"id": …, "question": "…"}.`);
  let read: unknown;
  try {
    read = JSON.parse(line);
  } catch {
    throw wrong;
  }
  if (typeof read !== 'object' || read === null || !('question' in read) || typeof read.question !== 'string')
    throw wrong;
  return { id: 'id' in read ? read.id : number, question: read.question };
}

async function timed(archive: Archive, question: string, today: CalendarDate) {
  const begun = performance.now();
  const answer = await archive.ask(question, { today });
  return { answer, ms: performance.now() - begun };
}

function asLine(id: unknown, answer: Answer, ms: number, explain = false) {
  const { answered, direct, confidence, hits } = answer;
  return {
    ...(id === undefined ? { question: answer.question } : { id }),
    answered,
    direct: direct && { text: direct.text, value: direct.value },
    confidence: Number(confidence.toFixed(4)),
    hits: hits.map(({ event, score, parts }) => ({
      path: event.path,
      date: event.date,
      score: Number(score.toFixed(4)),
      ...(explain ? { parts } : {}),
    })),
    ms: Number(ms.toFixed(2)),
    ...(explain ? { understood: answer.understood, because: answer.because } : {}),
  };
}
