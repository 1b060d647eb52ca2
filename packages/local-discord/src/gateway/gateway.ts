import { GatewayCloseCodes, GatewayIntentBits } from 'discord-api-types/v10';
import type { WebSocket } from 'ws';
import { limits } from '../limits.js';
import type { LocalState } from '../local-state.js';
import type { Channel } from '../world/channel.js';
import type { Happening } from '../world/happening.js';
import { Connection, type ConnectionContext } from './connection.js';
import { dispatchesOf, wholeGuild } from './dispatches.js';
import { Session } from './session.js';

/** How long a session whose connection is gone waits to be resumed. */
const RESUMABLE_MS = 2 * 60_000;

/** A bot may begin at most this many sessions in a day. */
const SESSIONS_A_DAY = 1000;

/** Discord's gateway, version 10: the bots' sessions, and what they are sent. */
export class Gateway implements ConnectionContext {
  readonly heartbeatMs: number;
  readonly #state: LocalState;
  readonly #sessions = new Map<string, Session>();
  readonly #forgetting = new Map<string, NodeJS.Timeout>();
  readonly #connections = new Set<Connection>();
  readonly #stopListening: () => void;
  #mute = false;
  readonly #unavailable = new Set<string>();
  #handshakeStatus: number | null = null;
  #sessionsLeft = SESSIONS_A_DAY;
  #hellosHeld = false;

  /** How many shards may identify at once; null where that is not limited. */
  readonly #maxConcurrency: number | null;
  /** When a shard last identified, by its place in `max_concurrency`. */
  readonly #identified = new Map<number, number>();

  /**
   * @param heartbeatMs how often bots are to send a heartbeat; Discord says 41,250
   * @param maxConcurrency how many shards may identify every five seconds; null for any number at any time
   */
  constructor(state: LocalState, heartbeatMs: number, maxConcurrency: number | null = null) {
    this.#state = state;
    this.#maxConcurrency = maxConcurrency;
    this.heartbeatMs = heartbeatMs;
    this.#stopListening = state.world.listen((happening) => this.#pass(happening));
  }

  get token(): string {
    return this.#state.token;
  }

  get privilegedIntents(): number {
    return this.#state.privilegedIntents;
  }

  /** Whether a bot is connected and ready. */
  get botIsConnected(): boolean {
    return [...this.#sessions.values()].some((session) => session.isConnected);
  }

  /** The HTTP status new connections are refused with; null where they are accepted. */
  get handshakeStatus(): number | null {
    return this.#handshakeStatus;
  }

  /** Refuses new connections with an HTTP status, as an outage does, or accepts them again with null. */
  refuseHandshakes(status: number | null): void {
    this.#handshakeStatus = status;
  }

  /** Lets new connections wait for their hello, or sends hellos again. */
  holdHellos(hold: boolean): void {
    this.#hellosHeld = hold;
  }

  /** How many sessions the bot may still begin today. */
  get sessionsLeft(): number {
    return this.#sessionsLeft;
  }

  /** Leaves the bot this many sessions. */
  leaveSessions(count: number): void {
    this.#sessionsLeft = count;
  }

  /** Sends every bot a dispatch as it is, however malformed. */
  sendRaw(name: string, data: unknown): void {
    for (const session of this.#sessions.values()) session.dispatch(name, data);
  }

  /** Delivers an interaction a second time, as Discord at times does. */
  deliverAgain(payload: object): void {
    this.sendRaw('INTERACTION_CREATE', payload);
  }

  /** A server goes out of reach for a while: its bots stay members. */
  guildUnavailable(guildId: string): void {
    this.#unavailable.add(guildId);
    this.sendRaw('GUILD_DELETE', { id: guildId, unavailable: true });
  }

  /** The server is in reach again. */
  guildAvailable(guildId: string): void {
    this.#unavailable.delete(guildId);
    this.#pass({ kind: 'guild-join', guildId });
  }

  /** Takes a new WebSocket. @param query of its address: version and encoding */
  accept(socket: WebSocket, query: URLSearchParams): void {
    const encoding = query.get('encoding') ?? 'json';
    const compress = query.get('compress');
    // A gateway in trouble takes a connection and then says nothing.
    if (this.#hellosHeld) return;
    if ((query.get('v') ?? '10') !== '10')
      socket.close(GatewayCloseCodes.InvalidAPIVersion, 'Invalid API version.');
    else if (encoding !== 'json') socket.close(GatewayCloseCodes.DecodeError, 'Only JSON is spoken here.');
    else if (compress !== null && compress !== 'zlib-stream')
      socket.close(GatewayCloseCodes.DecodeError, 'Only zlib-stream is known here.');
    else {
      const connection = new Connection(socket, this, compress === 'zlib-stream');
      this.#connections.add(connection);
      socket.on('close', () => this.#connections.delete(connection));
    }
  }

  answersHeartbeats(): boolean {
    return !this.#mute;
  }

  mayIdentify(shardId: number): boolean {
    if (this.#maxConcurrency === null) return true;
    const place = shardId % this.#maxConcurrency;
    const now = performance.now();
    const last = this.#identified.get(place);
    if (last !== undefined && now - last < limits.gateway.identifyMs) return false;
    this.#identified.set(place, now);
    return true;
  }

  guildsOf([id, count]: readonly [number, number]): number {
    const { world } = this.#state;
    let found = 0;
    for (const guildId of world.guilds.keys())
      if (world.botIsIn(guildId) && Session.shardOf(guildId, count) === id) found++;
    return found;
  }

  /** How many servers the bot is in. */
  get guilds(): number {
    return this.guildsOf([0, 1]);
  }

  /** How many shards may identify at once, as /gateway/bot says. */
  get maxConcurrency(): number {
    return this.#maxConcurrency ?? 1;
  }

  begin(intents: number, shard: readonly [number, number], send: (text: string) => void): Session {
    this.#sessionsLeft = Math.max(0, this.#sessionsLeft - 1);
    const session = new Session(intents, shard);
    this.#sessions.set(session.id, session);
    session.attach(send);
    const { world } = this.#state;
    const guilds = [...world.guilds.keys()].filter(
      (guildId) => world.botIsIn(guildId) && session.wants({ name: '', data: {}, intents: 0, guildId }),
    );
    session.dispatch('READY', {
      v: 10,
      user: world.bot.user,
      guilds: guilds.map((id) => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: `${this.#state.files.origin.replace(/^http/, 'ws')}/gateway`,
      shard,
      application: { id: world.applicationId, flags: 0 },
      private_channels: [],
      relationships: [],
      presences: [],
      _trace: [],
    });
    const channels = channelsByGuild(world.channels.values());
    for (const guildId of guilds)
      if (this.#unavailable.has(guildId))
        session.dispatch('GUILD_DELETE', { id: guildId, unavailable: true });
      else if (intents & GatewayIntentBits.Guilds)
        session.dispatch('GUILD_CREATE', wholeGuild(this.#state, guildId, channels.get(guildId) ?? []));
    world.tell({ kind: 'bot', connected: true });
    return session;
  }

  find(sessionId: string): Session | undefined {
    return this.#sessions.get(sessionId);
  }

  ended(session: Session, resumable: boolean): void {
    if (!resumable) this.#sessions.delete(session.id);
    else {
      const timer = setTimeout(() => this.#sessions.delete(session.id), RESUMABLE_MS);
      timer.unref();
      this.#forgetting.set(session.id, timer);
    }
    this.#state.world.tell({ kind: 'bot', connected: this.botIsConnected });
  }

  resumed(session: Session): void {
    clearTimeout(this.#forgetting.get(session.id));
    this.#forgetting.delete(session.id);
    this.#state.world.tell({ kind: 'bot', connected: true });
  }

  /** Cuts every bot's connection without a word; their sessions can be resumed. */
  cutConnections(): void {
    for (const connection of this.#connections) connection.cut();
  }

  /** Closes every bot's connection with a code. */
  closeConnections(code: number): void {
    for (const connection of this.#connections) connection.close(code, '');
  }

  /** Asks every bot to connect again (opcode 7). */
  askToReconnect(): void {
    for (const connection of this.#connections) connection.askToReconnect();
  }

  /** Ends every session (opcode 9). @param resumable whether the bot may still resume it */
  invalidateSessions(resumable = false): void {
    for (const connection of this.#connections) {
      if (!resumable && connection.session) this.#sessions.delete(connection.session.id);
      connection.invalidate(resumable);
    }
  }

  /** Leaves heartbeats unanswered from then on, as a dead connection does, or answers them again. */
  muteHeartbeats(mute: boolean): void {
    this.#mute = mute;
  }

  close(): void {
    this.#stopListening();
    for (const timer of this.#forgetting.values()) clearTimeout(timer);
    this.cutConnections();
  }

  #pass(happening: Happening, to: Iterable<Session> = this.#sessions.values()): void {
    const sessions = [...to];
    if (sessions.length === 0) return;
    for (const dispatch of dispatchesOf(this.#state, happening))
      for (const session of sessions)
        if (session.wants(dispatch)) session.dispatch(dispatch.name, dispatch.data);
  }
}

function channelsByGuild(channels: Iterable<Channel>): Map<string, Channel[]> {
  const byGuild = new Map<string, Channel[]>();
  for (const channel of channels) {
    if (channel.guildId === null) continue;
    const known = byGuild.get(channel.guildId);
    if (known) known.push(channel);
    else byGuild.set(channel.guildId, [channel]);
  }
  return byGuild;
}
