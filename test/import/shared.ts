import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of test material beside the project, or null where there is none. DATELINE_SHARED names another. */
export function sharedFolder(...inside: string[]): string | null {
  const folder = join(process.env['DATELINE_SHARED'] ?? '../shared', ...inside);
  return existsSync(folder) ? folder : null;
}
