import { type Running, startApp } from './app.js';
import { exampleQuestion } from './bot/example-question.js';
import { IMPORT_COMMAND } from './bot/import-command.js';
import { systemClock, today } from './clock.js';
import { ConfigError, loadConfig } from './config.js';
import { dateParts } from './events/calendar-date.js';
import { createLog } from './log.js';
import { StartFailure } from './start-failure.js';
import { startProgress } from './start-progress.js';
import { banner } from './views/banner.js';
import { en } from './views/sentences/en.js';

/**
 * Starts Dateline, says how to go on, and stops it when that is asked for, also while it starts. What the operator can
 * mend is told in a sentence and makes the exit code 1.
 */
export async function run(stopAsked: Promise<void>): Promise<void> {
  const calledOff = new AbortController();
  void stopAsked.then(() => calledOff.abort());
  try {
    await serve(stopAsked, calledOff.signal);
  } catch (error) {
    // What a start that was called off comes to is no failure.
    if (calledOff.signal.aborted) return;
    if (!(error instanceof ConfigError || error instanceof StartFailure)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

async function serve(stopAsked: Promise<void>, signal: AbortSignal): Promise<void> {
  const config = loadConfig();
  const log = createLog(config.logLevel);
  const running: Running = await startApp(config, log, systemClock, signal, {
    listening: (url) => process.stdout.write(`${en.startReading.page(url)}\n`),
    progress: startProgress(process.stderr, log),
  });
  const { events, days, last } = await running.archive.extent();
  const question = await exampleQuestion(running.archive, en, today(systemClock));
  const text = banner({
    events,
    days,
    pageUrl: running.local?.url ?? null,
    botName: running.botName,
    inviteLink: running.inviteLink,
    examples: [
      ...(question === null ? [] : [`/ask question: ${question}`]),
      ...(last === null ? [] : [`/date when: ${en.month(dateParts(last).year, dateParts(last).month)}`]),
      '/help',
    ],
    importCommand: running.onlyShipped() ? IMPORT_COMMAND : null,
  });
  process.stdout.write(`${text}\n`);
  await stopAsked;
  log.debug('stopping');
  await running.stop();
}
