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
    for (const name of ['DATABASE_URL', 'DATABASE_AUTH_TOKEN', 'PORT', 'LOG_LEVEL', 'SYNC']) {
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
