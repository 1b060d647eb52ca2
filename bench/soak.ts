/**
 * Whether the bot's memory stays flat: 25 people use every command for half an hour, through the real client and the local
 * Discord, while files of events come and change. The bot runs in a separate process; its heap is measured after a
 * collection.
 *
 *   npm run build && npm run bench -- soak [CONTENT_DIR] [MINUTES] [PEOPLE]
 *
 * Prints a line a minute, and at the end the median heap of the second and of the last fifth of the time, and the growth
 * between the two, which is to be under 5 %.
 */
import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Person, startLocalDiscord } from '@dateline/local-discord';

const [contentDir = 'content', minutes = '30', howMany = '25'] = process.argv.slice(2);
const ends = Date.now() + Number(minutes) * 60_000;
const dir = await mkdtemp(join(tmpdir(), 'dateline-soak-'));
await cp(contentDir, join(dir, 'content'), { recursive: true });
const discord = await startLocalDiscord();
const people = Array.from({ length: Number(howMany) }, (_, n) => discord.addPerson(`person-${n}`));

const onSignal = `process.on('SIGUSR2', () => { gc(); gc(); process.stderr.write('HEAP ' + process.memoryUsage().heapUsed + '\\n'); });`;
const bot = spawn(
  process.execPath,
  ['--expose-gc', '--import', `data:text/javascript,${encodeURIComponent(onSignal)}`, 'dist/src/main.js'],
  {
    env: {
      ...process.env,
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      CONTENT_DIR: join(dir, 'content'),
      DATA_DIR: join(dir, 'data'),
      LOG_LEVEL: 'warn',
    },
  },
);
let said = '';
for (const stream of [bot.stdout, bot.stderr])
  stream.on('data', (data: Buffer) => {
    said = (said + data.toString()).slice(-20_000);
  });
while (!said.includes('Ctrl+C to stop')) await sleep(200);

const words = [
  'Brexit',
  'bridge',
  'Falcon 9 booster',
  'election',
  'earthquake',
  'Nobel',
  'summit',
  'rover',
  'vaccine',
];
const any = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)] as T;
const day = () => `${1 + Math.floor(Math.random() * 28)} April ${2012 + Math.floor(Math.random() * 10)}`;

/** Things that people do, in no order. */
const deeds: readonly ((person: Person) => Promise<unknown>)[] = [
  (p) =>
    p.command('ask', {
      question: `What happened with ${any(words)} in ${2012 + Math.floor(Math.random() * 10)}?`,
    }),
  (p) =>
    p.command('ask', {
      question: `${'When and where and why exactly '.repeat(6)}${any(words)} ${Math.random()}?`,
    }),
  (p) => p.command('search', { query: `${any(words)} ${any(words)}` }),
  (p) => p.command('date', { when: day() }),
  (p) => p.command('onthisday', {}),
  (p) => p.command('topic', { name: any(words) }),
  (p) => p.command('following', {}),
  (p) => p.command('privacy', {}),
  (p) => p.command('help', {}),
  (p) => p.command('thread', { event: any(words) }),
  (p) => p.autocomplete('search', 'query', { query: any(words).slice(0, 4) }).then(() => undefined),
  (p) => p.command('follow topic', { topic: any(words), dm: true }),
  async (p) => p.send(`@bot ${any(words)}, when was that?`),
];

let done = 0;
let failed = 0;
async function live(person: Person): Promise<void> {
  while (Date.now() < ends) {
    await any(deeds)(person).then(
      () => done++,
      () => failed++,
    );
    await sleep(200 + Math.random() * 1_500);
  }
}

/** Events come, and are mended, as with an import. */
async function eventsCome(): Promise<void> {
  const folder = join(dir, 'content', 'news', '2031', '05', '7');
  await mkdir(folder, { recursive: true });
  for (let n = 0; Date.now() < ends; n++) {
    const text = `### [2031-05-7](/news/2031/05/7/index.md)\n\n# ${any(words)}: Report ${n % 50} of a strike, version ${n}.\n`;
    await writeFile(join(folder, `report-${n % 50}.md`), text);
    await sleep(3_000);
  }
}

/** The local Discord forgets what it recorded: its memory is not what is measured, and is not to fill the machine. */
function forget(): void {
  for (const channel of discord.world.channels.values()) {
    const messages = discord.world.messagesOf(channel.id);
    for (const id of [...messages.keys()].slice(0, -200)) messages.delete(id);
  }
}

const heaps: number[] = [];
async function measure(): Promise<void> {
  while (Date.now() < ends) {
    await sleep(Math.min(30_000, Math.max(1_000, ends - Date.now())));
    said = '';
    bot.kill('SIGUSR2');
    while (!/HEAP \d+/.test(said) && bot.exitCode === null) await sleep(50);
    const heap = Number(/HEAP (\d+)/.exec(said)?.[1] ?? Number.NaN) / 2 ** 20;
    heaps.push(heap);
    forget();
    console.log(
      JSON.stringify({ minute: Math.round(heaps.length / 2), heapMB: Number(heap.toFixed(1)), done, failed }),
    );
  }
}

await Promise.all([...people.map(live), eventsCome(), measure()]);
bot.kill('SIGTERM');
const code = await new Promise((resolve) => bot.on('exit', (exit, signal) => resolve(signal ?? exit)));
await discord.close();
await rm(dir, { recursive: true, force: true });

const median = (list: readonly number[]) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
const fifth = Math.max(1, Math.floor(heaps.length / 5));
const early = median(heaps.slice(fifth, 2 * fifth));
const late = median(heaps.slice(-fifth));
const growth = Number(((late / early - 1) * 100).toFixed(1));
console.log(
  JSON.stringify({
    people: people.length,
    minutes: Number(minutes),
    done,
    failed,
    earlyMB: Number(early.toFixed(1)),
    lateMB: Number(late.toFixed(1)),
    growthPercent: growth,
    exit: code,
  }),
);
process.exitCode = growth < 5 && code === 0 ? 0 : 1;
