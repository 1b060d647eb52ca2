import { Refused } from '../connection.js';
import { type Page, sentence } from '../page.js';
import { StickToEnd } from '../view/stick-to-end.js';
import type { AnyOption, Choice } from './any-option.js';
import { type CommandEntry, calledEntry, commandEntries, sharedOut, wrapped } from './command-entry.js';
import { LiveChoices } from './live-choices.js';
import { withMentionIds } from './mentions.js';
import { suggestions } from './suggestions.js';
import { readOptions, type TypedOption, unfinished } from './typed-option.js';

const LONGEST_MESSAGE = 2000;

/** The message box of one channel: a plain text, or a command with its options. */
export class Composer {
  readonly page: Page;
  readonly channel: string;
  text = '';
  entry: CommandEntry | null = null;
  options: TypedOption[] = [];
  /** What is typed behind the last option, to find further options. */
  extra = '';
  /** Which option is being typed; the number of options means the place behind them. */
  focus = 0;
  /** Which suggestion is marked; -1 for none. */
  at = 0;
  /** The suggestions were closed, until something is typed. */
  closed = false;
  problem: { readonly option: string | null; readonly sentence: string } | null = null;
  /** The field that must get the focus once drawn: "text", or an option's number. */
  wantsFocus: string | null = null;
  readonly live: LiveChoices;

  constructor(page: Page, channel: string) {
    this.page = page;
    this.channel = channel;
    this.live = new LiveChoices(page, channel, () => this.#changed());
  }

  get entries(): CommandEntry[] {
    return commandEntries(this.page.state.commands);
  }

  /** The option being typed, or null. */
  get typing(): TypedOption | null {
    return this.options[this.focus] ?? null;
  }

  /** Options that can still be added. */
  get addable(): readonly AnyOption[] {
    const shown = new Set(this.options.map(({ option }) => option.name));
    return (this.entry?.options ?? []).filter((option) => !shown.has(option.name));
  }

  typeText(text: string): void {
    this.#typed();
    this.text = text;
    const called = calledEntry(this.entries, text);
    if (called) this.start(called.entry, called.rest);
    this.#changed();
  }

  typeOption(index: number, text: string): void {
    const typed = this.options[index];
    if (!typed) return;
    this.#typed();
    this.focus = index;
    typed.text = text;
    typed.chosen = null;
    this.#ask();
    this.#changed();
  }

  typeExtra(text: string): void {
    this.#typed();
    this.extra = text;
    this.at = text === '' ? -1 : 0;
    this.#changed();
  }

  /** Begins a command, its required options in place. @param rest goes into its options */
  start(entry: CommandEntry, rest = ''): void {
    this.entry = entry;
    this.text = '';
    this.extra = '';
    const shared = sharedOut(entry, rest);
    this.options = entry.options
      .filter((option) => option.required || shared.has(option.name))
      .map((option) => ({ option, text: shared.get(option.name) ?? '', chosen: null }));
    this.moveTo(0);
  }

  startNamed(name: string): void {
    const entry = this.entries.find((one) => one.command === name);
    if (entry) this.start(entry);
  }

  add(option: AnyOption): void {
    this.options.push({ option, text: '', chosen: null });
    this.extra = '';
    this.moveTo(this.options.length - 1);
  }

  choose(choice: Choice): void {
    const { typing } = this;
    if (!typing) return;
    typing.text = choice.name;
    typing.chosen = choice;
    const open = this.options.findIndex((o) => o.option.required && o.text === '');
    this.moveTo(open === -1 ? this.options.length : open);
  }

  /** Puts the cursor into an option, or behind the last. */
  moveTo(index: number): void {
    this.focus = Math.max(0, Math.min(index, this.options.length));
    this.wantsFocus = String(this.focus);
    this.focused(this.focus);
  }

  /** The cursor is in an option now. */
  focused(index: number): void {
    this.focus = index;
    this.closed = false;
    this.at = this.typing ? 0 : -1;
    this.#ask();
    this.#changed();
  }

  /** Takes an option away; a required one, or the first with nothing in it, takes the command with it. */
  remove(index: number): void {
    const typed = this.options[index];
    if (typed && !typed.option.required) {
      this.options.splice(index, 1);
      this.moveTo(index - 1 < 0 ? this.options.length : index - 1);
    } else if (index > 0) this.moveTo(index - 1);
    else this.leave();
  }

  /** Gives the command up; its name stays to be changed. */
  leave(): void {
    const name = this.entry?.name ?? '';
    this.#clear();
    this.text = name === '' ? '' : `/${name}`;
    this.wantsFocus = 'text';
    this.#changed();
  }

  /** Marks another suggestion. */
  mark(by: 1 | -1): void {
    const { length } = suggestions(this).items;
    if (length > 0) this.at = this.at < 0 && by < 0 ? length - 1 : (this.at + by + length) % length;
    this.#changed();
  }

  close(): void {
    this.closed = true;
    this.#changed();
  }

  /** Sends what is in the box, or says what is wrong with it. */
  async submit(): Promise<void> {
    try {
      if (this.entry) await this.#sendCommand(this.entry);
      else await this.#sendText();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.problem = { option: null, sentence: sentence(error.message) };
    }
    this.#changed();
  }

  async #sendText(): Promise<void> {
    const text = withMentionIds(this.text.trim(), this.page.state.users.values());
    if (text === '') return;
    const called = calledEntry(this.entries, `${text} `);
    if (called) {
      // Typed in full, and the suggestions closed without one taken.
      this.start(called.entry, called.rest);
      return this.#sendCommand(called.entry);
    }
    const command = /^\/(\S+)/.exec(text)?.[1];
    if (command !== undefined)
      this.problem = { option: null, sentence: `There is no command /${command}. Type / to see them all.` };
    else if (text.length > LONGEST_MESSAGE) {
      const over = (text.length - LONGEST_MESSAGE).toLocaleString('en');
      this.problem = { option: null, sentence: `Your message is too long by ${over} characters.` };
    } else {
      this.text = '';
      this.#showEnd();
      try {
        await this.page.send(this.channel, text);
      } catch (error) {
        this.text = text;
        throw error;
      }
    }
  }

  async #sendCommand(entry: CommandEntry): Promise<void> {
    if (this.extra.trim() !== '') {
      this.problem = { option: null, sentence: `There is no option "${this.extra.trim()}".` };
      return;
    }
    const read = readOptions(this.options, this.page.state);
    if (read.kind === 'problem') {
      this.moveTo(read.index);
      this.closed = true;
      this.problem = { option: read.option, sentence: read.sentence };
      return;
    }
    await this.page.command(this.channel, entry.command, wrapped(entry, read.filled));
    this.#clear();
    this.#showEnd();
    this.wantsFocus = 'text';
  }

  /** Whoever writes wants to see what comes of it. */
  #showEnd(): void {
    const list = document.querySelector(`[data-panel="${this.channel}"] stick-to-end`);
    if (list instanceof StickToEnd) list.toEnd();
  }

  /** Asks the bot for choices, where the option being typed has some. */
  #ask(): void {
    const { entry, typing } = this;
    if (!entry || !typing?.option.autocomplete) {
      this.live.stop();
      return;
    }
    this.live.ask(entry.command, wrapped(entry, unfinished(this.options, typing)));
  }

  #typed(): void {
    this.problem = null;
    this.closed = false;
    this.at = 0;
  }

  #clear(): void {
    this.entry = null;
    this.options = [];
    this.text = '';
    this.extra = '';
    this.focus = 0;
    this.at = 0;
    this.closed = false;
    this.problem = null;
    this.live.stop();
  }

  #changed(): void {
    this.page.change(() => undefined);
  }
}
