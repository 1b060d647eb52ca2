import {
  type APIApplicationCommand,
  type APIApplicationCommandOptionChoice,
  type APIMessage,
  ComponentType,
} from 'discord-api-types/v10';
import type { Interaction } from '../interactions/interaction.js';
import type { LocalState } from '../local-state.js';
import { directChannel } from '../rest/user-routes.js';
import type { Channel } from '../world/channel.js';
import { setArchived } from '../world/threads.js';
import type { Account } from '../world/world.js';
import { fillOptions } from './filled-options.js';
import { PersonError } from './person-error.js';
import { componentsOf } from './pressable-component.js';
import { Seen } from './seen.js';
import { callCommand, callOnMessage, press, typeOption } from './start-interaction.js';
import { usableCommands } from './usable-commands.js';
import { seesChannel, visibleMessages } from './visible.js';
import { waitUntil } from './wait-until.js';
import { writeMessage } from './write-message.js';

/** Values of a command's options, by name. */
export type OptionValues = Readonly<Record<string, string | number | boolean>>;

/** Where and how patiently something is done. */
export interface Doing {
  /** A channel's or thread's name or id, or "dm" for the direct messages with the bot; "general" where left out. */
  readonly channel?: string;
  /** How long to wait for what follows, in milliseconds; 10,000 where left out. */
  readonly deadlineMs?: number;
}

const PATIENCE_MS = 10_000;

/** Somebody in the local Discord: does what a person does in Discord's app, and sees what a person sees. */
export class Person {
  readonly #state: LocalState;
  readonly account: Account;

  constructor(state: LocalState, account: Account) {
    this.#state = state;
    this.account = account;
  }

  get id(): string {
    return this.account.user.id;
  }

  /**
   * Calls a slash command and waits for its answer.
   *
   * @param name with its subcommand, where it has one: "digest set"
   */
  command(name: string, options: OptionValues = {}, doing: Doing = {}): Promise<Seen> {
    const [command = '', ...path] = name.split(' ');
    const channel = this.channel(doing.channel);
    const schema = this.#schema(command, channel);
    const filled = fillOptions(schema.options, options, path);
    return this.#seen(callCommand(this.#state, this.id, channel, command, filled), doing);
  }

  /** The choices offered while an option is typed. @param typing the option; the others are in `options` too */
  async autocomplete(
    name: string,
    typing: string,
    options: OptionValues,
    doing: Doing = {},
  ): Promise<readonly APIApplicationCommandOptionChoice[]> {
    const [command = '', ...path] = name.split(' ');
    const channel = this.channel(doing.channel);
    const filled = fillOptions(
      this.#schema(command, channel).options,
      { [typing]: '', ...options },
      path,
      typing,
    );
    const interaction = typeOption(this.#state, this.id, channel, command, filled);
    const seen = await this.#seen(interaction, doing);
    if (seen.failure !== null) throw new PersonError('Loading options failed');
    return interaction.choices ?? [];
  }

  /** Opens an entry of a message's menu, "Find events", and waits for its answer. */
  messageCommand(name: string, message: APIMessage, doing: Doing = {}): Promise<Seen> {
    const channel = this.channel(message.channel_id);
    return this.#seen(callOnMessage(this.#state, this.id, channel, name, message.id), doing);
  }

  /** Presses a button, named by its label or custom_id, and waits for what it does. */
  click(on: APIMessage | Seen, button: string, doing: Doing = {}): Promise<Seen> {
    const message = on instanceof Seen ? on.message : on;
    const found = componentsOf(message).find((c) => c.label === button || c.custom_id === button);
    if (found?.custom_id === undefined) throw new PersonError(`the message has no button "${button}"`);
    const channel = this.channel(message.channel_id);
    return this.#seen(press(this.#state, this.id, channel, message.id, found.custom_id, undefined), doing);
  }

  /** Chooses from the message's first select menu that has such an option, named by label or value. */
  select(on: APIMessage | Seen, option: string, doing: Doing = {}): Promise<Seen> {
    const message = on instanceof Seen ? on.message : on;
    const has = (o: { label: string; value: string }) => o.label === option || o.value === option;
    const menu = componentsOf(message).find((c) => c.options?.some(has));
    const value = menu?.options?.find(has)?.value;
    if (menu?.custom_id === undefined || value === undefined)
      throw new PersonError(`the message has no option "${option}"`);
    const channel = this.channel(message.channel_id);
    return this.#seen(press(this.#state, this.id, channel, message.id, menu.custom_id, [value]), doing);
  }

  /** Chooses a role, by its id, from the message's first menu of roles; null chooses none. */
  chooseRole(on: APIMessage | Seen, role: string | null, doing: Doing = {}): Promise<Seen> {
    const message = on instanceof Seen ? on.message : on;
    const menu = componentsOf(message).find(({ type }) => type === ComponentType.RoleSelect);
    if (menu?.custom_id === undefined) throw new PersonError('the message has no menu of roles');
    const channel = this.channel(message.channel_id);
    const values = role === null ? [] : [role];
    return this.#seen(press(this.#state, this.id, channel, message.id, menu.custom_id, values), doing);
  }

  /** Writes a message. "@bot" in it mentions the bot. */
  send(content: string, doing: Doing & { readonly replyTo?: APIMessage } = {}): APIMessage {
    const text = content.replaceAll('@bot', `<@${this.#state.world.bot.user.id}>`);
    const channel = this.channel(doing.channel);
    return writeMessage(this.#state, this.id, channel, text, doing.replyTo?.id).data;
  }

  /** The messages the person sees in a channel or thread, oldest first. */
  messages(channel?: string): APIMessage[] {
    return visibleMessages(this.#state.world, this.id, this.channel(channel)).map((m) => m.data);
  }

  /** Waits until a channel shows a message that fits. */
  waitForMessage(fits: (message: APIMessage) => boolean, doing: Doing = {}): Promise<APIMessage> {
    const channel = this.channel(doing.channel);
    const probe = () => this.messages(channel.id).find(fits);
    return waitUntil(this.#state.world, probe, doing.deadlineMs ?? PATIENCE_MS, 'a message');
  }

  /** The threads the person sees under a channel, oldest first. */
  threads(channel?: string): Channel[] {
    const { world } = this.#state;
    const threads = world.threads({ parentId: this.channel(channel).id });
    return threads.filter((thread) => seesChannel(world, this.id, thread));
  }

  /** Waits until a channel has a thread that fits. */
  waitForThread(fits: (thread: Channel) => boolean = () => true, doing: Doing = {}): Promise<Channel> {
    const probe = () => this.threads(doing.channel).find(fits);
    return waitUntil(this.#state.world, probe, doing.deadlineMs ?? PATIENCE_MS, 'a thread');
  }

  /** Archives a thread, as time or a person does. @param locked also keeps everyone but moderators from opening it again */
  archive(thread: string, locked = false): void {
    const channel = this.channel(thread);
    if (channel.thread) channel.thread.locked = locked;
    setArchived(this.#state.world, channel, true);
  }

  /** The commands the person is offered in a channel. */
  commands(channel?: string): APIApplicationCommand[] {
    return usableCommands(this.#state, this.id, this.channel(channel));
  }

  /** A channel or thread by name or id, or "dm". @throws PersonError where the person sees none */
  channel(named = 'general'): Channel {
    const { world } = this.#state;
    if (named === 'dm') return directChannel(world, this.id);
    const found =
      world.channels.get(named) ?? [...world.channels.values()].find((c) => c.name === named && !c.thread);
    if (!found || !seesChannel(world, this.id, found))
      throw new PersonError(`there is no channel "${named}"`);
    return found;
  }

  #schema(name: string, channel: Channel): APIApplicationCommand {
    const command = this.commands(channel.id).find((c) => c.name === name);
    if (!command) throw new PersonError(`there is no command "${name}" here`);
    return command;
  }

  #seen(interaction: Interaction, { deadlineMs = PATIENCE_MS }: Doing): Promise<Seen> {
    return new Seen(this.#state.world, interaction, deadlineMs).settled();
  }
}
