/**
 * Writes what a classifier sees of texts: node training/run-ts.mjs dump-text-rows TEXTS.jsonl OUT
 *
 * TEXTS.jsonl has lines {"text", …}. OUT.jsonl holds the same lines with "grams" and "known" (whether there is a vector), OUT.f32 the
 * encoder's vectors, 256 float32 a line.
 */
import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { ModelHost } from '../src/search/encode/model-host.js';
import { textGrams } from '../src/search/intent/text-grams.js';

const [texts = '', out = ''] = process.argv.slice(2);
const { resolve } = createRequire(import.meta.url);
const host = await ModelHost.open({
  vocabulary: await readFile(resolve('#models/encoder-vocab.txt'), 'utf8'),
  encoder: resolve('#models/encoder.onnx'),
  reader: null,
});
const rows = (await readFile(texts, 'utf8')).split('\n').filter(Boolean);
const vectorsOut = createWriteStream(`${out}.f32`);
const linesOut = createWriteStream(`${out}.jsonl`);
const AT_ONCE = 256;
for (let from = 0; from < rows.length; from += AT_ONCE) {
  const read = rows.slice(from, from + AT_ONCE).map((row): { text: string } => JSON.parse(row));
  const vectors = await host.encode(
    read.map(({ text }) => text),
    'question',
  );
  read.forEach((row, i) => {
    const vector = vectors[i];
    vectorsOut.write(Buffer.from((vector ?? new Float32Array(256)).slice().buffer));
    linesOut.write(
      `${JSON.stringify({ ...row, known: Boolean(vector), grams: [...textGrams(row.text)] })}\n`,
    );
  });
}
vectorsOut.end();
linesOut.end();
