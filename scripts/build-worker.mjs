// Bundles the thread that the models run in, so that the program, the tests and the benchmarks start the same file.
import { build } from 'esbuild';

export async function buildWorker() {
  await build({
    entryPoints: ['src/search/encode/model-worker.ts'],
    outfile: 'dist/model-worker.js',
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'warning',
  });
}
