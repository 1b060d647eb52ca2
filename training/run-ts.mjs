// Bundles training/NAME.ts and runs it: node training/run-ts.mjs NAME [ARGUMENTS]
import { spawnSync } from 'node:child_process';
import { build } from 'esbuild';
import { buildWorker } from '../scripts/build-worker.mjs';

const [name = '', ...args] = process.argv.slice(2);
const outfile = `dist/training/${name}.js`;
await buildWorker();
await build({
  entryPoints: [`training/${name}.ts`],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  logLevel: 'warning',
});
process.exitCode =
  spawnSync(process.execPath, ['--max-old-space-size=6000', outfile, ...args], { stdio: 'inherit' }).status ??
  1;
