import { SingleBar } from 'cli-progress';
import type { Command } from 'commander';
import { codeOf } from '../events/content-files.js';
import { EventLibrary, type LoadProgress } from '../events/event-library.js';
import { CommandFailure, type Terminal } from './terminal.js';

/** The options that every subcommand which reads events takes. */
export interface ContentOptions {
  /** The folder of events; CONTENT_DIR or ./content where it isn't given. */
  readonly content?: string;
  /** Answer as JSON, for programs. */
  readonly json?: boolean;
}

/** Gives a subcommand the options `--content DIR` and `--json`. */
export function withContentOptions(command: Command): Command {
  return command
    .option('--content <dir>', 'the folder of events (default: CONTENT_DIR or ./content)')
    .option('--json', 'answer as JSON, for programs');
}

/** The folder of events that was asked for; an empty name is none. */
export function contentDir(options: ContentOptions, terminal: Terminal): string {
  return options.content?.trim() || terminal.env.CONTENT_DIR?.trim() || './content';
}

/**
 * Reads the folder of events, with progress where a person watches. The first step of every subcommand that needs
 * events.
 *
 * @throws CommandFailure where the folder can't be read at all.
 */
export async function openLibrary(options: ContentOptions, terminal: Terminal): Promise<EventLibrary> {
  const dir = contentDir(options, terminal);
  const progress = terminal.interactive ? new ReadingProgress() : null;
  try {
    return await EventLibrary.open(dir, progress ? { onProgress: (at) => progress.show(at) } : {});
  } catch (error) {
    throw new CommandFailure(
      `Can’t read the folder of events, ${dir} (${codeOf(error)}). Name another with --content DIR or CONTENT_DIR.`,
    );
  } finally {
    progress?.end();
  }
}

/** A bar on the error stream, for a reading that takes noticeably long. */
class ReadingProgress {
  readonly #bar = new SingleBar({
    format: 'Reading events {bar} {value} of {total} files',
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: true,
  });
  readonly #begun = performance.now();
  #shown = false;

  show({ read, files }: LoadProgress) {
    if (!this.#shown && performance.now() - this.#begun < 300) return;
    if (!this.#shown) this.#bar.start(files, read);
    this.#shown = true;
    this.#bar.update(read);
  }

  end() {
    if (this.#shown) this.#bar.stop();
  }
}
