import { randomBytes } from 'node:crypto';
import { GatewayOpcodes } from 'discord-api-types/v10';
import type { Dispatch } from './dispatches.js';

/** How many events are kept to be replayed when a session resumes. */
const REPLAYED = 2000;

/** A bot's session: what it gets, and what it missed while its connection was down. */
export class Session {
  readonly id = randomBytes(16).toString('hex');
  readonly intents: number;
  /** Which shard of how many. */
  readonly shard: readonly [number, number];
  #sequence = 0;
  readonly #events: { readonly sequence: number; readonly text: string }[] = [];
  #send: ((text: string) => void) | null = null;

  constructor(intents: number, shard: readonly [number, number]) {
    this.intents = intents;
    this.shard = shard;
  }

  get isConnected(): boolean {
    return this.#send !== null;
  }

  /** Sends to a connection from then on; null keeps events for a resume. */
  attach(send: ((text: string) => void) | null): void {
    this.#send = send;
  }

  /** Which shard of how many gets a server's events. */
  static shardOf(guildId: string, count: number): number {
    return Number((BigInt(guildId) >> 22n) % BigInt(count));
  }

  /** Whether an event is this session's: of its shard, and asked for by its intents. */
  wants({ guildId, intents }: Dispatch): boolean {
    const [shard, count] = this.shard;
    const itsShard = guildId === null ? 0 : Session.shardOf(guildId, count);
    return shard === itsShard && (intents === 0 || (this.intents & intents) !== 0);
  }

  dispatch(name: string, data: unknown): void {
    const sequence = ++this.#sequence;
    const text = JSON.stringify({ op: GatewayOpcodes.Dispatch, t: name, s: sequence, d: data });
    this.#events.push({ sequence, text });
    if (this.#events.length > REPLAYED) this.#events.shift();
    this.#send?.(text);
  }

  /** Whether all that came after a sequence number is still kept. */
  canReplay(after: number): boolean {
    const first = this.#events[0]?.sequence ?? this.#sequence + 1;
    return after <= this.#sequence && after >= first - 1;
  }

  /** Sends again what came after a sequence number. */
  replay(after: number): void {
    for (const { sequence, text } of this.#events) if (sequence > after) this.#send?.(text);
  }
}
