// Writes the vectors of the shipped events to dist/, where they are not there or the model or the events have changed.
import { build } from 'esbuild';

/** Compiles the writer and runs it: it leaves what is up to date unchanged. */
export async function buildShippedVectors() {
  const outfile = 'dist/write-shipped-vectors.js';
  await build({
    entryPoints: ['src/search/encode/write-shipped-vectors.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'warning',
  });
  const { writeShippedVectors } = await import(new URL(`../${outfile}`, import.meta.url).href);
  await writeShippedVectors('content', 'dist/shipped-vectors.bin');
}
