// Run by npm after an install: builds, where what builds is installed and something has changed.
import { existsSync } from 'node:fs';
import { isBuilt } from './build-stamp.mjs';
import { canBuild } from './can-build.mjs';

if (canBuild()) {
  if (!isBuilt()) await import('./build.mjs');
} else if (!existsSync('dist/src/main.js'))
  console.log(
    'Not built: this is a production install. Copy dist/ from a build, or run `npm ci && npm run build`.',
  );
