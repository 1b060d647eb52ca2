import { Command } from 'commander';
import { openModels } from '../search/encode/open-models.js';
import type { Terminal } from './terminal.js';

/** What is measured with: as long as questions and events usually are. */
const QUESTION = 'Which city was chosen to host the summer games after three rounds of voting?';
const EVENT =
  '7 September 2013. Summer games: The committee chooses the capital as the host city after three rounds of voting, ahead of two other candidates.';
const TIMES = 20;

/** What one model does, and how long that takes on this machine. */
interface Measured {
  readonly model: string;
  readonly does: string;
  readonly ms: number;
}

/** `dateline models`: which models are loaded, and how fast they are here. */
export function modelsCommand(terminal: Terminal): Command {
  return new Command('models')
    .description('show which models are loaded, and how fast they are on this machine')
    .option('--json', 'answer as JSON, for programs')
    .action(async (options: { readonly json?: boolean }) => {
      const { models, folder, problem } = await openModels(
        undefined,
        terminal.env.MODEL_DIR?.trim() || undefined,
      );
      const own = folder?.models;
      const has = (role: string) => own?.models.some((model) => model.role === role) ?? false;
      const measured: Measured[] = [
        {
          model: 'built-in encoder',
          does: 'a question',
          ms: await msOf(() => models.encode([QUESTION], 'question')),
        },
        {
          model: 'built-in encoder',
          does: 'an event',
          ms: await msOf(() => models.encode([EVENT], 'event')),
        },
        {
          model: 'built-in reader',
          does: 'a question with an event',
          ms: await msOf(() => models.read(QUESTION, [EVENT])),
        },
        ...(own && has('encoder')
          ? [{ model: 'encoder', does: 'a question or event', ms: await msOf(() => own.encode([EVENT])) }]
          : []),
        ...(own && has('cross-encoder')
          ? [
              {
                model: 'cross-encoder',
                does: 'a question with an event',
                ms: await msOf(() => own.score(QUESTION, [EVENT])),
              },
            ]
          : []),
        ...(own && has('reader')
          ? [
              {
                model: 'reader',
                does: 'a question with an event',
                ms: await msOf(() => own.read(QUESTION, EVENT)),
              },
            ]
          : []),
      ];
      await own?.close();
      await models.close();
      const files = own?.models.map(({ role, file, bytes }) => ({ role, file, bytes })) ?? [];
      if (options.json) terminal.out(JSON.stringify({ measured, files, problem: problem ?? null }));
      else terminal.out([...files.map(fileLine), ...measured.map(measuredLine)].join('\n'));
      if (problem) terminal.err(problem);
    });
}

/** Milliseconds of one run: the median of several, after one that is not counted. */
async function msOf(run: () => Promise<unknown>): Promise<number> {
  await run();
  const times: number[] = [];
  for (let i = 0; i < TIMES; i++) {
    const begun = performance.now();
    await run();
    times.push(performance.now() - begun);
  }
  return Number((times.sort((a, b) => a - b)[TIMES >> 1] ?? 0).toFixed(2));
}

const fileLine = ({ role, file, bytes }: { role: string; file: string; bytes: number }) =>
  `${role}: ${file}, ${(bytes / 1e6).toFixed(1)} MB`;
const measuredLine = ({ model, does, ms }: Measured) => `${model}: ${ms} ms ${does}`;
