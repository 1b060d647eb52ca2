// Builds the package's dist/: the server with tsc, the page with esbuild.
import { execFileSync } from 'node:child_process';
import { chmodSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { buildPage } from './build-page.mjs';

const folder = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);
const tsc = require.resolve('typescript/package.json').replace(/package\.json$/, 'bin/tsc');

/** Compiles the server, then bundles the page beside it. */
export async function buildLocalDiscord() {
  rmSync(`${folder}dist`, { recursive: true, force: true });
  execFileSync(process.execPath, [tsc, '-p', `${folder}tsconfig.build.json`], { stdio: 'inherit' });
  await buildPage(`${folder}dist/page`);
  chmodSync(`${folder}dist/serve.js`, 0o755);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildLocalDiscord();
