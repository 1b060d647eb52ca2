import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const folder = 'src/views/sentences';

/** Every text in a file: what is between quotes, outside comments. */
function textsOf(file: string): string[] {
  const code = readFileSync(`${folder}/${file}`, 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '')
    .replace(/^import .*$/gm, '');
  const quoted = code.matchAll(/'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\[\s\S])*)`/g);
  return [...quoted].map(([, single, double, template]) => single ?? double ?? template ?? '');
}

/** Words and phrases that sound translated, with what to write instead. */
const GIVE_AWAYS: readonly [RegExp, string][] = [
  [/\btold\b|\btells?\b|\btelling\b/i, 'says, describes, is about, posted'],
  [/\bso (?:many|few|much)\b/i, 'this many, up to'],
  [/\bparted\b/i, 'separated'],
  [/\bby (?:it|my|him|her|them)sel(?:f|ves)\b/i, 'automatically'],
  [/\bstands?\b/i, 'is, is in, means'],
  [/\bholds?\b/i, 'has, contains'],
  [/\btaken (?:up|for|as)\b/i, 'picked up, treated as'],
  [/\bwho set (?:it|that)\b/i, 'the person who set it up'],
  [/\bas it (?:lies|stood)\b/i, 'unchanged'],
  [/\balone\b/i, 'only, before the noun'],
  [/\bfrom now on\b|\bno more\b/i, 'now, no longer'],
  [/\bbefell\b|\bdeeds?\b|\bslain\b/i, 'affected, action, killed'],
  [/\blies (?:after|before|between)\b/i, 'is after'],
  [/\bone press away\b|\bpress(?:es)? away\b/i, 'jump to'],
  [/\bcalled anew\b|\banew\b/i, 'again, a new one'],
  [/\bI may (?:not|no|open|write)\b|\bYou may (?:open )?no\b/i, "I can't"],
  [/\bunless told\b/i, '(default: …)'],
  [/\bwhoever\b/i, 'the bot’s owner'],
  [/\bswap them, and\b/i, 'try swapping them'],
  [/\bgo(?:es)? with\b/i, 'related'],
];

describe('every sentence people see is plain English', () => {
  const files = readdirSync(folder).filter((name) => name.startsWith('en'));

  test.each(GIVE_AWAYS)('none has %s', (giveAway) => {
    const found = files.flatMap((file) => textsOf(file).filter((text) => giveAway.test(text)));
    expect(found).toEqual([]);
  });

  test('no label needs an emoji font', () => {
    const found = files.flatMap((file) =>
      textsOf(file).filter((text) => /\p{Extended_Pictographic}|[◀▶⏮⏭]/u.test(text)),
    );
    expect(found).toEqual([]);
  });

  test('the texts are found at all', () => {
    expect(files.flatMap(textsOf).length).toBeGreaterThan(150);
  });
});
