#!/usr/bin/env node
// Runs a local Discord on its own: `npx local-discord [PORT]`. Prints its address and a bot's token as
// one line of JSON, and stops on SIGINT or SIGTERM. `SERVERS=5000` makes this many further servers that the bot is in, and
// `MAX_CONCURRENCY=1` lets shards identify one after the other, as on Discord.
import { PortTaken, startLocalDiscord } from './local-discord.js';

try {
  const discord = await startLocalDiscord({
    port: Number(process.argv[2] ?? process.env.PORT ?? 0),
    servers: Number(process.env.SERVERS ?? 0),
    ...(process.env.MAX_CONCURRENCY && { maxConcurrency: Number(process.env.MAX_CONCURRENCY) }),
  });
  const { url, apiUrl, token } = discord;
  console.log(JSON.stringify({ url, apiUrl, token }));
  const stop = () => void discord.close();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
} catch (error) {
  if (!(error instanceof PortTaken)) throw error;
  console.error(`${error.message}; name another one, or 0 for any free port`);
  process.exitCode = 1;
}
