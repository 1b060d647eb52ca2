/**
 * Makes a large folder of events from a real one: varied copies of its files.
 *
 *   npm run bench -- made-events FROM TO COPIES
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { findContentFiles } from '../src/events/content-files.js';
import { VariedCopies } from './varied-copies.js';

const AT_ONCE = 64;

const [from = '', to = '', copies = '1'] = process.argv.slice(2);
const { files } = await findContentFiles(from);
const texts: { path: string; text: string }[] = [];
await inParallel(files, async ({ file, path }) => {
  texts.push({ path, text: await readFile(file, 'utf8') });
});
texts.sort((a, b) => (a.path < b.path ? -1 : 1));
const varied = new VariedCopies(texts.map(({ text }) => text));

for (let copy = 0; copy < Number(copies); copy++) {
  await inParallel(texts, async ({ path, text }) => {
    const file = join(to, varied.path(path, copy));
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, varied.text(text, copy));
  });
  console.log(`${texts.length * (copy + 1)} events of ${varied.words} different names`);
}

async function inParallel<T>(items: readonly T[], use: (item: T) => Promise<void>): Promise<void> {
  let next = 0;
  const work = async () => {
    for (let item = items[next++]; item !== undefined; item = items[next++]) await use(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}
