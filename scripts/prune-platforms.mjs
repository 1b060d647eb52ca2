// Deletes what a production install has for other machines: `onnxruntime-node` comes with the binaries of all platforms (288
// MB, of which one needs 20 to 45), `@libsql` with those for both C libraries of Linux. For installs that stay on this machine.
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
