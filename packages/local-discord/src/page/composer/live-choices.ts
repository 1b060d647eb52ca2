import type { FilledOption } from '../../page-protocol.js';
import { Refused } from '../connection.js';
import type { Page } from '../page.js';
import type { Choice } from './any-option.js';

/** So long (ms) after the last key the bot is asked. */
const PAUSE_MS = 120;

/** The choices the bot offers while an option is typed; only the last answer counts. */
export class LiveChoices {
  state: 'none' | 'loading' | 'ready' | 'failed' = 'none';
  choices: readonly Choice[] = [];
  readonly #page: Page;
  readonly #channel: string;
  readonly #changed: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last = 0;

  constructor(page: Page, channel: string, changed: () => void) {
    this.#page = page;
    this.#channel = channel;
    this.#changed = changed;
  }

  ask(command: string, options: readonly FilledOption[]): void {
    const asked = ++this.#last;
    clearTimeout(this.#timer);
    if (this.state !== 'ready') this.state = 'loading';
    this.#timer = setTimeout(async () => {
      try {
        const choices = await this.#page.choices(this.#channel, command, options);
        if (asked !== this.#last) return;
        this.choices = choices;
        this.state = 'ready';
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        if (asked !== this.#last) return;
        this.state = 'failed';
      }
      this.#changed();
    }, PAUSE_MS);
  }

  stop(): void {
    this.#last++;
    clearTimeout(this.#timer);
    this.state = 'none';
    this.choices = [];
  }
}
