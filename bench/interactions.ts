/**
 * How long a person waits for an acknowledged interaction with 50 people (or PEOPLE=200) asking at once: from the command's start to its
 * acknowledgement, through the real gateway and the real client, in the local Discord. Rate limits are Discord's.
 *
 *   npm run bench -- interactions [CONTENT_DIR] [ROUNDS]
 *
 * SERVERS=5000 adds that many servers with the bot in them, over the recommended number of shards.
 *
 * With EXTERNAL=1 it prints where a bot of your own connects, waits for it to register a command `ask` with an option
 * `question`, and measures that one.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalDiscord, type Person, startLocalDiscord } from '@dateline/local-discord';
import { pino } from 'pino';
import { startApp } from '../src/app.js';
import { systemClock } from '../src/clock.js';
import { readConfig } from '../src/config.js';

const PEOPLE = Number(process.env.PEOPLE ?? 50);
const [contentDir = 'content', rounds = '20'] = process.argv.slice(2);

const servers = Number(process.env.SERVERS ?? 0);
const discord = await startLocalDiscord({ servers });
const people = Array.from({ length: PEOPLE }, (_, index) => discord.addPerson(`person-${index}`));
const { questions, stop } = process.env.EXTERNAL ? await external(discord) : await ownBot(discord);

report('first round', await askAll(people, 0)); // Cold: every word is new.
const waits: number[] = [];
for (let round = 1; round <= Number(rounds); round++) waits.push(...(await askAll(people, round)));
report('further rounds', waits);
await stop();
await discord.close();

/** Everyone asks something at the same moment; how long each waited for the acknowledgement, in milliseconds. */
async function askAll(askers: readonly Person[], round: number): Promise<number[]> {
  const answers = askers.map((person, index) => {
    const question = questions[(round * PEOPLE + index) % questions.length] ?? '';
    return person.command('ask', { question });
  });
  return (await Promise.all(answers)).map(
    ({ interaction }) => (interaction.acknowledgedAt ?? Number.POSITIVE_INFINITY) - interaction.startedAt,
  );
}

/** Prints how long people waited. An interaction that was not acknowledged at all waited without end. */
function report(what: string, all: readonly number[]): void {
  const sorted = [...all].sort((a, b) => a - b);
  const unanswered = sorted.filter((wait) => wait === Number.POSITIVE_INFINITY).length;
  const at = (share: number) => {
    const wait = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
    return wait === Number.POSITIVE_INFINITY ? 'unanswered' : Number(wait.toFixed(1));
  };
  const line = { what, people: PEOPLE, interactions: sorted.length, unanswered };
  console.log(JSON.stringify({ ...line, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) }));
}

async function ownBot(where: LocalDiscord): Promise<{ questions: string[]; stop: () => Promise<void> }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'dateline-bench-'));
  const config = readConfig({
    DISCORD_TOKEN: where.token,
    DISCORD_API_URL: where.apiUrl,
    CONTENT_DIR: contentDir,
    DATA_DIR: dataDir,
  });
  const begun = performance.now();
  const app = await startApp(config, pino({ level: 'silent' }), systemClock);
  const { heapUsed, rss } = process.memoryUsage();
  const mebibytes = (bytes: number) => Math.round(bytes / 2 ** 20);
  // The local Discord's servers are in the same process.
  console.log(
    JSON.stringify({
      servers: app.bot.guilds().length,
      startSeconds: Number(((performance.now() - begun) / 1000).toFixed(1)),
      heapMebibytes: mebibytes(heapUsed),
      rssMebibytes: mebibytes(rss),
    }),
  );
  const { events } = app.library;
  const stride = Math.max(1, Math.floor(events.length / 1000));
  const asked = events
    .filter((_, index) => index % stride === 0)
    .map((e) => `What about ${e.headline.slice(0, 80)}?`);
  return {
    questions: asked,
    async stop() {
      await app.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function external(where: LocalDiscord): Promise<{ questions: string[]; stop: () => Promise<void> }> {
  console.log(`DISCORD_API_URL=${where.apiUrl} DISCORD_TOKEN=${where.token}`);
  while (
    !where
      .as('ada')
      .commands()
      .some((command) => command.name === 'ask')
  )
    await new Promise((resolve) => setTimeout(resolve, 200));
  return { questions: ['What happened first?', 'What happened then?'], stop: async () => undefined };
}
