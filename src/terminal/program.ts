import { Command, CommanderError } from 'commander';
import { subcommands } from './subcommands.js';
import { CommandFailure, type Terminal } from './terminal.js';
import { version } from './version.js';

/** The exit code for wrong usage, as in shells. */
const WRONG_USAGE = 2;

/** The `dateline` program with all its subcommands. */
export function buildProgram(terminal: Terminal): Command {
  const program = new Command('dateline')
    .description('Ask a folder of markdown events what happened, when, and what came next.')
    .version(version(), '-v, --version', 'print the version')
    .showHelpAfterError('(dateline --help lists the commands)');
  for (const subcommand of subcommands) program.addCommand(subcommand(terminal));
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({
      writeOut: (text) => terminal.out(text.trimEnd()),
      writeErr: (text) => terminal.err(text.trimEnd()),
    });
  }
  return program;
}

/**
 * Runs the program. A failure a person can cause ends in one sentence on the error stream.
 *
 * @param args What was typed after the program's name.
 * @returns The exit code: 0 done, 1 failed or nothing found, 2 called the wrong way.
 */
export async function runProgram(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    await buildProgram(terminal).parseAsync(args, { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : WRONG_USAGE;
    if (!(error instanceof CommandFailure)) throw error;
    terminal.err(error.message);
    return error.exitCode;
  }
}
