import { randomBytes } from 'node:crypto';
import { refuse } from '../api-error.js';
import { limits } from '../limits.js';
import type { World } from '../world/world.js';
import type { Acknowledgement, Interaction } from './interaction.js';

/** How long interactions live, in milliseconds. */
export interface Deadlines {
  readonly acknowledgeMs: number;
  readonly tokenMs: number;
}

export const discordDeadlines: Deadlines = limits.interaction;

/** What an interaction is made of before it has a life. */
export type InteractionStart = Pick<
  Interaction,
  | 'type'
  | 'person'
  | 'channel'
  | 'command'
  | 'pressedOn'
  | 'focusedType'
  | 'userInstalledOnly'
  | 'alwaysPrivate'
>;

/** The interactions under way: one acknowledgement each, in time; then a token that lives for minutes. */
export class Interactions {
  readonly #world: World;
  readonly #deadlines: Deadlines;
  readonly #byId = new Map<string, Interaction>();
  readonly #byToken = new Map<string, Interaction>();
  readonly #timers = new Map<string, NodeJS.Timeout>();

  constructor(world: World, deadlines: Deadlines) {
    this.#world = world;
    this.#deadlines = deadlines;
  }

  /** Starts an interaction's life; without an acknowledgement it fails at the deadline. */
  start(given: InteractionStart): Interaction {
    const interaction: Interaction = {
      ...given,
      id: this.#world.ids.next(),
      token: `aW50ZXJhY3Rpb24${randomBytes(48).toString('base64url')}`,
      startedAt: performance.now(),
      state: 'waiting',
      acknowledgement: null,
      acknowledgedAt: null,
      original: null,
      followUps: [],
      choices: null,
      shown: 0,
    };
    this.#forgetExpired();
    this.#byId.set(interaction.id, interaction);
    this.#byToken.set(interaction.token, interaction);
    const timer = setTimeout(() => {
      this.#timers.delete(interaction.id);
      interaction.state = 'failed';
      this.#world.tell({ kind: 'interaction-change', interaction });
    }, this.#deadlines.acknowledgeMs);
    this.#timers.set(interaction.id, timer);
    return interaction;
  }

  /**
   * The interaction a callback is for, still to be acknowledged.
   *
   * @throws ApiError 10062 where it is unknown or past its deadline, 40060 where it was acknowledged before
   */
  waiting(id: string, token: string): Interaction {
    const interaction = this.#byId.get(id);
    if (!interaction || interaction.token !== token || interaction.state === 'failed')
      throw refuse.unknownInteraction();
    if (interaction.state === 'acknowledged') throw refuse.acknowledgedAlready();
    return interaction;
  }

  /** Marks it as acknowledged; call it once what it shows is there. */
  acknowledge(interaction: Interaction, how: Acknowledgement): void {
    clearTimeout(this.#timers.get(interaction.id));
    this.#timers.delete(interaction.id);
    interaction.state = 'acknowledged';
    interaction.acknowledgement = how;
    interaction.acknowledgedAt = performance.now();
    this.#world.tell({ kind: 'interaction-change', interaction });
  }

  /** Tells that something more was shown for it. */
  shown(interaction: Interaction): void {
    interaction.shown++;
    this.#world.tell({ kind: 'interaction-change', interaction });
  }

  /** The acknowledged interaction of a webhook's token. @throws ApiError 10015, 50027 where the token has expired */
  ofToken(token: string): Interaction {
    const interaction = this.#byToken.get(token);
    if (interaction?.state !== 'acknowledged') throw refuse.unknownWebhook();
    if (this.#isExpired(interaction)) throw refuse.expiredToken();
    return interaction;
  }

  /** Stops all deadlines. */
  close(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }

  #isExpired(interaction: Interaction): boolean {
    return performance.now() - interaction.startedAt > this.#deadlines.tokenMs;
  }

  /** Forgets those long expired, oldest first; those just expired are kept to be refused by name. */
  #forgetExpired(): void {
    for (const [id, interaction] of this.#byId) {
      if (performance.now() - interaction.startedAt < 2 * this.#deadlines.tokenMs) return;
      this.#byId.delete(id);
      this.#byToken.delete(interaction.token);
    }
  }
}
