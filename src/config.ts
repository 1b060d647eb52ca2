import { existsSync, readFileSync } from 'node:fs';
import { config as loadDotenv } from 'dotenv';
import { z } from 'zod';

/** An empty variable is an unset one: `.env` files are full of `NAME=`. */
const unset = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value);
const text = z.preprocess((v) => unset(typeof v === 'string' ? v.trim() : v), z.string().optional());
const address = z.preprocess(
  (v) => unset(typeof v === 'string' ? v.trim() : v),
  z
    .url({ protocol: /^https?$/, error: 'must be an address that starts with http:// or https://' })
    .optional(),
);

/** A number of shards. */
const count = z.coerce
  .number({ error: 'must be a number from 1 to 10,000' })
  .int('must be a number from 1 to 10,000')
  .min(1, 'must be a number from 1 to 10,000')
  .max(10_000, 'must be a number from 1 to 10,000');
/** "0-7", "3" or "0,2,4-6". */
const shardIds = z
  .string()
  .regex(/^\d{1,4}(?:-\d{1,4})?(?:,\d{1,4}(?:-\d{1,4})?)*$/, 'must be like 0-7, 3 or 0,2,4-6')
  .transform((list) =>
    list.split(',').flatMap((part) => {
      const [from = 0, to = from] = part.split('-').map(Number);
      return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
    }),
  )
  .refine(
    (ids) => ids.length > 0 && new Set(ids).size === ids.length,
    'must name each shard once, smallest first',
  );

const environment = z
  .object({
    DISCORD_TOKEN: text,
    DISCORD_GUILD_ID: text.pipe(
      z
        .string()
        .regex(/^\d{17,20}$/, 'must be the number Discord shows with "Copy Server ID" (17 to 20 digits)')
        .optional(),
    ),
    DISCORD_API_URL: address,
    CONTENT_DIR: text.pipe(z.string().default('./content')),
    DATA_DIR: text.pipe(z.string().default('./data')),
    MODEL_DIR: text,
    ANSWER_URL: address,
    ANSWER_MODEL: text,
    ANSWER_KEY: text,
    DATABASE_URL: text.pipe(
      z
        .string()
        .regex(/^postgres(?:ql)?:\/\//, 'must start with postgres://')
        .optional(),
    ),
    SHARDS: z.preprocess(
      unset,
      z
        .union([z.literal('auto'), count], { error: 'must be "auto" or a number from 1 to 10,000' })
        .default('auto'),
    ),
    SHARD_IDS: text.pipe(shardIds.optional()),
    SHARD_COUNT: z.preprocess(unset, count.optional()),
    PORT: z.preprocess(
      unset,
      z.coerce
        .number({ error: 'must be a port number from 0 to 65535' })
        .int('must be a port number from 0 to 65535')
        .min(0, 'must be a port number from 0 to 65535')
        .max(65_535, 'must be a port number from 0 to 65535')
        .default(4350),
    ),
    HEALTH_PORT: z.preprocess(
      unset,
      z.coerce
        .number({ error: 'must be a port number from 0 to 65535, or unset' })
        .int('must be a port number from 0 to 65535, or unset')
        .min(0, 'must be a port number from 0 to 65535, or unset')
        .max(65_535, 'must be a port number from 0 to 65535, or unset')
        .optional(),
    ),
    HEALTH_HOST: text.pipe(z.string().default('127.0.0.1')),
    PRIVACY_URL: address,
    TERMS_URL: address,
    LOG_LEVEL: text.pipe(
      z
        .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
          error: 'must be one of fatal, error, warn, info, debug, trace, silent',
        })
        .default('info'),
    ),
    LAYOUT: text.pipe(
      z.enum(['embeds', 'components'], { error: 'must be "embeds" or "components"' }).default('embeds'),
    ),
    SYNC: text.pipe(z.enum(['wikipedia'], { error: 'must be "wikipedia" or unset' }).optional()),
    DATELINE_CONTACT: text,
    WIKIPEDIA_API_URL: address,
  })
  .refine(({ ANSWER_URL, ANSWER_MODEL }) => ANSWER_URL === undefined || ANSWER_MODEL !== undefined, {
    path: ['ANSWER_MODEL'],
    error: 'must name the model to ask at ANSWER_URL',
  });

/** What the operator set, checked and typed. */
export interface Config {
  /** The bot's token; undefined means the local Discord. */
  readonly token: string | undefined;
  /** Registers the commands in this server only; undefined registers them everywhere. */
  readonly guildId: string | undefined;
  /** Base address of a Discord-compatible REST API, without the version. */
  readonly discordApiUrl: string | undefined;
  readonly contentDir: string;
  readonly dataDir: string;
  /** A folder of larger models (docs/models.md). */
  readonly modelDir: string | undefined;
  /** The operator's own model that writes answers (docs/answering.md); undefined for none. */
  readonly answerModel:
    | { readonly url: string; readonly model: string; readonly key: string | undefined }
    | undefined;
  /** A PostgreSQL server; undefined for a file in the data folder. */
  readonly databaseUrl: string | undefined;
  /** Which part of the servers this process connects for. */
  readonly shards: ShardPlan;
  /** Where the local Discord listens; 0 for any free port. */
  readonly port: number;
  /** Where health and metrics are served; undefined for nowhere. */
  readonly healthPort: number | undefined;
  /** The address of this machine that they are served on. */
  readonly healthHost: string;
  /** The operator's own pages on privacy and terms. */
  readonly privacyUrl: string | undefined;
  readonly termsUrl: string | undefined;
  readonly logLevel: string;
  /** How messages are laid out: as embeds, or with Discord's Components V2. */
  readonly layout: 'embeds' | 'components';
  readonly sync: 'wikipedia' | undefined;
  /** Address or mailbox of the operator, sent to Wikipedia with every request. */
  readonly contact: string | undefined;
  readonly wikipediaApiUrl: string | undefined;
}

/**
 * The shards of this process: all of them, as many as Discord says or as a number says; or some of those that several
 * processes have together.
 */
export type ShardPlan =
  | { readonly kind: 'all'; readonly count: number | 'auto' }
  | { readonly kind: 'some'; readonly ids: readonly number[]; readonly count: number };

/** Says which variables are wrong, one a line. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * Reads the configuration from an environment.
 *
 * @throws ConfigError naming every wrong variable at once.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const read = environment.safeParse(env);
  if (!read.success) {
    const lines = read.error.issues.map((issue) => `  ${String(issue.path[0])} ${issue.message}`);
    throw new ConfigError(
      `These settings can't be used (see .env.example for what each one takes):\n${lines.join('\n')}`,
    );
  }
  const set = read.data;
  const problem = shardProblem(set);
  if (problem !== null) throw new ConfigError(`These settings can't be used together:\n  ${problem}`);
  return {
    token: set.DISCORD_TOKEN,
    guildId: set.DISCORD_GUILD_ID,
    discordApiUrl: set.DISCORD_API_URL,
    contentDir: set.CONTENT_DIR,
    dataDir: set.DATA_DIR,
    modelDir: set.MODEL_DIR,
    answerModel: set.ANSWER_URL
      ? { url: set.ANSWER_URL, model: set.ANSWER_MODEL ?? '', key: set.ANSWER_KEY }
      : undefined,
    databaseUrl: set.DATABASE_URL,
    shards:
      set.SHARD_IDS && set.SHARD_COUNT
        ? { kind: 'some', ids: set.SHARD_IDS, count: set.SHARD_COUNT }
        : { kind: 'all', count: set.SHARDS },
    port: set.PORT,
    healthPort: set.HEALTH_PORT,
    healthHost: set.HEALTH_HOST,
    privacyUrl: set.PRIVACY_URL,
    termsUrl: set.TERMS_URL,
    logLevel: set.LOG_LEVEL,
    layout: set.LAYOUT,
    sync: set.SYNC,
    contact: set.DATELINE_CONTACT,
    wikipediaApiUrl: set.WIKIPEDIA_API_URL,
  };
}

/** What doesn't fit together in the settings of shards, as a sentence; null where all does. */
function shardProblem(set: z.output<typeof environment>): string | null {
  const { SHARD_IDS: ids, SHARD_COUNT: count } = set;
  if ((ids === undefined) !== (count === undefined))
    return 'SHARD_IDS and SHARD_COUNT are set together: which shards this process has, and how many there are.';
  if (!ids || count === undefined) return null;
  if (Math.max(...ids) >= count) return `SHARD_IDS go from 0 to SHARD_COUNT - 1, here ${count - 1}.`;
  if (ids.length < count && set.DATABASE_URL === undefined)
    return 'SHARD_IDS names a part of the shards: set DATABASE_URL=postgres://…, the database that all processes share.';
  return null;
}

/**
 * Reads `.env` beside the program's working directory, then the process's environment, which wins.
 *
 * @throws ConfigError where a quote in it is never closed: what follows would be read as part of that value.
 */
export function loadConfig(): Config {
  const line = existsSync('.env') ? unclosedQuote(readFileSync('.env', 'utf8')) : null;
  if (line !== null)
    throw new ConfigError(
      `Line ${line} of .env begins a value with a quote that is never closed. Close it, or leave both quotes out.`,
    );
  loadDotenv({ quiet: true });
  return readConfig(process.env);
}

const SETTING = /^\s*(?:export\s+)?[\w.-]+\s*=/;

/** The number of the line, from 1, on which a value of a `.env` file begins with a quote that isn't closed; or null. */
export function unclosedQuote(text: string): number | null {
  const lines = text.split(/\r?\n/);
  for (let at = 0; at < lines.length; at++) {
    const [, quote, rest = ''] = /^\s*(?:export\s+)?[\w.-]+\s*=\s*(["'`])(.*)$/.exec(lines[at] ?? '') ?? [];
    if (quote === undefined) continue;
    const closes = (part: string) => part.replaceAll(`\\${quote}`, '').includes(quote);
    if (closes(rest)) continue;
    // A value may go on over lines, but not over one that sets the next value.
    let end = at + 1;
    while (end < lines.length && !closes(lines[end] ?? '') && !SETTING.test(lines[end] ?? '')) end++;
    if (end === lines.length || SETTING.test(lines[end] ?? '')) return at + 1;
    at = end;
  }
  return null;
}
