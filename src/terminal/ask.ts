import { Command } from 'commander';
import { type Answer, mainEvent } from '../archive/answer.js';
import type { Archive, AskOptions as ArchiveAskOptions } from '../archive/archive.js';
import type { EventArchive } from '../archive/event-archive.js';
import type { CalendarDate } from '../events/calendar-date.js';
import type { NewsEvent } from '../events/event.js';
import { answerText } from './answer-text.js';
import { type BatchLine, readBatch } from './batch-lines.js';
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
    .option(
      '--batch <file>',
      'answer each line {"id","question"} or {"id","turns":[{"say"}]} of a file, one JSON line each',
    )
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
      const { answer, ms } = await timed(archive, question, { today });
      await archive.close();
      if (options.json) terminal.out(JSON.stringify(asLine(undefined, answer, ms, options.explain)));
      else terminal.out(answerText(answer, options.explain === true));
      if (!answer.answered && !answer.outOfScope && !options.json)
        throw new CommandFailure('I couldn’t find an answer to that.');
    });
}

async function askBatch(file: string, options: AskOptions, today: CalendarDate, terminal: Terminal) {
  const lines = await readBatch(file);
  const archive = await openArchive(options, terminal);
  // Answers in a batch are compared with one another: all of them with everything there is.
  await encodedWithProgress(archive, terminal);
  for (const line of lines)
    for await (const { id, answer, ms } of answered(archive, line, today))
      terminal.out(JSON.stringify(asLine(id, answer, ms, options.explain)));
  await archive.close();
}

/** The answers to a line: one, or for a conversation one a turn, each asked after those before it. */
async function* answered(archive: Archive, { id, turns, isTalk }: BatchLine, today: CalendarDate) {
  let about: NewsEvent[] = [];
  let before: Answer['asked'] | null = null;
  for (const [i, question] of turns.entries()) {
    const { answer, ms } = await timed(
      archive,
      question,
      isTalk ? { today, about, before: before ?? null } : { today },
    );
    const main = mainEvent(answer) ?? answer.hits[0]?.event;
    if (main) about = [main, ...about.filter(({ id }) => id !== main.id)];
    before = answer.asked ?? before;
    yield { id: isTalk ? `${id}#${i + 1}` : id, answer, ms };
  }
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

async function timed(archive: Archive, question: string, options: ArchiveAskOptions) {
  const begun = performance.now();
  const answer = await archive.ask(question, options);
  return { answer, ms: performance.now() - begun };
}

function asLine(id: unknown, answer: Answer, ms: number, explain = false) {
  const { answered, direct, confidence, hits } = answer;
  return {
    ...(id === undefined ? { question: answer.question } : { id }),
    answered,
    direct: direct && { text: direct.text, value: direct.value },
    confidence: Number(confidence.toFixed(4)),
    items:
      answer.several?.items.map(({ event, text }) => ({ text: text ?? event.sentence, path: event.path })) ??
      null,
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
