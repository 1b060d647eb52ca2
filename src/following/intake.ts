import type { Archive } from '../archive/archive.js';
import type { Interest } from '../archive/interest.js';
import type { NewsEvent } from '../events/event.js';
import type { Follow } from '../store/follows.js';
import type { EventRef } from '../store/outbox.js';
import type { Store } from '../store/store.js';

/** What came of taking up a change. */
export interface TakenUp {
  /** Events that were not there before, under whatever path. */
  readonly added: number;
  /** Messages put down to be sent. */
  readonly parcels: number;
}

/**
 * Takes new events up: into the archive, and, for each follow they meet, into the outbox. That an event is known and
 * that its messages are put down is stored as one, so that neither a crash nor a second look tells of it twice.
 */
export class Intake {
  readonly #archive: Archive;
  readonly #store: Pick<Store, 'follows' | 'knownEvents' | 'outbox'>;

  constructor(archive: Archive, store: Pick<Store, 'follows' | 'knownEvents' | 'outbox'>) {
    this.#archive = archive;
    this.#store = store;
  }

  /** At the start: tells of what was added since the last run. The very first run only notes what there is. */
  async started(events: readonly NewsEvent[]): Promise<TakenUp> {
    const { knownEvents } = this.#store;
    if (await knownEvents.any()) return this.#tell(events);
    await knownEvents.note(events.map((event) => event.id));
    return { added: 0, parcels: 0 };
  }

  /** While running: files came, changed or went. An event whose wording changed in its file is not told anew. */
  async changed(change: {
    readonly put: readonly NewsEvent[];
    readonly remove: readonly string[];
  }): Promise<TakenUp> {
    const before = await Promise.all(change.put.map((event) => this.#archive.event(event.path)));
    await this.#archive.update(change);
    const edited = change.put.filter((event, i) => before[i]?.path === event.path);
    await this.#store.knownEvents.note(edited.map((event) => event.id));
    return this.#tell(change.put);
  }

  async #tell(events: readonly NewsEvent[]): Promise<TakenUp> {
    const { knownEvents, follows, outbox } = this.#store;
    const newIds = new Set(await knownEvents.newAmong(events.map((event) => event.id)));
    if (newIds.size === 0) return { added: 0, parcels: 0 };
    const added = events.filter((event) => newIds.has(event.id));
    const parcels: { followId: number; events: EventRef[] }[] = [];
    for (const follow of await follows.all()) {
      const met = await this.#archive.meeting(interestOf(follow), added);
      if (met.length > 0)
        parcels.push({ followId: follow.id, events: met.map(({ id, path }) => ({ id, path })) });
    }
    await outbox.put([...newIds], parcels);
    return { added: added.length, parcels: parcels.length };
  }
}

/** What a follow is interested in, as the archive understands it. */
export function interestOf({ kind, subject }: Pick<Follow, 'kind' | 'subject'>): Interest {
  switch (kind) {
    case 'topic':
      return { kind, topic: subject };
    case 'story':
      return { kind, event: subject };
    case 'words':
      return { kind, words: subject };
  }
}
