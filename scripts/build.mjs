// Builds dist/: the local Discord's package, the program with tsc, and the files the search reads compiled. Run by
// `npm run build`, after an install by `prepare`, and by `npm start` where something has changed since.
import { execFileSync } from 'node:child_process';
import { chmodSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { buildLocalDiscord } from '../packages/local-discord/scripts/build.mjs';
import { buildLexicon } from './build-lexicon.mjs';
import { forgetBuild, noteBuild } from './build-stamp.mjs';

const require = createRequire(import.meta.url);
const tsc = require.resolve('typescript/package.json').replace(/package\.json$/, 'bin/tsc');
forgetBuild();
for (const folder of ['dist/src', 'dist/commands']) rmSync(folder, { recursive: true, force: true });
await buildLocalDiscord();
execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { stdio: 'inherit' });
await buildLexicon();
// The package's bin: npm sets this bit on an install, a checkout runs it as it lies.
chmodSync('dist/src/cli.js', 0o755);
noteBuild();
