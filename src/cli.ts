#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { fileURLToPath } from 'node:url';
import { config as loadDotenv } from 'dotenv';
import { runProgram } from './terminal/program.js';
import { CommandFailure, type Terminal } from './terminal/terminal.js';

// Whoever reads our output may stop early (`dateline check | head`): that is no error.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
    throw error;
  });
}

/** The lines of a pipe, one for each question; past the last one nothing can be answered. */
function askPipe(): (question: string) => Promise<string> {
  let lines: AsyncIterator<string> | null = null;
  return async () => {
    lines ??= createInterface({ input: process.stdin })[Symbol.asyncIterator]();
    const { value, done } = await lines.next();
    if (done) throw new CommandFailure('The input ended before everything was answered.');
    return value;
  };
}

/** One question, its answer from the keyboard. The end of the input ends the program. */
async function ask(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  lines.once('SIGINT', () => process.exit(130));
  try {
    return await lines.question(question);
  } finally {
    lines.close();
  }
}

/** Runs the bot over the events of this folder, or those it comes with where there are none here. */
async function start(): Promise<void> {
  if (!existsSync('content'))
    process.env.CONTENT_DIR ||= fileURLToPath(new URL('../../content', import.meta.url));
  await import('./main.js');
}

loadDotenv({ quiet: true });
const terminal: Terminal = {
  out: (text) => process.stdout.write(`${text}\n`),
  err: (text) => process.stderr.write(`${text}\n`),
  env: process.env,
  interactive: process.stderr.isTTY === true,
  ask: process.stdin.isTTY === true ? ask : askPipe(),
  start,
};
process.exitCode = await runProgram(process.argv.slice(2), terminal);
