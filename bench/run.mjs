// Bundles bench/NAME.ts and runs it as `npm start` runs the bot: npm run bench -- NAME [ARGUMENTS]
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { build } from 'esbuild';
import { buildLexicon } from '../scripts/build-lexicon.mjs';

const [name = '', ...args] = process.argv.slice(2);
if (!existsSync(`bench/${name}.ts`)) {
  const names = readdirSync('bench').flatMap((file) => /^(.+)\.ts$/.exec(file)?.[1] ?? []);
  console.error(`npm run bench -- NAME, where NAME is one of ${names.join(', ')}`);
  process.exit(2);
}
await buildLexicon();
const outfile = `dist/bench/${name}.js`;
await build({
  entryPoints: [`bench/${name}.ts`],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  logLevel: 'warning',
});
process.exitCode =
  spawnSync(process.execPath, ['--expose-gc', '--always-sparkplug', outfile, ...args], { stdio: 'inherit' })
    .status ?? 1;
