// Looks for regular expressions that take more than linear time over some text: each of src/, commands/ and the local Discord is given to recheck.
// What was found safe before is remembered in node_modules/.cache, so that only new ones take a while.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from 'recheck';
import { parseAst } from 'rolldown/parseAst';

const FOLDERS = ['src', 'commands', 'packages/local-discord/src'];
const CACHE = 'node_modules/.cache/patterns.json';
/** recheck's own version: another one looks again. */
const { version } = JSON.parse(readFileSync('node_modules/recheck/package.json', 'utf8'));
/** How long one expression may take; none takes a tenth of it on a machine with nothing else to do. */
const LONGEST_MS = 120_000;
/** recheck can't read the flag `v`. The one expression with it is timed over long texts by test/search/unspaced.test.ts. */
const UNREAD = new Set(['src/text/tokens.ts']);
/** What replaces a part of an expression that only a running program knows: a name, say. */
const UNKNOWN = 'x';

/** Every node of a syntax tree, the outer ones first. */
function* nodesOf(node) {
  if (node === null || typeof node !== 'object') return;
  if (Array.isArray(node)) {
    for (const one of node) yield* nodesOf(one);
    return;
  }
  if (typeof node.type === 'string') yield node;
  for (const value of Object.values(node)) yield* nodesOf(value);
}

/** The text an expression gives, as far as the file shows; `bound` are the arguments of the function it is in. */
function textOf(node, names, bound) {
  const again = (inner) => textOf(inner, names, bound);
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node?.type === 'TemplateLiteral')
    return node.quasis
      .map(({ value }, i) => value.cooked + (node.expressions[i] ? again(node.expressions[i]) : ''))
      .join('');
  if (node?.type === 'BinaryExpression' && node.operator === '+') return again(node.left) + again(node.right);
  if (node?.type === 'Identifier') {
    if (bound.has(node.name)) return bound.get(node.name);
    return names.has(node.name) ? again(names.get(node.name)) : UNKNOWN;
  }
  const isJoin = node?.type === 'CallExpression' && node.callee.property?.name === 'join';
  if (!isJoin) return UNKNOWN;
  const list = node.callee.object;
  const parts =
    list.type === 'Identifier'
      ? (bound.get(list.name) ?? names.get(list.name)?.elements?.map(again))
      : list.elements?.map(again);
  return Array.isArray(parts) ? parts.join(node.arguments[0]?.value ?? ',') : UNKNOWN;
}

/** The expressions of a file, with their lines. */
function patternsOf(file) {
  const text = readFileSync(file, 'utf8');
  const nodes = [...nodesOf(parseAst(text, { lang: 'ts' }))];
  const constants = nodes.filter(({ type, init }) => type === 'VariableDeclarator' && init);
  const names = new Map(constants.map(({ id, init }) => [id.name, init]));
  const found = [];
  const add = (node, pattern, flags) =>
    found.push({ file, line: text.slice(0, node.start).split('\n').length, pattern, flags });
  /** A function that makes an expression of its arguments is looked at for each of its calls in the file. */
  const callsOf = (node) => {
    const maker = constants.find(
      ({ init }) => init.params?.length === 1 && init.start <= node.start && init.end >= node.end,
    );
    const [parameter] = maker?.init.params ?? [];
    const name = parameter?.argument?.name ?? parameter?.name;
    if (!name) return [new Map()];
    const calls = nodes.filter(
      ({ type, callee }) => type === 'CallExpression' && callee.name === maker.id.name,
    );
    const given = calls.map((call) => {
      const texts = call.arguments.map((argument) => textOf(argument, names, new Map()));
      return new Map([[name, parameter.type === 'RestElement' ? texts : texts[0]]]);
    });
    return given.length > 0 ? given : [new Map()];
  };
  for (const node of nodes) {
    if (node.type === 'Literal' && node.regex) add(node, node.regex.pattern, node.regex.flags);
    if (node.type !== 'NewExpression' || node.callee.name !== 'RegExp') continue;
    const [source, flags] = node.arguments;
    for (const bound of callsOf(node)) add(node, textOf(source, names, bound), flags?.value ?? '');
  }
  return found;
}

const files = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name)),
);
const patterns = files.flatMap(patternsOf);
let safe = new Set();
try {
  const kept = JSON.parse(readFileSync(CACHE, 'utf8'));
  if (kept.version === version) safe = new Set(kept.safe);
} catch {
  // Nothing is remembered yet.
}
const keep = () => {
  mkdirSync('node_modules/.cache', { recursive: true });
  writeFileSync(CACHE, JSON.stringify({ version, safe: [...safe] }));
};

let bad = 0;
for (const [i, { file, line, pattern, flags }] of patterns.entries()) {
  const key = `/${pattern}/${flags}`;
  if (safe.has(key) || (flags.includes('v') && UNREAD.has(file))) continue;
  const found = await check(pattern, flags, { timeout: LONGEST_MS });
  if (found.status === 'safe') {
    safe.add(key);
    if (i % 50 === 0) keep();
    continue;
  }
  bad += 1;
  const why =
    found.status === 'vulnerable'
      ? `takes ${found.complexity.summary} time, as over ${found.attack.pattern}`
      : `could not be checked (${found.error.kind})`;
  console.error(`${file}:${line}: ${key} ${why}`);
}
keep();
console.log(`${patterns.length} expressions checked, ${bad} of them not safe.`);
// The checker's own process would keep this one.
process.exit(bad > 0 ? 1 : 0);
