import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseAddress } from '../../src/store/database.js';
import { postgresBin, startPostgres } from './postgres.js';

/** A database system that tests run on. */
export interface System {
  readonly name: string;
  readonly isThere: boolean;
  start(): Promise<RunningSystem>;
}

export interface RunningSystem {
  /** A new, empty database. */
  fresh(): Promise<DatabaseAddress>;
  stop(): Promise<void>;
}

/** Both systems that the store speaks. */
export const systems: readonly System[] = [
  {
    name: 'SQLite',
    isThere: true,
    async start() {
      const folder = await mkdtemp(join(tmpdir(), 'dateline-store-'));
      return {
        fresh: async () => ({ dataDir: await mkdtemp(join(folder, 'data-')) }),
        stop: () => rm(folder, { recursive: true, force: true }),
      };
    },
  },
  {
    name: 'PostgreSQL',
    isThere: postgresBin !== null,
    async start() {
      const server = await startPostgres();
      return { fresh: async () => ({ url: await server.fresh() }), stop: () => server.stop() };
    },
  },
];
