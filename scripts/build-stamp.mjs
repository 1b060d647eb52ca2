// What the last build was made of, so that `npm start` after `npm ci` builds nothing again.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const STAMP = 'dist/built-from';
/** Read in full: what the compilers read. */
const SOURCES = [
  'src',
  'commands',
  'packages/local-discord/src',
  'packages/local-discord/scripts',
  'scripts',
  'content',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'packages/local-discord/tsconfig.build.json',
];
/** What a build leaves, beside its word of it. */
const BUILT = ['dist/src/main.js', 'packages/local-discord/dist/index.js'];
/** Too large to read at each start: by name and size. */
const MODELS = 'models';

function* filesBelow(path) {
  if (!existsSync(path)) return;
  if (!statSync(path).isDirectory()) yield path;
  else for (const name of readdirSync(path).sort()) yield* filesBelow(join(path, name));
}

/** A hash over everything dist/ is made of. */
function sourcesHash() {
  const hash = createHash('sha256');
  for (const source of SOURCES)
    for (const file of filesBelow(source)) hash.update(`${file}\0`).update(readFileSync(file)).update('\0');
  for (const file of filesBelow(MODELS)) hash.update(`${file}\0${statSync(file).size}\0`);
  return hash.digest('hex');
}

/** Whether dist/ is what a build would make now. */
export function isBuilt() {
  return [STAMP, ...BUILT].every((file) => existsSync(file)) && readFileSync(STAMP, 'utf8') === sourcesHash();
}

/** Before a build: one that breaks off leaves no word of having been done. */
export function forgetBuild() {
  rmSync(STAMP, { force: true });
}

/** After a build. */
export function noteBuild() {
  mkdirSync('dist', { recursive: true });
  writeFileSync(STAMP, sourcesHash());
}
