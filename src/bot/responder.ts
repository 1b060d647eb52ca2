import {
  type CommandInteraction,
  type Message,
  type MessageComponentInteraction,
  MessageFlags,
} from 'discord.js';
import { type ComponentKind, unpackComponentId } from '../views/component-id.js';
import { hint } from '../views/hint.js';
import type { MessageView } from '../views/message.js';
import { withoutButtons } from './component-tree.js';
import { acknowledgedAlready, mayHaveArrived } from './discord-error.js';
import { type Layout, payload, replacement } from './payload.js';

/** How long a command may take before its answer is deferred. Discord gives up after 3 s. */
const PATIENCE_MS = 1500;

/** What is answered: a command; a press that changes its message; a press that gets a private copy beside it. */
export type Ground =
  | { readonly way: 'reply'; readonly interaction: CommandInteraction }
  | { readonly way: 'update' | 'copy'; readonly interaction: MessageComponentInteraction };

/**
 * Answers one interaction, once, in the way its state allows: at once, after a deferral, or beside the message that has the
 * button. The only place that replies, updates, defers, edits and follows up.
 */
export class Responder {
  readonly #ground: Ground;
  readonly #private: boolean;
  readonly #layout: Layout;
  #deferred: 'no' | 'public' | 'private' | 'update' = 'no';
  /** Under way or done: callers meanwhile wait for the same work. */
  #acknowledgement: Promise<void> | null = null;

  /** @param isPrivate whether a reply is private where its outcome doesn't say. */
  constructor(ground: Ground, isPrivate: boolean, layout: Layout) {
    this.#ground = ground;
    this.#layout = layout;
    this.#private = isPrivate || ground.way === 'copy';
  }

  /** Waits for an answer, and defers where it takes long. */
  async patiently<T>(work: Promise<T>): Promise<T> {
    const late = Symbol('late');
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<typeof late>((resolve) => {
      timer = setTimeout(resolve, PATIENCE_MS, late);
    });
    try {
      if ((await Promise.race([work, patience])) === late) await this.acknowledge();
    } finally {
      clearTimeout(timer);
    }
    return work;
  }

  /** Tells Discord to wait, where an answer can't be begun at once. */
  async acknowledge(): Promise<void> {
    if (this.#deferred !== 'no') return;
    this.#acknowledgement ??= this.#defer();
    await this.#acknowledgement;
  }

  /** Tells Discord to wait for a reply that will be public or private. */
  async deferReply(isPrivate: boolean): Promise<void> {
    if (this.#deferred !== 'no') return;
    const { interaction } = this.#ground;
    const flags = isPrivate ? { flags: MessageFlags.Ephemeral as const } : {};
    await this.#acknowledged(() => interaction.deferReply(flags));
    this.#deferred = isPrivate ? 'private' : 'public';
  }

  /** Shows the answer where it belongs. */
  async show(view: MessageView, isPrivate = this.#private): Promise<void> {
    if (this.#ground.way === 'update' && this.#deferred === 'no') {
      const { interaction } = this.#ground;
      await this.#acknowledged(
        () => interaction.update(this.#replacement(view)),
        () => interaction.editReply(this.#replacement(view)),
      );
    } else if (this.#deferred === 'no') {
      await this.#reply(view, isPrivate || this.#ground.way === 'copy');
    } else if (this.#deferred === 'public' && isPrivate) {
      await this.#ground.interaction.deleteReply();
      await this.#followUp(view);
    } else {
      await this.#ground.interaction.editReply(this.#replacement(view));
    }
  }

  /** Whether everybody in the channel sees what is shown. */
  isPublic(isPrivate = this.#private): boolean {
    const { way, interaction } = this.#ground;
    if (way === 'update') return !interaction.message.flags.has(MessageFlags.Ephemeral);
    return way === 'reply' && !isPrivate && this.#deferred !== 'private';
  }

  /** Shows something only to the person, and leaves the message with the button unchanged. */
  async tell(view: MessageView): Promise<void> {
    if (this.#deferred === 'no') await this.#reply(view, true);
    else if (this.#deferred === 'update') await this.#followUp(view);
    else await this.show(view, true);
  }

  /** Removes the buttons of some kinds from the message with the pressed one; says `instead` where it can't be changed. */
  async takeButtons(kinds: readonly ComponentKind[], instead: string): Promise<void> {
    const { interaction, way } = this.#ground;
    if (way === 'reply' || this.#deferred !== 'no') return this.tell(hint(instead));
    const goes = (id: string | undefined) => {
      const kind = id && unpackComponentId(id)?.kind;
      return kind !== undefined && kinds.some((k) => k === kind);
    };
    const components = interaction.message.components.map((row) => row.toJSON());
    const left = { components: withoutButtons(components, goes) };
    await this.#acknowledged(
      () => interaction.update(left),
      () => interaction.editReply(left),
    );
    this.#deferred = 'update';
  }

  /** Edits a deferred reply and gives its message. */
  async edit(view: MessageView): Promise<Message> {
    return this.#ground.interaction.editReply(this.#replacement(view));
  }

  /** A view that takes the place of what is shown; of the pressed message, where that is what changes. */
  #replacement(view: MessageView) {
    const ground = this.#ground;
    return replacement(view, this.#layout, ground.way === 'update' ? ground.interaction.message : undefined);
  }

  async #defer(): Promise<void> {
    if (this.#ground.way === 'update') {
      const { interaction } = this.#ground;
      await this.#acknowledged(() => interaction.deferUpdate());
      this.#deferred = 'update';
    } else await this.deferReply(this.#private);
  }

  async #reply(view: MessageView, isPrivate: boolean): Promise<void> {
    const { interaction } = this.#ground;
    await this.#acknowledged(
      () => interaction.reply(payload(view, this.#layout, isPrivate)),
      () => interaction.editReply(this.#replacement(view)),
    );
  }

  /**
   * Acknowledges the interaction. Where Discord fails and then says that it has been acknowledged, the failed attempt was
   * carried out: it goes on by editing.
   *
   * @param edit shows the same by editing what the failed attempt showed; by default there is nothing to show.
   */
  async #acknowledged(
    acknowledge: () => Promise<unknown>,
    edit: () => Promise<unknown> = async () => undefined,
  ): Promise<void> {
    const { interaction } = this.#ground;
    try {
      await acknowledge();
    } catch (error) {
      if (acknowledgedAlready(error)) {
        interaction.replied = true;
        await edit();
        return;
      }
      if (!mayHaveArrived(error)) throw error;
      interaction.replied = true;
      // Only what was acknowledged has a reply to be fetched.
      const isThere = await interaction.fetchReply().then(
        () => true,
        () => false,
      );
      if (!isThere) {
        interaction.replied = false;
        throw error;
      }
      await edit();
    }
  }

  async #followUp(view: MessageView): Promise<void> {
    await this.#ground.interaction.followUp(payload(view, this.#layout, true));
  }
}
