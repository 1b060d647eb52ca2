import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { WebSocketServer } from 'ws';
import { Faults } from './faults.js';
import { Gateway } from './gateway/gateway.js';
import { type Deadlines, discordDeadlines, Interactions } from './interactions/interactions.js';
import type { LocalState } from './local-state.js';
import { isLoopbackHost, isOwnOrigin } from './loopback.js';
import { pageRoutes } from './page-routes.js';
import { PageSockets } from './page-socket.js';
import { Admin } from './people/admin.js';
import { Person } from './people/person.js';
import { PersonError } from './people/person-error.js';
import { type RecordedRequest, recorder } from './recorder.js';
import { RateLimits } from './rest/rate-limits.js';
import { restApp } from './rest/rest-app.js';
import { Attachments } from './world/attachments.js';
import { archiveQuietThreads } from './world/auto-archive.js';
import { CommandBook } from './world/command-book.js';
import { addServers } from './world/many-servers.js';
import { Nonces } from './world/nonces.js';
import { addPerson, seedWorld } from './world/seed-world.js';
import type { World } from './world/world.js';

/** The token a bot logs in with, where none is configured. Its first part names the application, as Discord's do. */
export const LOCAL_TOKEN = 'bG9jYWw.local.discord';

const ARCHIVE_EVERY_MS = 60_000;

export interface LocalDiscordOptions {
  /** Where to listen on 127.0.0.1; 0 for any free port, which is also what happens where left out. */
  readonly port?: number;
  readonly token?: string;
  readonly botName?: string;
  /** Which application the token is for: its id is made of this number; 1 where left out. */
  readonly applicationNumber?: number;
  /** Privileged intents switched on for the bot (bits of GatewayIntentBits); none where left out. */
  readonly privilegedIntents?: number;
  /** False switches rate limits off, for measuring something else. */
  readonly rateLimits?: boolean;
  /** Shorter deadlines than Discord's, so that a test need not wait for 3 s or 15 minutes. */
  readonly deadlines?: Partial<Deadlines>;
  /** How often a bot is to send a heartbeat; 41,250 as on Discord where left out. */
  readonly heartbeatMs?: number;
  /**
   * How many shards may identify every five seconds (`max_concurrency`; 1 on Discord, until a bot is in 150,000 servers).
   * Left out, shards identify when they like, so that a test can start a bot again at once.
   */
  readonly maxConcurrency?: number;
  /** The number of further servers that the bot is in. */
  readonly servers?: number;
  /** Keeps every request to the REST API in `recordedRequests`. */
  readonly record?: boolean;
  /** The folder of the built page; the one the build made where left out. */
  readonly pageFolder?: string;
  /** Random numbers from 0 to 1 for faults with a `chance`. */
  readonly random?: () => number;
}

/** Thrown where the port is taken; main says how to choose another. */
export class PortTaken extends Error {
  override readonly name = 'PortTaken';
  readonly code = 'EADDRINUSE';
  readonly port: number;

  constructor(port: number) {
    super(`port ${port} is in use`);
    this.port = port;
  }
}

/** A running Discord for one machine. */
export interface LocalDiscord {
  /** The page's address, without a slash at the end. */
  readonly url: string;
  readonly port: number;
  /** Base address of the REST API without the version, as `rest.api` of discord.js takes it. */
  readonly apiUrl: string;
  readonly token: string;
  readonly world: World;
  readonly faults: Faults;
  readonly gateway: Gateway;
  /** Requests to the REST API, oldest first, where `record` is set. */
  readonly recordedRequests: readonly RecordedRequest[];
  /** Somebody by handle: ada, ben, chloe, dan, eve. @throws PersonError */
  as(handle: string): Person;
  /** Those who run the server: they take permissions, channels or the server itself from the bot. */
  readonly admin: Admin;
  /** A new member of the server. */
  addPerson(handle: string, locale?: string): Person;
  /** Stops everything at once; nothing is left listening. */
  close(): Promise<void>;
}

/** Starts a local Discord on 127.0.0.1. @throws PortTaken */
export async function startLocalDiscord(options: LocalDiscordOptions = {}): Promise<LocalDiscord> {
  const world = seedWorld(options.botName ?? 'Dateline', options.applicationNumber);
  const state: LocalState = {
    world,
    files: new Attachments(),
    commands: new CommandBook(world),
    interactions: new Interactions(world, { ...discordDeadlines, ...options.deadlines }),
    nonces: new Nonces(),
    token: options.token ?? LOCAL_TOKEN,
    privilegedIntents: options.privilegedIntents ?? 0,
    gatewayLimits: {
      sessionsLeft: () => gateway.sessionsLeft,
      guilds: () => gateway.guilds,
      maxConcurrency: () => gateway.maxConcurrency,
    },
  };
  if (options.servers) addServers(world, options.servers);
  const faults = new Faults(options.random ?? Math.random);
  const recorded: RecordedRequest[] = [];
  const gateway = new Gateway(state, options.heartbeatMs ?? 41_250, options.maxConcurrency ?? null);
  const pages = new PageSockets(state, () => gateway.botIsConnected);

  const app = new Hono();
  app.use(async (c, next) => {
    if (!isLoopbackHost(c.req.header('host')) || !isOwnOrigin(c.req.header('origin'), c.req.header('host')))
      return c.text('This server answers to its own machine only.', 403);
    return next();
  });
  if (options.record) app.use('/api/*', recorder(recorded));
  const rateLimits = options.rateLimits === false ? null : new RateLimits();
  app.route('/', restApp(state, { faults, rateLimits }));
  app.route('/', pageRoutes(state, options.pageFolder));

  const server = createServer(getRequestListener(app.fetch));
  acceptWebSockets(server, gateway, {
    '/gateway': (socket, query) => gateway.accept(socket, query),
    '/page/socket': (socket) => pages.accept(socket),
  });
  const port = await listen(server, options.port ?? 0);
  state.files.origin = `http://127.0.0.1:${port}`;

  const archiver = setInterval(() => archiveQuietThreads(world), ARCHIVE_EVERY_MS);
  archiver.unref();

  const as = (handle: string) => {
    const account = [...world.accounts.values()].find((a) => a.handle === handle && a !== world.bot);
    if (!account) throw new PersonError(`there is nobody called "${handle}"`);
    return new Person(state, account);
  };
  return {
    url: state.files.origin,
    port,
    apiUrl: `${state.files.origin}/api`,
    token: state.token,
    world,
    faults,
    gateway,
    recordedRequests: recorded,
    as,
    admin: new Admin(world),
    addPerson: (handle, locale) => new Person(state, addPerson(world, handle, locale)),
    async close() {
      state.interactions.close();
      clearInterval(archiver);
      gateway.close();
      pages.close();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

type SocketHandlers = Readonly<
  Record<string, (socket: import('ws').WebSocket, query: URLSearchParams) => void>
>;

function acceptWebSockets(server: Server, gateway: Gateway, handlers: SocketHandlers): void {
  const upgrader = new WebSocketServer({ noServer: true, maxPayload: 1024 * 1024, perMessageDeflate: false });
  server.on('upgrade', (request, socket, head) => {
    const url = URL.parse(request.url ?? '/', 'http://127.0.0.1');
    const handler = url ? handlers[url.pathname.replace(/(?<=.)\/$/, '')] : undefined;
    const isLocal =
      isLoopbackHost(request.headers.host) && isOwnOrigin(request.headers.origin, request.headers.host);
    if (!url || !handler || !isLocal) {
      socket.end(`HTTP/1.1 ${isLocal ? '404 Not Found' : '403 Forbidden'}\r\nConnection: close\r\n\r\n`);
      return;
    }
    const refusal = url.pathname.startsWith('/gateway') ? gateway.handshakeStatus : null;
    if (refusal !== null) {
      socket.end(`HTTP/1.1 ${refusal} Service Unavailable\r\nConnection: close\r\n\r\n`);
      return;
    }
    upgrader.handleUpgrade(request, socket, head, (ws) => handler(ws, url.searchParams));
  });
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new PortTaken(port) : error),
    );
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}
