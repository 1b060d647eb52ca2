// Prints the tables of all question sets: npm run evaluate -- DIR
//
// DIR has questions/ (the sets and score.mjs), training/ (the famous questions) and corpus/ (events with expand.mjs).
// Each set is asked over its own years; vectors are kept under DATA_DIR (./data), so that a second run takes minutes.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const dir = process.argv[2];
if (!dir || !existsSync(join(dir, 'questions/score.mjs'))) {
  console.error(
    'npm run evaluate -- DIR, where DIR has questions/score.mjs, training/ and corpus/expand.mjs',
  );
  process.exit(2);
}
const work = join(tmpdir(), 'dateline-evaluate');
mkdirSync(work, { recursive: true });

/** Sets by the years they are asked over; those trained on are marked: their figures are of questions the weights have seen. */
const SETS = [
  ['2015-2017', [['questions/dev-2015-2017.jsonl']]],
  ['2009-2012', [['questions/dev-2009-2012.jsonl']]],
  ['2018-2019', [['questions/dev-2018-2019.jsonl']]],
  ['2013-2014', [['questions/dev-hard-2013-2014.jsonl']]],
  [
    '2002-2019',
    [
      ['questions/head-a.jsonl'],
      ['questions/head-b.jsonl'],
      ['training/head-c.jsonl', 'trained on'],
      ['training/head-d.jsonl', 'trained on'],
      ['training/head-e.jsonl', 'trained on'],
    ],
  ],
];

const rows = {};
for (const [years, sets] of SETS) {
  const content = join(work, years);
  if (!existsSync(content))
    execFileSync('node', [
      join(dir, 'corpus/expand.mjs'),
      '--years',
      years,
      '--out',
      content,
      '--no-day-pages',
    ]);
  const questions = join(work, `${years}.jsonl`);
  writeFileSync(questions, sets.map(([file]) => readFileSync(join(dir, file), 'utf8').trim()).join('\n'));
  const answers = join(work, `${years}.answers.jsonl`);
  const ask = ['dist/src/cli.js', 'ask', '--batch', questions, '--content', content];
  const { status } = spawnSync('node', ask, { stdio: ['ignore', openSync(answers, 'w'), 'inherit'] });
  if (status !== 0) process.exit(status ?? 1);
  for (const [file, note] of sets) {
    const scored = JSON.parse(
      execFileSync('node', [join(dir, 'questions/score.mjs'), join(dir, file), answers, '--json'], {
        encoding: 'utf8',
      }),
    );
    const { ALL, everyday } = scored.table;
    rows[file.replace(/^.*\/|\.jsonl$/g, '') + (note ? ` (${note})` : '')] = {
      ...ALL,
      'everyday @1': everyday?.['hit@1'] ?? null,
      auc: scored.auc,
      'p50 ms': scored.ms?.p50,
      'p95 ms': scored.ms?.p95,
    };
  }
}
console.table(rows);
