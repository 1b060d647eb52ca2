// Runs the steps of the Dockerfile in clean folders, as no container engine is at hand: every COPY and RUN of every stage,
// then the command with the image's environment and health check, and its end by SIGTERM. What only an engine can do (the
// base image, the user, the read-only file system) is left out and named.
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const lines = readFileSync('Dockerfile', 'utf8')
  .replace(/^#.*\n/gm, '')
  .replace(/\\\n/g, ' ')
  .split('\n')
  .map((line) => line.trim())
  .filter(Boolean);
const root = mkdtempSync(join(tmpdir(), 'dateline-image-'));
const stages = new Map();
const leftOut = new Set();
const context = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'])
  .toString()
  .split('\0')
  .filter((file) => file && existsSync(file));
const ignored = readFileSync('.dockerignore', 'utf8')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'));
const isIgnored = (file) => ignored.some((rule) => file === rule || file.startsWith(`${rule}/`));

let stage = null;
for (const line of lines) {
  const [word, ...rest] = line.split(/\s+/);
  if (word === 'FROM') {
    const name = rest[1] === 'AS' ? rest[2] : 'final';
    stage = { name, dir: join(root, name), at: '/', env: {}, cmd: null, health: null };
    mkdirSync(stage.dir, { recursive: true });
    stages.set(name, stage);
    leftOut.add(`FROM ${rest[0]}: this machine's Node.js ${process.version} instead`);
  } else if (word === 'WORKDIR') {
    stage.at = rest[0];
    mkdirSync(join(stage.dir, stage.at), { recursive: true });
  } else if (word === 'ENV') {
    for (const pair of line.slice(4).trim().split(/\s+/)) {
      const [name, value] = pair.split('=');
      stage.env[name] = value;
    }
  } else if (word === 'COPY') copy(rest);
  else if (word === 'RUN') run(line.slice(4));
  else if (word === 'CMD') stage.cmd = JSON.parse(line.slice(4));
  else if (word === 'HEALTHCHECK') stage.health = JSON.parse(line.slice(line.indexOf('CMD') + 4));
  else leftOut.add(line);
}

function copy(args) {
  const from = args[0].startsWith('--from=') ? stages.get(args.shift().slice(7)) : null;
  const to = args.pop();
  for (const source of args) {
    const target = to.startsWith('/') ? join(stage.dir, to) : join(stage.dir, stage.at, to);
    if (from) cpSync(join(from.dir, source), target, { recursive: true, verbatimSymlinks: true });
    else
      for (const file of context) {
        const inside = source === '.' ? file : file === source ? file.split('/').at(-1) : null;
        const below = file.startsWith(`${source}/`) ? file.slice(source.length + 1) : null;
        const name = inside ?? below;
        if (name === null || (source === '.' && isIgnored(file))) continue;
        mkdirSync(dirname(join(target, name)), { recursive: true });
        cpSync(file, join(target, name));
      }
  }
}

function run(command) {
  // The image's own folders stand below the stage's; owners are the engine's business.
  const here = command.replace(/ && chown \S+ \S+/, '').replaceAll(' /data', ` ${stage.dir}/data`);
  if (/chown/.test(command)) leftOut.add('chown');
  console.log(`[${stage.name}] ${here}`);
  execFileSync('sh', ['-c', here], { cwd: join(stage.dir, stage.at), stdio: 'inherit' });
}

const final = stages.get('final');
const port = await new Promise((resolve) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port: free } = server.address();
    server.close(() => resolve(free));
  });
});
const env = {
  PATH: process.env.PATH,
  ...final.env,
  CONTENT_DIR: join(final.dir, final.env.CONTENT_DIR),
  DATA_DIR: join(final.dir, final.env.DATA_DIR),
  HEALTH_PORT: String(port),
  PORT: '0',
};
const bot = spawn(final.cmd[0], final.cmd.slice(1), {
  cwd: join(final.dir, final.at),
  env,
  stdio: 'inherit',
});
const exited = new Promise((resolve) => bot.on('exit', (code, signal) => resolve(signal ?? code)));
let healthy = false;
for (let attempt = 0; attempt < 120 && !healthy; attempt++) {
  await sleep(1_000);
  try {
    execFileSync(final.health[0], final.health.slice(1), { env });
    healthy = true;
  } catch {}
}
const begun = performance.now();
bot.kill('SIGTERM');
const code = await exited;
const ms = Math.round(performance.now() - begun);
const megabytes = Number(
  execFileSync('du', ['-sm', join(final.dir, 'app', 'node_modules')])
    .toString()
    .split('\t')[0],
);
rmSync(root, { recursive: true, force: true });
console.log(
  `Dockerfile: healthy ${healthy}, ended with ${code} after ${ms} ms, node_modules ${megabytes} MB`,
);
console.log(`left to an engine: ${[...leftOut].join('; ')}`);
if (!healthy || code !== 0) process.exit(1);
