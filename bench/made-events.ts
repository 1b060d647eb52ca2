/**
 * Makes a large folder of events from a real one: varied copies of its files, for measuring what a million events take. Each copy
 * is 20 years earlier than the one before, and its capitalised words are exchanged for others that are about as frequent, the same
 * way throughout the copy: so stories hold together, each word is about as frequent as before, and no two copies say the
 * same. The number of different words stays that of the real events; of a real archive it would grow.
 *
 *   npm run bench -- made-events FROM TO COPIES
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { findContentFiles } from '../src/events/content-files.js';
import { isStopWord } from '../src/text/stop-words.js';

/** Words are exchanged with others of the same group of this many, by frequency. */
const GROUP = 40;
const YEARS = 20;
const AT_ONCE = 64;
const CAPITALISED = /\p{Lu}[\p{L}]{2,}/gu;
/** What a file's form is made of. */
const OF_THE_FORM = new Set(['Source', 'Related', 'Context']);

const [from = '', to = '', copies = '1'] = process.argv.slice(2);
const { files } = await findContentFiles(from);
const texts: { path: string; text: string }[] = [];
await inParallel(files, async ({ file, path }) => {
  texts.push({ path, text: await readFile(file, 'utf8') });
});
texts.sort((a, b) => (a.path < b.path ? -1 : 1));

const counts = new Map<string, number>();
for (const { text } of texts)
  for (const [word] of text.matchAll(CAPITALISED)) counts.set(word, (counts.get(word) ?? 0) + 1);
const words = [...counts]
  .filter(([word]) => !OF_THE_FORM.has(word) && !isStopWord(word.toLowerCase()))
  .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  .map(([word]) => word);

for (let copy = 0; copy < Number(copies); copy++) {
  const others = exchanged(copy);
  await inParallel(texts, async ({ path, text }) => {
    const file = join(to, earlier(path, copy * YEARS));
    const made = text.replace(CAPITALISED, (word) => others.get(word) ?? word);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, copy === 0 ? text : earlier(made, copy * YEARS));
  });
  console.log(`${texts.length * (copy + 1)} events of ${words.length} different names`);
}

/** The word that stands for each in a copy; each itself in the first. */
function exchanged(copy: number): Map<string, string> {
  const random = seeded(copy);
  const others = new Map<string, string>();
  for (let at = 0; copy > 0 && at < words.length; at += GROUP) {
    const group = words.slice(at, at + GROUP);
    const shuffled = [...group];
    for (let i = shuffled.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [shuffled[i], shuffled[j]] = [shuffled[j] ?? '', shuffled[i] ?? ''];
    }
    for (const [i, word] of group.entries()) others.set(word, shuffled[i] ?? word);
  }
  return others;
}

/** A path or a text of such a file with its years moved; 29 February becomes the 28th. */
function earlier(text: string, years: number): string {
  if (years === 0) return text;
  return text
    .replace(/\/news\/(\d{4})\/(\d\d?)\/(\d\d?)/g, (_, year, month, day) => {
      const date = Number(month) === 2 && Number(day) === 29 ? 28 : day;
      return `/news/${Number(year) - years}/${month}/${date}`;
    })
    .replace(/\[(\d{4})-(\d\d?)-(\d\d?)\]/g, (_, year, month, day) => {
      const date = Number(month) === 2 && Number(day) === 29 ? 28 : day;
      return `[${Number(year) - years}-${month}-${date}]`;
    });
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed + 1;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

async function inParallel<T>(items: readonly T[], use: (item: T) => Promise<void>): Promise<void> {
  let next = 0;
  const work = async () => {
    for (let item = items[next++]; item !== undefined; item = items[next++]) await use(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}
