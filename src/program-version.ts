import { readFileSync } from 'node:fs';

/**
 * What the built program was made of, as the build notes it: what is worked out from events by one version isn't read by
 * another. Null where the program runs from its sources; nothing is kept then.
 */
export function programVersion(): string | null {
  try {
    return readFileSync(new URL('../built-from', import.meta.url), 'utf8');
  } catch {
    return null;
  }
}
