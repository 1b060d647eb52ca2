import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';

/** Where Debian puts the server's programs, newest version first. */
const DEBIAN = '/usr/lib/postgresql';
const START_MS = 30_000;

/** The folder of the server's programs; null where it isn't installed. `POSTGRES_BIN` names another. */
export const postgresBin: string | null = findBin();

/** Why a test of PostgreSQL is skipped. */
export const NO_POSTGRES =
  'PostgreSQL is not installed here: `apt install postgresql`, or name the folder of initdb with POSTGRES_BIN';

function findBin(): string | null {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    process.env.POSTGRES_BIN ?? '',
    ...versions.map((version) => join(DEBIAN, version, 'bin')),
  ];
  return folders.find((folder) => folder !== '' && existsSync(join(folder, 'initdb'))) ?? null;
}

/** A PostgreSQL server on loopback that lives as long as a test. */
export interface PostgresServer {
  /** Makes an empty database; its address. */
  fresh(): Promise<string>;
  /** Stops the server as an administrator would, and starts it again. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a server over a new cluster. PostgreSQL refuses to run as root, so root starts it as the user `postgres`. */
export async function startPostgres(): Promise<PostgresServer> {
  if (postgresBin === null) throw new Error(NO_POSTGRES);
  const bin = postgresBin;
  const as = unprivileged();
  const folder = await mkdtemp(join(tmpdir(), 'dateline-postgres-'));
  if (as) chownSync(folder, as.uid, as.gid);
  const data = join(folder, 'data');
  const made = spawnSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'dateline', '-A', 'trust', '-E', 'UTF8', '-N'],
    {
      ...as,
      cwd: folder,
      encoding: 'utf8',
    },
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
  const port = await freePort();
  const settings = ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'fsync=off'];
  const base = `postgres://dateline@127.0.0.1:${port}`;
  let server = await launch();
  let databases = 0;

  async function launch(): Promise<ChildProcess> {
    const child = spawn(join(bin, 'postgres'), ['-D', data, '-p', String(port), ...settings], {
      ...as,
      cwd: folder,
      stdio: 'ignore',
    });
    const until = performance.now() + START_MS;
    for (;;) {
      try {
        await query(`${base}/postgres`, 'SELECT 1');
        return child;
      } catch (error) {
        if (child.exitCode !== null || performance.now() > until) throw error;
        await setTimeout(50);
      }
    }
  }
  async function end(): Promise<void> {
    if (server.exitCode !== null) return;
    const ended = once(server, 'exit');
    // The "fast" shutdown: connections are ended, what is committed stays.
    server.kill('SIGINT');
    await ended;
  }
  return {
    async fresh() {
      databases += 1;
      await query(`${base}/postgres`, `CREATE DATABASE test${databases}`);
      return `${base}/test${databases}`;
    },
    async restart() {
      await end();
      server = await launch();
    },
    async stop() {
      await end();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Runs a statement on a connection of its own. */
export async function query(url: string, statement: string): Promise<pg.QueryResult['rows']> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

function unprivileged(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('postgres:'));
  const [, , uid, gid] = line?.split(':') ?? [];
  if (uid === undefined || gid === undefined)
    throw new Error('there is no user postgres to start the server as');
  return { uid: Number(uid), gid: Number(gid) };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}
