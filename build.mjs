// Builds dist/: the program with tsc. Run by `npm run build`, `npm start` and, after an install, `prepare`.
import { execFileSync } from 'node:child_process';
import { chmodSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const tsc = require.resolve('typescript/package.json').replace(/package\.json$/, 'bin/tsc');
rmSync('dist', { recursive: true, force: true });
execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { stdio: 'inherit' });
// The package's bin: npm sets this bit on an install, a checkout runs it as it lies.
chmodSync('dist/src/cli.js', 0o755);
