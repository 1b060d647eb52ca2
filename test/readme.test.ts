import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { exampleQuestion } from '../src/bot/example-question.js';
import { EventLibrary } from '../src/events/event-library.js';
import { runProgram } from '../src/terminal/program.js';
import { en } from '../src/views/sentences/en.js';
import { archiveOver } from './archive/archive-over.js';

const CONTENT = 'content';
const readme = readFileSync('README.md', 'utf8');

/** The arguments of a command line, quotes and a comment taken off. */
function argumentsOf(line: string): string[] {
  const parts = line.replace(/\s+#.*$/, '').match(/"[^"]*"|\S+/g) ?? [];
  return parts.slice(2).map((part) => part.replace(/^"|"$/g, ''));
}

const examples = [...readme.matchAll(/^npx dateline (?:ask|search|date|topic|story) .*$/gm)].map(
  ([line]) => line,
);

async function dateline(args: readonly string[]) {
  const out: string[] = [];
  const terminal = {
    out: (text: string) => void out.push(text),
    err: () => undefined,
    env: {},
    interactive: false,
  };
  const exitCode = await runProgram([...args, '--content', CONTENT], terminal);
  return { exitCode, out: out.join('\n') };
}

describe('every example of the README', () => {
  test('is found', () => {
    expect(examples.length).toBeGreaterThanOrEqual(6);
  });

  test.each(examples.filter((line) => !line.includes('slug.md')))('gives a good answer: %s', async (line) => {
    const { exitCode, out } = await dateline(argumentsOf(line));
    expect(exitCode).toBe(0);
    expect(out).not.toMatch(/^(?:Closest matches|I found nothing)|\b0 events/);
    expect(out).toMatch(/\d{4}-\d\d-\d\d|\d{1,2} \w+ \d{4}/);
  });
});

describe('the examples printed at startup', () => {
  let library: EventLibrary;
  beforeAll(async () => {
    library = await EventLibrary.open(CONTENT);
  });

  test('ask something that an event of that topic answers', async () => {
    const archive = await archiveOver(library.events);
    const today = '2026-01-01';
    const question = await exampleQuestion(archive, en, today);
    expect(question).not.toBeNull();
    const { answered, hits } = await archive.ask(question ?? '', { today });
    expect(answered).toBe(true);
    expect(hits[0]?.event.topics.some((topic) => question?.includes(topic))).toBe(true);
  });
});
