// Deletes what a production install has and this machine never runs: the binaries for other machines (`onnxruntime-node` comes with
// those of all platforms, 288 MB, of which one needs 20 to 45; `@libsql` with those for both C libraries of Linux), and what
// only those who develop read: source maps, TypeScript and its declarations, READMEs. Licences stay. For installs that stay on
// this machine.
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const { platform, arch } = process;

/** Deletes all folders in one but those to keep; where nothing would be left, nothing is deleted. */
function keepOnly(folder, isKept) {
  let names = [];
  try {
    names = readdirSync(folder);
  } catch {
    return;
  }
  if (!names.some(isKept)) return;
  for (const name of names) if (!isKept(name)) rmSync(join(folder, name), { recursive: true });
}

const UNREAD = /\.(?:map|[cm]?ts|tsx|md|markdown|flow)$/i;
const LEGAL = /licen[sc]e|copying|notice/i;

/** Deletes the files below a folder that no program reads. */
function pruneFiles(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) pruneFiles(path);
    else if (entry.isFile() && UNREAD.test(entry.name) && !LEGAL.test(entry.name)) rmSync(path);
  }
}

const binaries = 'node_modules/onnxruntime-node/bin/napi-v6';
keepOnly(binaries, (name) => name === platform);
keepOnly(join(binaries, platform), (name) => name === arch);
if (platform === 'linux') {
  const own = process.report.getReport().header.glibcVersionRuntime ? 'gnu' : 'musl';
  const isLibrary = (name) => name.startsWith(`linux-${arch}-`);
  const libraries = readdirSync('node_modules/@libsql').filter(isLibrary);
  if (libraries.includes(`linux-${arch}-${own}`))
    keepOnly('node_modules/@libsql', (name) => !isLibrary(name) || name.endsWith(`-${own}`));
}
pruneFiles('node_modules');
