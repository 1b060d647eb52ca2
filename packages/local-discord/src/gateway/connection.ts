import { GatewayCloseCodes as Close, GatewayOpcodes as Op } from 'discord-api-types/v10';
import type { WebSocket } from 'ws';
import { limits } from '../limits.js';
import { areIntents, PRIVILEGED } from './intents.js';
import type { Session } from './session.js';
import { ZlibStream } from './zlib-stream.js';

const MAX_PAYLOAD = 4096;
const COMMANDS = { limit: 120, perMs: 60_000 };

type Fields = Readonly<Record<string, unknown>>;

/** What a connection needs to know and do. */
export interface ConnectionContext {
  readonly heartbeatMs: number;
  readonly token: string;
  readonly privilegedIntents: number;
  /** False while a test lets heartbeats go unanswered. */
  answersHeartbeats(): boolean;
  /** Whether a shard may identify now: `max_concurrency` of them may every five seconds. */
  mayIdentify(shardId: number): boolean;
  /** How many servers a shard has. */
  guildsOf(shard: readonly [number, number]): number;
  /** Begins a session and sends READY. */
  begin(intents: number, shard: readonly [number, number], send: (text: string) => void): Session;
  find(sessionId: string): Session | undefined;
  /** The connection is gone. @param resumable whether the session waits to be resumed */
  ended(session: Session, resumable: boolean): void;
  resumed(session: Session): void;
}

/** One WebSocket of a bot: hello, identify or resume, heartbeats, and Discord's close codes for what is wrong. */
export class Connection {
  readonly #socket: WebSocket;
  readonly #context: ConnectionContext;
  readonly #zombieCheck: NodeJS.Timeout;
  readonly #stream: ZlibStream | null;
  #session: Session | null = null;
  #lastHeartbeat = performance.now();
  #commands: number[] = [];

  /** @param compressed whether everything is sent through one zlib stream ("compress=zlib-stream") */
  constructor(socket: WebSocket, context: ConnectionContext, compressed: boolean) {
    this.#socket = socket;
    this.#stream = compressed ? new ZlibStream((bytes) => socket.send(bytes)) : null;
    this.#context = context;
    const { heartbeatMs } = context;
    this.#zombieCheck = setInterval(() => {
      if (performance.now() - this.#lastHeartbeat > heartbeatMs * 1.5)
        this.close(Close.SessionTimedOut, 'Session timed out.');
    }, heartbeatMs / 2);
    this.#zombieCheck.unref();
    socket.on('message', (raw) => this.#receive(raw.toString()));
    socket.on('error', () => undefined);
    socket.on('close', (code) => {
      clearInterval(this.#zombieCheck);
      this.#stream?.close();
      const session = this.#session;
      this.#session = null;
      if (!session) return;
      session.attach(null);
      context.ended(session, code !== 1000 && code !== 1001);
    });
    this.#send(Op.Hello, { heartbeat_interval: heartbeatMs, _trace: [] });
  }

  get session(): Session | null {
    return this.#session;
  }

  close(code: number, reason: string): void {
    this.#socket.close(code, reason);
  }

  /** Asks the bot to connect again and to resume. */
  askToReconnect(): void {
    this.#send(Op.Reconnect, null);
  }

  /** Tells the bot that its session has ended. */
  invalidate(resumable: boolean): void {
    this.#send(Op.InvalidSession, resumable);
  }

  /** Cuts the line without a word. */
  cut(): void {
    this.#socket.terminate();
  }

  #send(op: Op, d: unknown): void {
    this.#write(JSON.stringify({ op, d, s: null, t: null }));
  }

  #write(text: string): void {
    if (this.#stream) this.#stream.send(text);
    else this.#socket.send(text);
  }

  #receive(text: string): void {
    const payload = text.length > MAX_PAYLOAD ? null : parsed(text);
    if (this.#tooMany()) this.close(Close.RateLimited, 'Rate limited.');
    else if (payload === null) this.close(Close.DecodeError, 'Error while decoding payload.');
    else this.#take(payload.op, payload.d ?? {});
  }

  #take(op: unknown, data: Fields): void {
    switch (op) {
      case Op.Heartbeat:
        this.#lastHeartbeat = performance.now();
        if (this.#context.answersHeartbeats()) this.#send(Op.HeartbeatAck, null);
        break;
      case Op.Identify:
        this.#identify(data);
        break;
      case Op.Resume:
        this.#resume(data);
        break;
      case Op.PresenceUpdate:
      case Op.VoiceStateUpdate:
      case Op.RequestGuildMembers:
        if (!this.#session) this.close(Close.NotAuthenticated, 'Not authenticated.');
        break;
      default:
        this.close(Close.UnknownOpcode, 'Unknown opcode.');
    }
  }

  #identify({ token, intents, shard }: Fields): void {
    const [id, count] = Array.isArray(shard) ? shard : [0, 1];
    const isShard = Number.isInteger(id) && Number.isInteger(count) && id >= 0 && id < count;
    if (this.#session) this.close(Close.AlreadyAuthenticated, 'Already authenticated.');
    else if (!this.#isToken(token)) this.close(Close.AuthenticationFailed, 'Authentication failed.');
    else if (!areIntents(intents)) this.close(Close.InvalidIntents, 'Invalid intent(s).');
    else if (intents & PRIVILEGED & ~this.#context.privilegedIntents)
      this.close(Close.DisallowedIntents, 'Disallowed intent(s).');
    else if (!isShard) this.close(Close.InvalidShard, 'Invalid shard.');
    else if (this.#context.guildsOf([id, count]) > limits.gateway.guildsAShard)
      this.close(Close.ShardingRequired, 'Sharding required.');
    else if (!this.#context.mayIdentify(id)) this.invalidate(false);
    else this.#session = this.#context.begin(intents, [id, count], (text) => this.#write(text));
  }

  #resume({ token, session_id: id, seq }: Fields): void {
    const session = typeof id === 'string' ? this.#context.find(id) : undefined;
    if (this.#session) this.close(Close.AlreadyAuthenticated, 'Already authenticated.');
    else if (!this.#isToken(token)) this.close(Close.AuthenticationFailed, 'Authentication failed.');
    else if (!session || session.isConnected || typeof seq !== 'number') this.invalidate(false);
    else if (!session.canReplay(seq)) this.close(Close.InvalidSeq, 'Invalid seq.');
    else {
      this.#session = session;
      session.attach((text) => this.#write(text));
      session.replay(seq);
      session.dispatch('RESUMED', { _trace: [] });
      this.#context.resumed(session);
    }
  }

  #isToken(token: unknown): boolean {
    return typeof token === 'string' && token.replace(/^Bot /, '') === this.#context.token;
  }

  #tooMany(): boolean {
    const now = performance.now();
    this.#commands = this.#commands.filter((at) => now - at < COMMANDS.perMs);
    this.#commands.push(now);
    return this.#commands.length > COMMANDS.limit;
  }
}

function parsed(text: string): { readonly op?: unknown; readonly d?: Fields | null } | null {
  try {
    const payload: unknown = JSON.parse(text);
    return typeof payload === 'object' ? payload : null;
  } catch {
    return null;
  }
}
