import { readFile } from 'node:fs/promises';
import { EventLibrary } from '../src/events/event-library.js';
import { openModels } from '../src/search/encode/open-models.js';
import { SearchEngine } from '../src/search/search-engine.js';
const [content = '', dataDir = '', ...files] = process.argv.slice(2);
const { events } = await EventLibrary.open(content);
const engine = await SearchEngine.over(events, await openModels(dataDir));
await engine.encoded();
const T: Record<string, number[]> = { read: [], rank: [], cand: [], decide: [], all: [] };
const qs: string[] = [];
for (const file of files) for (const line of (await readFile(file, 'utf8')).split('\n').filter(Boolean)) qs.push(JSON.parse(line).question);
for (let r = 0; r < 2; r++) for (const q of qs.slice(0, 250)) {
  const t0 = performance.now();
  const question = engine.read(q, '2026-11-30');
  const t1 = performance.now();
  engine.ranker.candidates(question, null, null);
  const t2 = performance.now();
  const ranked = await engine.rank(question);
  const t3 = performance.now();
  try { engine.decide(question, ranked); } catch {}
  const t4 = performance.now();
  if (r) { T['read']!.push(t1 - t0); T['cand']!.push(t2 - t1); T['rank']!.push(t3 - t2); T['decide']!.push(t4 - t3); T['all']!.push(t4 - t2 + t1 - t0); }
}
for (const [k, v] of Object.entries(T)) { v.sort((a, b) => a - b); console.log(k, 'p50', v[v.length >> 1]?.toFixed(1), 'p95', v[Math.floor(v.length * 0.95)]?.toFixed(1)); }
await engine.close();
