// Builds dist/: the program with tsc, the local Discord's page with esbuild, the word vectors and definitions where they are stale. Run by `npm run build`, `npm start` and, after an install, `prepare`.
import { execFileSync } from 'node:child_process';
import { chmodSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { buildLexicon } from './build-lexicon.mjs';
import { buildPage } from './build-page.mjs';

const require = createRequire(import.meta.url);
const tsc = require.resolve('typescript/package.json').replace(/package\.json$/, 'bin/tsc');
for (const folder of ['dist/src', 'dist/commands']) rmSync(folder, { recursive: true, force: true });
execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { stdio: 'inherit' });
await buildPage('dist/src/local-discord/page');
await buildLexicon();
// The package's bin: npm sets this bit on an install, a checkout runs it as it lies.
chmodSync('dist/src/cli.js', 0o755);
