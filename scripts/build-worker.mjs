// Bundles the threads that models run in, so that the program, the tests and the benchmarks start the same files.
import { build } from 'esbuild';

export async function buildWorker() {
  await build({
    entryPoints: {
      'model-worker': 'src/search/encode/model-worker.ts',
      'folder-worker': 'src/search/model-folder/folder-worker.ts',
    },
    outdir: 'dist',
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'warning',
  });
}
