import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { codeOf } from '../events/content-files.js';
import { CommandFailure } from './terminal.js';

/** A line of a batch: one question, or the turns of a conversation. */
export interface BatchLine {
  readonly id: unknown;
  readonly turns: readonly string[];
  readonly isTalk: boolean;
}

const line = z.union([
  z.object({ id: z.unknown(), question: z.string() }),
  z.object({ id: z.unknown(), turns: z.array(z.object({ say: z.string() })) }),
]);

/** Reads the questions and conversations of a file, one JSON object a line. Throws CommandFailure for what is neither. */
export async function readBatch(file: string): Promise<BatchLine[]> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new CommandFailure(`Can’t read the questions in ${file} (${codeOf(error)}).`);
  }
  return text
    .split('\n')
    .flatMap((line, i): BatchLine[] => (line.trim() === '' ? [] : [readLine(line, i + 1)]));
}

function readLine(written: string, number: number): BatchLine {
  const read = line.safeParse(jsonOf(written));
  if (!read.success)
    throw new CommandFailure(
      `Line ${number} is not of the form {"id": …, "question": "…"} or {"id": …, "turns": [{"say": "…"}]}.`,
    );
  const { data } = read;
  const id = data.id ?? number;
  return 'turns' in data
    ? { id, turns: data.turns.map(({ say }) => say), isTalk: true }
    : { id, turns: [data.question], isTalk: false };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
