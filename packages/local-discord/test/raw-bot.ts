import { once } from 'node:events';
import { GatewayOpcodes as Op } from 'discord-api-types/v10';
import { WebSocket } from 'ws';
import type { LocalDiscord } from '../src/local-discord.js';

export interface Received {
  readonly op: number;
  readonly t: string | null;
  readonly s: number | null;
  // biome-ignore lint/suspicious/noExplicitAny: payloads of many shapes, looked into by tests
  readonly d: any;
}

/** What a REST request came to. */
export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: bodies of many shapes, looked into by tests
  readonly body: any;
}

/** A bot without a library: one WebSocket and plain HTTP, so that nothing is put right before it is sent. */
export class RawBot {
  readonly discord: LocalDiscord;
  readonly socket: WebSocket;
  readonly received: Received[] = [];
  readonly #waiting = new Set<() => void>();

  constructor(discord: LocalDiscord) {
    this.discord = discord;
    this.socket = new WebSocket(`${discord.url.replace('http', 'ws')}/gateway?v=10&encoding=json`);
    this.socket.on('message', (raw) => {
      this.received.push(JSON.parse(raw.toString()));
      for (const look of this.#waiting) look();
    });
  }

  /** A bot that has identified and got READY. */
  static async ready(discord: LocalDiscord, intents = 1): Promise<RawBot> {
    const bot = new RawBot(discord);
    await once(bot.socket, 'open');
    bot.send(Op.Identify, { token: discord.token, intents, properties: {} });
    await bot.event('READY');
    return bot;
  }

  send(op: number, d: unknown): void {
    this.socket.send(JSON.stringify({ op, d }));
  }

  /** The first event of this name, from the `from`-th payload on. */
  event(name: string, from = 0): Promise<Received> {
    return this.payload((p) => p.t === name, from);
  }

  payload(fits: (payload: Received) => boolean, from = 0): Promise<Received> {
    return new Promise((resolve) => {
      const look = () => {
        const found = this.received.slice(from).find(fits);
        if (!found) return;
        this.#waiting.delete(look);
        resolve(found);
      };
      this.#waiting.add(look);
      look();
    });
  }

  /** The code the server closes the connection with. */
  async closed(): Promise<number> {
    const [code] = await once(this.socket, 'close');
    return code;
  }

  async rest(method: string, path: string, body?: unknown, token = this.discord.token): Promise<Answered> {
    const isForm = body instanceof FormData;
    const response = await fetch(`${this.discord.apiUrl}/v10${path}`, {
      method,
      headers: {
        Authorization: `Bot ${token}`,
        ...(body !== undefined && !isForm && { 'Content-Type': 'application/json' }),
      },
      ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text,
    };
  }

  /** Registers commands everywhere. */
  register(commands: unknown): Promise<Answered> {
    return this.rest('PUT', `/applications/${this.discord.world.applicationId}/commands`, commands);
  }

  /** Sends a message to a channel by its name. */
  post(channel: string, body: unknown): Promise<Answered> {
    return this.rest('POST', `/channels/${this.discord.admin.channel(channel).id}/messages`, body);
  }

  /** Answers an interaction's first callback. */
  callback(interaction: Received, body: unknown): Promise<Answered> {
    const { id, token } = interaction.d;
    return this.rest('POST', `/interactions/${id}/${token}/callback`, body);
  }

  /** A request with an interaction's token. @param rest of the path: "/messages/@original" */
  webhook(interaction: Received, method: string, rest = '', body?: unknown): Promise<Answered> {
    const { application_id, token } = interaction.d;
    return this.rest(method, `/webhooks/${application_id}/${token}${rest}`, body);
  }
}
