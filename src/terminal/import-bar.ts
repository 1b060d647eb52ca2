import { SingleBar } from 'cli-progress';
import type { ImportProgress } from '../import/import-days.js';

const WHAT = { reading: 'Reading pages', writing: 'Writing days ' } as const;

/** The progress of an import with an estimate, on the error stream. */
export class ImportBar {
  readonly #bar = new SingleBar({
    format: '{what} {bar} {value} of {total}, about {eta_formatted} left  {note}',
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: true,
  });
  #step: ImportProgress['step'] | null = null;

  show({ step, done, total }: ImportProgress): void {
    if (step !== this.#step) this.#bar.start(total, done, { what: WHAT[step], note: '' });
    else this.#bar.update(done, { note: '' });
    this.#step = step;
  }

  /** Says why nothing moves. */
  note(text: string): void {
    if (this.#step !== null) this.#bar.update({ note: text });
    else process.stderr.write(`${text}\n`);
  }

  end(): void {
    this.#bar.stop();
  }
}
