import { type Context, Hono } from 'hono';
import { refuse } from '../api-error.js';
import type { LocalState } from '../local-state.js';
import { readCommand, readCommands } from '../validation/command-body.js';
import type { Scope } from '../world/command-book.js';
import { readBody } from './request-body.js';

/** Registration of commands, global and of one guild. */
export function commandRoutes(state: LocalState): Hono {
  const app = new Hono();
  const { commands } = state;
  for (const base of ['/applications/:app/commands', '/applications/:app/guilds/:guild/commands'] as const) {
    app.get(base, (c) => c.json(commands.list(scopeOf(state, c))));
    app.put(base, async (c) => {
      const scope = scopeOf(state, c);
      return c.json(commands.replace(scope, readCommands((await readBody(c)).json)));
    });
    app.post(base, async (c) => {
      const scope = scopeOf(state, c);
      const { command, created } = commands.upsert(scope, readCommand((await readBody(c)).json));
      return c.json(command, created ? 201 : 200);
    });
    const one = `${base}/:command` as const;
    app.get(one, (c) => c.json(commands.get(scopeOf(state, c), param(c, 'command'))));
    app.patch(one, async (c) => {
      const scope = scopeOf(state, c);
      const present = commands.get(scope, param(c, 'command'));
      const changes = (await readBody(c)).json as object;
      return c.json(commands.upsert(scope, readCommand({ ...present, ...changes })).command);
    });
    app.delete(one, (c) => {
      commands.remove(scopeOf(state, c), param(c, 'command'));
      return c.body(null, 204);
    });
  }
  return app;
}

function scopeOf({ world }: LocalState, c: Context): Scope {
  if (c.req.param('app') !== world.applicationId) throw refuse.missingAccess();
  const guildId = c.req.param('guild') ?? null;
  if (guildId !== null && !world.botIsIn(guildId)) throw refuse.missingAccess();
  return { guildId };
}

function param(c: Context, name: string): string {
  return c.req.param(name) ?? '';
}
