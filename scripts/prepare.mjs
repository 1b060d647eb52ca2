// Run by npm after an install: builds, where what builds is installed. A production install (`npm ci --omit=dev`) has none of
// it; it runs a dist/ that was built elsewhere.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
try {
  require.resolve('typescript/package.json');
} catch {
  if (!existsSync('dist/src/main.js'))
    console.log(
      'Not built: this is a production install. Copy dist/ from a build, or run `npm ci && npm run build`.',
    );
  process.exit(0);
}
await import('../build.mjs');
