import { copyFileSync, mkdirSync } from 'node:fs';
import { build } from 'esbuild';

const source = new URL('./src/local-discord/page/', import.meta.url).pathname;

/** Bundles the local Discord's page, with all it needs from node_modules, into a folder. */
export async function buildPage(folder) {
  mkdirSync(folder, { recursive: true });
  await build({
    entryPoints: [`${source}main.ts`],
    outdir: folder,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    legalComments: 'linked',
    logLevel: 'warning',
  });
  copyFileSync(`${source}index.html`, `${folder}/index.html`);
}
