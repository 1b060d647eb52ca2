#!/usr/bin/env node
// Runs a local Discord on its own: `npx local-discord [PORT]`. Prints its address and a bot's token as
// one line of JSON, and stops on SIGINT or SIGTERM.
import { PortTaken, startLocalDiscord } from './local-discord.js';

try {
  const discord = await startLocalDiscord({ port: Number(process.argv[2] ?? process.env.PORT ?? 0) });
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
