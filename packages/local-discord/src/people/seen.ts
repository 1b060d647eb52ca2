import { type APIEmbed, type APIMessage, MessageFlags } from 'discord-api-types/v10';
import { type Interaction, NO_RESPONSE } from '../interactions/interaction.js';
import type { StoredMessage } from '../world/stored-message.js';
import type { World } from '../world/world.js';
import { type AnyComponent, allIn, componentsOf } from './pressable-component.js';
import { waitUntil } from './wait-until.js';

/** How an interaction ended for the person who began it. */
export type SeenKind = 'message' | 'update' | 'failed' | 'nothing';

/**
 * What a person sees of one interaction. Its message is alive: read again after an edit, it shows the edit.
 */
export class Seen {
  readonly interaction: Interaction;
  readonly #world: World;
  readonly #deadlineMs: number;

  constructor(world: World, interaction: Interaction, deadlineMs: number) {
    this.#world = world;
    this.interaction = interaction;
    this.#deadlineMs = deadlineMs;
  }

  /** `nothing` is an acknowledgement that showed nothing (yet). */
  get kind(): SeenKind {
    const { state, acknowledgement } = this.interaction;
    if (state === 'failed') return 'failed';
    if (acknowledgement === 'update') return 'update';
    if (this.#message) return acknowledgement === 'deferred update' ? 'update' : 'message';
    return 'nothing';
  }

  /** What Discord shows where the bot did not answer; else null. */
  get failure(): string | null {
    return this.interaction.state === 'failed' ? NO_RESPONSE : null;
  }

  /** The message that answers, or the pressed one that changed. @throws Error where there is none */
  get message(): APIMessage {
    const message = this.#message;
    if (!message) throw new Error(`no message was shown: ${this.failure ?? 'nothing'}`);
    return message.data;
  }

  /** Only this person sees the answer. */
  get isPrivate(): boolean {
    return this.#message?.onlyFor != null;
  }

  /** It says "is thinking…". */
  get isThinking(): boolean {
    return ((this.#message?.data.flags ?? 0) & MessageFlags.Loading) !== 0;
  }

  /** The bot took time: it acknowledged first and answered later. */
  get wasDeferred(): boolean {
    return this.interaction.acknowledgement?.startsWith('deferred') ?? false;
  }

  get content(): string {
    return this.message.content;
  }

  get embeds(): readonly APIEmbed[] {
    return this.message.embeds;
  }

  get buttons(): readonly AnyComponent[] {
    return componentsOf(this.message).filter((c) => c.options === undefined);
  }

  get menus(): readonly AnyComponent[] {
    return componentsOf(this.message).filter((c) => c.options !== undefined);
  }

  /** Everything a person could read in the answer, line by line. */
  get text(): string {
    return textOf(this.message);
  }

  /** Further messages of the bot for the same interaction, deleted ones left out. */
  get followUps(): readonly APIMessage[] {
    return this.interaction.followUps.filter((m) => this.#stands(m)).map((m) => m.data);
  }

  /** Waits until the bot shows something more: an edit or a follow-up. */
  async changed(deadlineMs = this.#deadlineMs): Promise<this> {
    const before = this.interaction.shown;
    await waitUntil(
      this.#world,
      () => (this.interaction.shown > before ? true : undefined),
      deadlineMs,
      'a change of an answer',
    );
    return this;
  }

  /** Waits until the interaction has failed, or shows something other than "is thinking…". */
  async settled(): Promise<this> {
    await waitUntil(this.#world, () => (this.#isSettled() ? true : undefined), this.#deadlineMs, 'an answer');
    return this;
  }

  #isSettled(): boolean {
    const { state, acknowledgement, shown } = this.interaction;
    if (state === 'failed') return true;
    if (state === 'waiting') return false;
    if (acknowledgement === 'deferred update') return shown > 0;
    if (acknowledgement !== 'deferred message') return true;
    return !this.isThinking && (this.#message !== undefined || this.interaction.followUps.length > 0);
  }

  get #message(): StoredMessage | undefined {
    const { original, followUps } = this.interaction;
    if (original && this.#stands(original)) return original;
    return followUps.find((m) => this.#stands(m));
  }

  #stands({ data }: StoredMessage): boolean {
    return this.#world.messagesOf(data.channel_id).has(data.id);
  }
}

/** Everything a person could read in a message, line by line. */
export function textOf(message: APIMessage): string {
  const embeds = message.embeds.flatMap((embed) => [
    embed.author?.name,
    embed.title,
    embed.description,
    ...(embed.fields ?? []).flatMap((field) => [field.name, field.value]),
    embed.footer?.text,
  ]);
  const components = componentsOf(message).flatMap((component) => [
    component.label,
    component.placeholder,
    ...(component.options ?? []).map((option) => option.label),
  ]);
  const texts = allIn(message.components ?? []).map(({ content }) => content);
  return [message.content, ...embeds, ...texts, ...components].filter((line) => line).join('\n');
}
