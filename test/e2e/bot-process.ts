import { type ChildProcessWithoutNullStreams, execFileSync, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, vi } from 'vitest';

/** DATELINE_LOAD stretches the deadlines where the machine has other work. */
const LOAD = Number(process.env.DATELINE_LOAD ?? 1);

const root = join(import.meta.dirname, '..', '..');
const program = join(root, 'dist', 'crash-test');

/** Compiles the program as it is now, apart from what is installed. */
export function compileProgram(): void {
  const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc');
  execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json', '--outDir', program], { cwd: root });
}

/** The program in a process of its own. */
export class BotProcess {
  /** What it has written, on both streams. */
  readonly said: string[] = [];
  /** How it ended: its code, or the signal that ended it. */
  readonly exit: Promise<number | NodeJS.Signals | null>;
  readonly #process: ChildProcessWithoutNullStreams;

  /** @param env beside the environment of this process */
  constructor(env: Readonly<Record<string, string>>) {
    this.#process = spawn(process.execPath, [join(program, 'src', 'main.js')], {
      cwd: root,
      env: { ...process.env, LOG_LEVEL: 'info', ...env },
    });
    for (const stream of [this.#process.stdout, this.#process.stderr])
      stream.on('data', (data: Buffer) => this.said.push(data.toString()));
    this.exit = new Promise((resolve) => this.#process.on('exit', (code, signal) => resolve(signal ?? code)));
  }

  get pid(): number {
    return this.#process.pid ?? 0;
  }

  get text(): string {
    return this.said.join('');
  }

  says(text: string, timeout = 60_000 * LOAD): Promise<void> {
    return vi.waitFor(() => expect(this.text).toContain(text), { timeout });
  }

  ready(): Promise<void> {
    return this.says('Ctrl+C to stop');
  }

  end(signal: NodeJS.Signals): Promise<number | NodeJS.Signals | null> {
    this.#process.kill(signal);
    return this.exit;
  }
}
