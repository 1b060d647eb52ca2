import { type Running, startApp } from './app.js';
import { systemClock } from './clock.js';
import { ConfigError, loadConfig } from './config.js';
import { createLog } from './log.js';
import { StartFailure } from './start-failure.js';
import { banner } from './views/banner.js';

/** Starts Dateline and stops it at SIGINT or SIGTERM. */
async function main(): Promise<void> {
  const config = loadConfig();
  const log = createLog(config.logLevel);
  const asked = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  const running: Running = await startApp(config, log, systemClock);
  const [story] = await running.archive.suggestTopics('', 1);
  const { last } = await running.archive.extent();
  const text = banner({
    events: running.library.events.length,
    days: running.library.days,
    pageUrl: running.local?.url ?? null,
    botName: running.botName,
    inviteLink: running.inviteLink,
    exampleDate: last,
    exampleStory: story?.topic ?? null,
  });
  process.stdout.write(`${text}\n`);
  await asked;
  log.info('stopping');
  await running.stop();
}

try {
  await main();
} catch (error) {
  if (!(error instanceof ConfigError || error instanceof StartFailure)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
