import { randomUUID } from 'node:crypto';
import {
  type AutocompleteInteraction,
  type CommandInteraction,
  type Interaction,
  type Message,
  type MessageComponentInteraction,
  MessageFlags,
} from 'discord.js';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import { StillReading } from '../archive/late-archive.js';
import { fitChoices } from '../views/choices.js';
import { type ComponentId, unpackComponentId } from '../views/component-id.js';
import { hint } from '../views/hint.js';
import { origin } from '../views/way-back.js';
import { asked, type Services } from './asked.js';
import type { Asked, Command, Outcome, Show } from './command.js';
import type { Counts } from './counts.js';
import { acknowledgedAlready, tooLate } from './discord-error.js';
import { noOptions, optionsOf } from './options.js';
import { type Ground, Responder } from './responder.js';
import { continuePosting } from './threads/continue-posting.js';
import { openThread } from './threads/open-thread.js';
import { Turns } from './turns.js';
import { TypingTurns } from './typing-turns.js';
import { withItsWayBack } from './way-back.js';

/** When this many wait for their answer, the next one is deferred before it is worked out. */
const CROWD = 1;

/** The handler of one kind of press, known by then to fit the id it is handed. */
type Answer = (
  press: Asked & { id: ComponentId; values: readonly string[]; messageId: string },
) => Promise<Outcome>;

/** Takes every interaction to the command that answers it, and its outcome to Discord; counts, logs, catches errors. */
export class Dispatcher {
  readonly #commands: ReadonlyMap<string, Command>;
  readonly #presses: ReadonlyMap<string, Answer>;
  readonly #services: Services;
  readonly #log: Logger;
  readonly #counts: Counts;
  readonly #running = new Set<Promise<void>>();
  readonly #turns = new Turns();
  readonly #typing = new TypingTurns();
  /** The ids of the interactions taken lately: Discord may deliver one twice. */
  readonly #taken = new LRUCache<string, true>({ max: 5_000 });

  constructor(commands: readonly Command[], services: Services, log: Logger, counts: Counts) {
    this.#commands = new Map(commands.map((command) => [command.json.name, command]));
    this.#presses = new Map(
      commands.flatMap((command) => Object.entries(command.presses ?? {}) as [string, Answer][]),
    );
    this.#services = services;
    this.#log = log;
    this.#counts = counts;
  }

  /** Answers one interaction. Never rejects. */
  async dispatch(interaction: Interaction): Promise<void> {
    if (this.#taken.has(interaction.id))
      return this.#log.debug({ interaction: interaction.id }, 'delivered a second time, and passed over');
    this.#taken.set(interaction.id, true);
    const work = this.#dispatch(interaction).catch((error: unknown) =>
      this.#log.error({ err: error, interaction: interaction.id }, 'an interaction was lost'),
    );
    this.#running.add(work);
    await work;
    this.#running.delete(work);
  }

  /** Resolves once nothing is being answered any more. */
  async idle(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }

  async #dispatch(interaction: Interaction): Promise<void> {
    if (interaction.isAutocomplete()) return this.#autocomplete(interaction);
    if (interaction.isChatInputCommand() || interaction.isMessageContextMenuCommand())
      return this.#command(interaction);
    if (interaction.isMessageComponent()) return this.#press(interaction);
  }

  async #command(interaction: CommandInteraction): Promise<void> {
    const slash = interaction.isChatInputCommand();
    const options = slash ? optionsOf(interaction) : noOptions;
    const ground: Ground = { way: 'reply', interaction };
    const responder = new Responder(ground, slash ? options.flag('private') : true, this.#services.layout);
    const name = interaction.commandName;
    await this.#answer(`${name}`, ground, responder, async (to) => {
      const command = this.#commands.get(name);
      if (!command) return { kind: 'tell', view: hint(to.say.errors.unknownCommand) };
      const targetText = interaction.isMessageContextMenuCommand() ? textOf(interaction.targetMessage) : null;
      return command.run({ ...to, options, targetText });
    });
  }

  async #press(interaction: MessageComponentInteraction): Promise<void> {
    const pressed = unpackComponentId(interaction.customId);
    const ground = groundOf(interaction);
    const responder = new Responder(ground, false, this.#services.layout);
    await this.#answer(`press ${pressed?.kind ?? 'unknown'}`, ground, responder, async (to) => {
      const id = pressed?.kind === 'back' ? await origin([interaction.customId], to.longTexts) : pressed;
      if (pressed?.kind === 'back' && !id) return { kind: 'tell', view: hint(to.say.errors.textGone) };
      const answer = id && this.#presses.get(id.kind);
      if (!answer) return { kind: 'tell', view: hint(to.say.errors.oldButton) };
      const values = interaction.isAnySelectMenu() ? interaction.values : [];
      return answer({ ...to, id, values, messageId: interaction.message.id });
    });
  }

  async #answer(
    what: string,
    ground: Ground,
    responder: Responder,
    work: (to: Asked) => Promise<Outcome>,
  ): Promise<void> {
    const { interaction } = ground;
    const began = performance.now();
    const log = this.#log.child({ interaction: interaction.id, what });
    const to = asked(interaction, this.#services);
    try {
      if (this.#turns.waiting >= CROWD || this.#turns.acknowledging)
        await this.#turns.first(responder.acknowledge());
      const outcome = await responder.patiently(
        this.#turns.take(
          () => work(to),
          () => responder.acknowledge(),
        ),
      );
      if (outcome.kind === 'open-thread') {
        const here = { kind: 'story-page', event: outcome.event, page: outcome.page } as const;
        const instead = await withItsWayBack(outcome.instead, here, ground, to);
        const wish = { ...outcome, instead };
        await openThread({ outcome: wish, interaction, responder, to, services: this.#services, log });
      } else if (outcome.kind === 'continue-posting')
        await continuePosting(interaction, responder, to, this.#services);
      else if (outcome.kind === 'tell') await responder.tell(outcome.view);
      else {
        const view = await withItsWayBack(outcome.view, outcome.here, ground, to);
        await responder.show(view, outcome.private);
        if (responder.isPublic(outcome.private)) await this.#turns.later(() => this.#spokeOf(outcome, to));
      }
      this.#counts.ended(what, outcome.kind === 'tell' ? 'told' : 'answered', began);
      log.debug({ ms: Math.round(performance.now() - began) }, 'answered');
    } catch (error) {
      if (error instanceof StillReading) {
        this.#counts.ended(what, 'told', began);
        return await responder
          .tell(hint(to.say.reading(error.percent)))
          .catch((again) => log.warn({ err: again }, 'could not say that the archive is still being read'));
      }
      this.#counts.ended(what, tooLate(error) ? 'too late' : 'failed', began);
      if (tooLate(error)) return log.warn({ err: error }, 'the answer came too late or the message is gone');
      const errorId = randomUUID().slice(0, 8);
      log.error({ err: error, errorId }, 'an answer failed');
      await responder
        .tell(hint(to.say.errors.unexpected(errorId)))
        .catch((again) => log.warn({ err: again, errorId }, 'could not report the error'));
    }
  }

  /** Notes what "it" now means in a channel. What only one person saw never counts. */
  async #spokeOf({ about = [] }: Show, { place }: Asked): Promise<void> {
    const { channelId, guildId, botIsMember } = place;
    if (about.length === 0 || channelId === null || (guildId !== null && !botIsMember)) return;
    await this.#services.talk
      .spokeOf(channelId, guildId, about)
      .catch((error) => this.#log.error({ err: error }, 'what was spoken of could not be kept'));
  }

  async #autocomplete(interaction: AutocompleteInteraction): Promise<void> {
    const { name, value } = interaction.options.getFocused(true);
    try {
      const choices = await this.#typing.take(interaction.user.id, async () =>
        this.#commands.get(interaction.commandName)?.autocomplete?.({
          ...asked(interaction, this.#services),
          option: name,
          typed: value.trim(),
          options: optionsOf(interaction),
        }),
      );
      await interaction.respond(fitChoices(choices ?? []));
      this.#counts.add(`${interaction.commandName} autocomplete`);
    } catch (error) {
      this.#counts.add(`${interaction.commandName} autocomplete failed`);
      const level =
        error instanceof StillReading || tooLate(error) || acknowledgedAlready(error) ? 'debug' : 'error';
      this.#log[level]({ err: error, command: interaction.commandName }, 'no choices could be offered');
      if (!interaction.responded) await interaction.respond([]).catch(() => undefined);
    }
  }
}

/** A press by the one who asked changes the message, as does any press on a private one; others get a private copy. */
function groundOf(interaction: MessageComponentInteraction): Ground {
  const { message, user } = interaction;
  const own = message.flags.has(MessageFlags.Ephemeral) || message.interactionMetadata?.user.id === user.id;
  return { way: own ? 'update' : 'copy', interaction };
}

/** What a message says, in its text and its embeds: news often comes in the latter. */
function textOf({ content, embeds }: Message): string {
  const told = embeds.flatMap(({ title, description }) => [title, description]);
  return [content, ...told].filter((text) => text).join('\n');
}
