import { type APIApplicationCommand, ApplicationCommandType } from 'discord-api-types/v10';
import { ApiError, refuse } from '../api-error.js';
import { limits } from '../limits.js';
import type { CommandBody } from '../validation/command-body.js';
import type { World } from './world.js';

/** Where commands are registered: everywhere, or in one guild. */
export type Scope = { readonly guildId: string | null };

const DAY_MS = 24 * 60 * 60_000;

/** The commands a bot has registered. */
export class CommandBook {
  readonly #world: World;
  readonly #scopes = new Map<string | null, Map<string, APIApplicationCommand>>();
  readonly #created = new Map<string | null, number[]>();

  constructor(world: World) {
    this.#world = world;
  }

  list(scope: Scope): APIApplicationCommand[] {
    return [...this.#of(scope).values()];
  }

  /** All that can be called in a guild: its own and the global ones. */
  inGuild(guildId: string | null): APIApplicationCommand[] {
    const own = guildId === null ? [] : this.list({ guildId });
    return [...own, ...this.list({ guildId: null })];
  }

  /** @throws ApiError 10063 */
  get(scope: Scope, id: string): APIApplicationCommand {
    const command = this.#of(scope).get(id);
    if (!command) throw refuse.unknownCommand();
    return command;
  }

  /** Makes a scope hold exactly these. Those of a name it had keep their ids. @throws ApiError 30032, 30034 */
  replace(scope: Scope, bodies: readonly CommandBody[]): APIApplicationCommand[] {
    this.#checkCounts(bodies);
    const before = this.list(scope);
    const known = (body: CommandBody) => before.find((c) => c.name === body.name && c.type === body.type);
    this.#countCreated(scope, bodies.filter((body) => !known(body)).length);
    const commands = bodies.map((body) => this.#made(scope, body, known(body)));
    this.#scopes.set(scope.guildId, new Map(commands.map((command) => [command.id, command])));
    this.#world.tell({ kind: 'commands' });
    return commands;
  }

  /** Adds one, or overwrites the one of its name. */
  upsert(scope: Scope, body: CommandBody): { command: APIApplicationCommand; created: boolean } {
    const others = this.list(scope).filter((c) => c.name !== body.name || c.type !== body.type);
    const present = this.list(scope).find((c) => c.name === body.name && c.type === body.type);
    this.#checkCounts([...others, body]);
    if (!present) this.#countCreated(scope, 1);
    const command = this.#made(scope, body, present);
    this.#of(scope).set(command.id, command);
    this.#world.tell({ kind: 'commands' });
    return { command, created: present === undefined };
  }

  /** @throws ApiError 10063 */
  remove(scope: Scope, id: string): void {
    this.get(scope, id);
    this.#of(scope).delete(id);
    this.#world.tell({ kind: 'commands' });
  }

  #of({ guildId }: Scope): Map<string, APIApplicationCommand> {
    const commands = this.#scopes.get(guildId) ?? new Map<string, APIApplicationCommand>();
    this.#scopes.set(guildId, commands);
    return commands;
  }

  #made(
    { guildId }: Scope,
    body: CommandBody,
    present: APIApplicationCommand | undefined,
  ): APIApplicationCommand {
    return {
      ...body,
      id: present?.id ?? this.#world.ids.next(),
      application_id: this.#world.applicationId,
      version: this.#world.ids.next(),
      ...(guildId !== null && { guild_id: guildId }),
    } as unknown as APIApplicationCommand;
  }

  #checkCounts(commands: readonly { readonly type: ApplicationCommandType }[]): void {
    const count = (type: ApplicationCommandType) => commands.filter((c) => c.type === type).length;
    const over =
      count(ApplicationCommandType.ChatInput) > limits.command.chatInput ||
      count(ApplicationCommandType.Message) > limits.command.menu ||
      count(ApplicationCommandType.User) > limits.command.menu;
    if (over) throw new ApiError(400, 30_032, 'Maximum number of application commands reached');
  }

  #countCreated({ guildId }: Scope, count: number): void {
    const now = Date.now();
    const today = (this.#created.get(guildId) ?? []).filter((at) => now - at < DAY_MS);
    if (today.length + count > limits.command.createdADay)
      throw new ApiError(
        429,
        30_034,
        `Max number of daily application command creates has been reached (${limits.command.createdADay})`,
      );
    this.#created.set(guildId, [...today, ...Array<number>(count).fill(now)]);
  }
}
