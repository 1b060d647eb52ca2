/** What a subcommand may touch of the machine; handed to it, so that tests run it in process. */
export interface Terminal {
  /** Runs the bot until it is stopped; left out where only the archive is at hand. */
  readonly start?: () => Promise<void>;
  /** Writes a line (or lines) of the answer: what a pipe reads. */
  readonly out: (text: string) => void;
  /** Writes a line for the person beside the answer: errors, notes. */
  readonly err: (text: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether a person is watching: then long work shows its progress on the error stream. */
  readonly interactive: boolean;
  /** Asks the person, or reads the next line of a pipe; undefined where nobody can answer. */
  readonly ask?: ((question: string) => Promise<string>) | undefined;
}

/** Ends a subcommand with one sentence for the person and an exit code (default: 1). */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure';

  constructor(
    sentence: string,
    readonly exitCode = 1,
  ) {
    super(sentence);
  }
}

/** Characters that would move the cursor or break the line, from names and texts that are not ours, made visible. */
export function printable(text: string): string {
  return text.replace(
    /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
