import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Every file below a folder with its contents, so that two trees can be compared byte by byte. */
export function treeOf(folder: string): Map<string, string> {
  const files = (readdirSync(folder, { recursive: true }) as string[]).sort();
  return new Map(
    files
      .filter((name) => statSync(join(folder, name)).isFile())
      .map((name) => [name, readFileSync(join(folder, name), 'latin1')]),
  );
}
