import { type Client, Events } from 'discord.js';
import type { Logger } from 'pino';

/** Says in two lines that the connection to Discord was lost and is there again, however often it is tried between. */
export class Outages {
  readonly #log: Logger;
  /** When each shard lost its connection, by `performance.now()`. */
  readonly #lost = new Map<number, number>();

  constructor(log: Logger) {
    this.#log = log;
  }

  listen(client: Client): void {
    client.on(Events.ShardReconnecting, (shard) => this.#isLost(shard, null));
    client.on(Events.ShardError, (error, shard) => this.#isLost(shard, error));
    client.on(Events.ShardDisconnect, ({ code }, shard) => this.#isOver(shard, code));
    client.on(Events.ShardResume, (shard) => this.#isBack(shard));
    client.on(Events.ShardReady, (shard) => this.#isBack(shard));
  }

  /** How many shards are without a connection. */
  get lost(): number {
    return this.#lost.size;
  }

  #isLost(shard: number, error: Error | null): void {
    if (this.#lost.has(shard)) return;
    this.#lost.set(shard, performance.now());
    this.#log.warn(
      { shard, ...(error && { err: error }) },
      'the connection to Discord is lost, trying again',
    );
  }

  #isBack(shard: number): void {
    const since = this.#lost.get(shard);
    if (since === undefined) return;
    this.#lost.delete(shard);
    const seconds = Math.round((performance.now() - since) / 1000);
    this.#log.info({ shard, seconds }, 'connected to Discord again');
  }

  #isOver(shard: number, code: number): void {
    this.#lost.set(shard, this.#lost.get(shard) ?? performance.now());
    this.#log.fatal({ shard, code }, 'Discord closed the connection for good: start the bot again');
  }
}
