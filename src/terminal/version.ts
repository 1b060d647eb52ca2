import { existsSync, readFileSync } from 'node:fs';

/** The version in the package's own package.json, which is a few folders up, built or not. */
export function version(): string {
  for (let folder = new URL('.', import.meta.url); folder.pathname !== '/'; folder = new URL('..', folder)) {
    const file = new URL('package.json', folder);
    if (!existsSync(file)) continue;
    const found: { name?: string; version?: string } = JSON.parse(readFileSync(file, 'utf8'));
    if (found.name === 'dateline') return found.version ?? 'unknown';
  }
  return 'unknown';
}
