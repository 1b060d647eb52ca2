import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** Whether what builds is installed: a production install (`npm ci --omit=dev`) runs a dist/ that was built elsewhere. */
export function canBuild() {
  try {
    require.resolve('typescript/package.json');
    return true;
  } catch {
    return false;
  }
}
