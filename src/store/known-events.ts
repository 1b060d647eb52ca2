import { setImmediate } from 'node:timers/promises';
import { pieces } from './pieces.js';
import type { Db } from './tables.js';

/** An event as the store names it: its id, and its path for when its wording, and with it the id, was mended since. */
export interface EventRef {
  readonly id: string;
  readonly path: string;
}

/**
 * The events that were there before: they distinguish a new event from an old one, between two runs as well. One under a known
 * path is an old one whose wording was mended; one with a known id an old one that was moved. Empty until the first
 * reading is noted, which makes nothing new.
 */
export class KnownEvents {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  /** Whether anything was ever noted. */
  async any(): Promise<boolean> {
    return (await this.#db.selectFrom('known_events').select('event_id').limit(1).execute()).length > 0;
  }

  /** Those of the events that are not known yet, and those that are but under another wording or path; in order. */
  async sift<T extends EventRef>(events: readonly T[]): Promise<{ added: T[]; changed: T[] }> {
    return sift(this.#db, events);
  }

  /** Notes events as known, without telling anybody. For the first reading of a folder. */
  async note(events: readonly EventRef[]): Promise<void> {
    await this.#db.transaction().execute((tx) => noteKnown(tx, events));
  }

  /** Forgets paths whose files went: what comes there later is another event. */
  async forget(paths: readonly string[]): Promise<void> {
    for (const some of pieces(paths))
      await this.#db.deleteFrom('known_paths').where('path', 'in', some).execute();
  }
}

/** What `KnownEvents.sift` says, also inside a transaction. */
export async function sift<T extends EventRef>(
  db: Db,
  events: readonly T[],
): Promise<{ added: T[]; changed: T[] }> {
  const ids = new Set<string>();
  const paths = new Set<string>();
  for (const some of pieces(events.map(({ id }) => id))) {
    const rows = await db
      .selectFrom('known_events')
      .select('event_id')
      .where('event_id', 'in', some)
      .execute();
    for (const row of rows) ids.add(row.event_id);
    await setImmediate();
  }
  for (const some of pieces(events.map(({ path }) => path))) {
    const rows = await db.selectFrom('known_paths').select('path').where('path', 'in', some).execute();
    for (const row of rows) paths.add(row.path);
    await setImmediate();
  }
  return {
    added: events.filter(({ id, path }) => !ids.has(id) && !paths.has(path)),
    changed: events.filter(({ id, path }) => ids.has(id) !== paths.has(path)),
  };
}

/** Notes events as known; for a transaction that does more. */
export async function noteKnown(db: Db, events: readonly EventRef[]): Promise<void> {
  for (const some of pieces(events)) {
    const ids = some.map(({ id }) => ({ event_id: id }));
    const paths = some.map(({ path }) => ({ path }));
    await db
      .insertInto('known_events')
      .values(ids)
      .onConflict((on) => on.doNothing())
      .execute();
    await db
      .insertInto('known_paths')
      .values(paths)
      .onConflict((on) => on.doNothing())
      .execute();
  }
}
