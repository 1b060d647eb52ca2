import type { APIMessage } from 'discord-api-types/v10';
import type { AutocompleteChoices, FilledOption, PageEvent, Snapshot, Started } from '../page-protocol.js';
import { type Ask, Connection, Refused } from './connection.js';
import { applyEvent } from './state/apply-event.js';
import { isForum, isThread, listedChannels, parentOf } from './state/channels.js';
import { applySnapshot, emptyState, type PageState } from './state/page-state.js';

const ACTING = 'acting-as';
const THREAD_MS = 5000;

/** What the person does, and what becomes of it: the state, changed only here and by events. */
export class Page {
  readonly state: PageState = emptyState();
  readonly #connection: Connection;
  readonly #draw: () => void;
  /** Until when (ms) a new thread counts as an answer to what the person did last. */
  #threadAskedUntil = 0;

  /** @param draw called after every change */
  constructor(draw: () => void) {
    this.#draw = draw;
    this.#connection = new Connection({
      opened: () => void this.actAs(sessionStorage.getItem(ACTING) ?? 'ada'),
      lost: () => this.change((state) => (state.connection = 'lost')),
      happened: (event) => this.#happened(event),
    });
  }

  start(): void {
    this.#connection.open();
  }

  change(what: (state: PageState) => void): void {
    what(this.state);
    this.#draw();
  }

  /** Becomes another person, by id or handle. */
  async actAs(user: string): Promise<void> {
    const snapshot = await this.#try(() => this.#connection.ask<Snapshot>({ do: 'act-as', user }));
    if (!snapshot) {
      sessionStorage.removeItem(ACTING);
      return;
    }
    sessionStorage.setItem(ACTING, snapshot.me.id);
    this.change((state) => {
      state.connection = 'open';
      state.notice = null;
      applySnapshot(state, snapshot);
      state.channel ??= listedChannels(state)[0]?.id ?? null;
    });
    await Promise.all([this.#read(this.state.channel), this.#read(this.state.thread)]);
  }

  /** Shows a channel, or a thread beside the channel it hangs on. */
  open(id: string): void {
    const channel = this.state.channels.get(id);
    if (!channel) return;
    const parent = isThread(channel) ? parentOf(channel) : null;
    this.change((state) => {
      state.channel = parent ?? id;
      state.thread = parent === null ? null : id;
      state.listOpen = false;
      state.unread.delete(id);
    });
    if (parent !== null) void this.#read(parent);
    void this.#read(id);
  }

  closeThread(): void {
    this.change((state) => (state.thread = null));
  }

  /** @throws Refused */
  async send(channel: string, content: string): Promise<void> {
    await this.#connection.ask({ do: 'send-message', channel, content });
  }

  /** @throws Refused */
  async command(channel: string, name: string, options: readonly FilledOption[]): Promise<void> {
    await this.#begin({ do: 'command', channel, command: name, options }, channel, name);
  }

  /** @throws Refused */
  choices(channel: string, command: string, options: readonly FilledOption[]): Promise<AutocompleteChoices> {
    return this.#connection.ask<AutocompleteChoices>({ do: 'autocomplete', channel, command, options });
  }

  async messageCommand(message: APIMessage, command: string): Promise<void> {
    const channel = message.channel_id;
    const ask: Ask = { do: 'message-command', channel, command, message: message.id };
    await this.#try(() => this.#begin(ask, channel, command));
  }

  /** Presses a button, or chooses from a menu. */
  async press(message: APIMessage, customId: string, values?: readonly string[]): Promise<void> {
    const channel = message.channel_id;
    this.#threadAskedUntil = Date.now() + THREAD_MS;
    await this.#try(async () => {
      const ask: Ask = { do: 'component', channel, message: message.id, customId, ...(values && { values }) };
      const { interaction } = await this.#connection.ask<Started>(ask);
      this.change((state) => state.presses.set(message.id, { interaction, customId, failure: null }));
    });
  }

  async dismiss(message: APIMessage): Promise<void> {
    await this.#try(() => this.#connection.ask({ do: 'dismiss', message: message.id }));
  }

  async #begin(ask: Ask, channel: string, name: string): Promise<void> {
    this.#threadAskedUntil = Date.now() + THREAD_MS;
    const { interaction } = await this.#connection.ask<Started>(ask);
    this.change((state) => state.sent.push({ interaction, channel, name, failure: null }));
  }

  async #read(channel: string | null): Promise<void> {
    const shown = channel === null ? undefined : this.state.channels.get(channel);
    if (!shown || isForum(shown) || this.state.messages.has(shown.id)) return;
    const read = await this.#try(() =>
      this.#connection.ask<APIMessage[]>({ do: 'messages', channel: shown.id }),
    );
    if (!read) return;
    this.change((state) =>
      state.messages.set(shown.id, new Map(read.map((message) => [message.id, message]))),
    );
  }

  #happened(event: PageEvent): void {
    const before = { ...this.state };
    applyEvent(this.state, event, Date.now());
    this.#draw();
    if (event.event === 'channel-create' && this.#isAwaited(event.channel.id)) this.open(event.channel.id);
    if (event.event === 'channel-delete' && before.channel === event.channel)
      this.change((state) => (state.channel = listedChannels(state)[0]?.id ?? null));
    if (event.event === 'typing') setTimeout(this.#draw, 10_100);
  }

  /** A thread that opens in the channel shown, in answer to a press or command of this person's, opens beside it. */
  #isAwaited(id: string): boolean {
    const { channels, channel } = this.state;
    const thread = channels.get(id);
    const isAsked = Date.now() < this.#threadAskedUntil;
    return isAsked && thread !== undefined && isThread(thread) && parentOf(thread) === channel;
  }

  async #try<T>(work: () => Promise<T>): Promise<T | null> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.change((state) => (state.notice = sentence(error.message)));
      return null;
    }
  }
}

/** The server's words as a sentence. */
export function sentence(text: string): string {
  const first = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(first) ? first : `${first}.`;
}
