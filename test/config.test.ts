import { readFileSync } from 'node:fs';
import { parse } from 'dotenv';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig, unclosedQuote } from '../src/config.js';

describe('the configuration', () => {
  it('needs nothing: no token means the local Discord', () => {
    const config = readConfig({});
    expect(config.token).toBeUndefined();
    expect(config).toMatchObject({
      contentDir: './content',
      dataDir: './data',
      port: 4350,
      logLevel: 'info',
    });
  });

  it('takes an empty variable for an unset one', () => {
    expect(readConfig({ DISCORD_TOKEN: ' ', PORT: '', CONTENT_DIR: '' })).toEqual(readConfig({}));
  });

  it('names every wrong variable at once, with what it takes', () => {
    const wrong = {
      PORT: '70000',
      DISCORD_GUILD_ID: 'my server',
      DISCORD_API_URL: 'discord',
      LOG_LEVEL: 'loud',
    };
    expect(() => readConfig(wrong)).toThrow(ConfigError);
    for (const name of Object.keys(wrong)) expect(() => readConfig(wrong)).toThrow(name);
    expect(() => readConfig(wrong)).toThrow('0 to 65535');
  });

  it('reads which shards a process has', () => {
    const database = { DATABASE_URL: 'postgres://dateline@db.example/dateline' };
    expect(readConfig({}).shards).toEqual({ kind: 'all', count: 'auto' });
    expect(readConfig({ SHARDS: '4' }).shards).toEqual({ kind: 'all', count: 4 });
    const some = readConfig({ ...database, SHARD_IDS: '0,4-6', SHARD_COUNT: '16' }).shards;
    expect(some).toEqual({ kind: 'some', ids: [0, 4, 5, 6], count: 16 });
  });

  it('refuses shards that don’t fit together, and a part of them without a database to share', () => {
    const database = { DATABASE_URL: 'postgres://dateline@db.example/dateline' };
    const wrong = (env: object, sentence: RegExp) =>
      expect(() => readConfig({ ...database, ...env })).toThrow(sentence);
    wrong({ SHARD_IDS: '0-3' }, /set together/);
    wrong({ SHARD_IDS: '0-4', SHARD_COUNT: '4' }, /go from 0/);
    wrong({ SHARD_IDS: '3-1', SHARD_COUNT: '4' }, /each shard once/);
    wrong({ SHARD_IDS: '0,0', SHARD_COUNT: '4' }, /each shard once/);
    wrong({ SHARDS: 'many' }, /"auto" or a number/);
    wrong({ DATABASE_URL: 'libsql://db.example' }, /postgres:/);
    wrong({ DATABASE_URL: '', SHARD_IDS: '0-1', SHARD_COUNT: '4' }, /DATABASE_URL=postgres/);
  });

  it('takes port 0, which asks for any free port', () => {
    expect(readConfig({ PORT: '0' }).port).toBe(0);
  });

  it('accepts .env.example unchanged, which names every variable', () => {
    const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');
    expect(readConfig(parse(example))).toEqual(readConfig({}));
    const named = new Set(example.match(/^#? ?[A-Z_]+(?==)/gm)?.map((name) => name.replace(/^# ?/, '')));
    for (const name of ['DISCORD_TOKEN', 'DISCORD_GUILD_ID', 'DISCORD_API_URL', 'CONTENT_DIR', 'DATA_DIR']) {
      expect(named).toContain(name);
    }
    for (const name of ['DATABASE_URL', 'SHARDS', 'SHARD_IDS', 'SHARD_COUNT', 'PORT', 'LOG_LEVEL', 'SYNC']) {
      expect(named).toContain(name);
    }
    for (const name of ['DATELINE_CONTACT', 'WIKIPEDIA_API_URL']) expect(named).toContain(name);
  });

  it('finds the line of a quote that is never closed', () => {
    expect(unclosedQuote('DISCORD_TOKEN="abc\nPORT=4350\n')).toBe(1);
    expect(unclosedQuote("# a comment's quote\nPORT=1\nCONTENT_DIR='my events\n")).toBe(3);
    expect(unclosedQuote('A="abc\nB="def"\n')).toBe(1);
  });

  it('finds none where quotes are closed, on their line or a later one', () => {
    expect(unclosedQuote('A="abc" # why\nB=\'d"e\'\nC=it\'s fine\n')).toBeNull();
    expect(unclosedQuote('A="first line\nsecond line"\nB=1')).toBeNull();
    expect(unclosedQuote(readFileSync(new URL('../.env.example', import.meta.url), 'utf8'))).toBeNull();
  });
});
