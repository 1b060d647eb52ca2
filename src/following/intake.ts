import type { Archive } from '../archive/archive.js';
import type { Interest } from '../archive/interest.js';
import type { NewsEvent } from '../events/event.js';
import { Turn } from '../in-turns.js';
import type { Follow } from '../store/follows.js';
import type { EventRef } from '../store/known-events.js';
import type { Store } from '../store/store.js';

/** For so long after it came a file may still be on its way: read half-written, or saved again at once. */
const ARRIVING_MS = 60_000;

/** What came of taking up a change. */
export interface TakenUp {
  /** Events that were not there before, under whatever path. */
  readonly added: number;
  /** Follows that are told of them. */
  readonly parcels: number;
}

/** An event that came a moment ago: the follows that its wording so far was put down for, by id. */
interface Arrival {
  readonly at: number;
  readonly told: Set<number>;
}

/**
 * Takes new events up: into the archive, and, for each follow they meet, into the outbox. That an event is known and
 * that its messages are put down is stored as one, so that neither a crash nor a second look tells of it twice.
 */
export class Intake {
  readonly #archive: Archive;
  readonly #store: Pick<Store, 'follows' | 'knownEvents' | 'outbox'>;
  readonly #arrivals = new Map<string, Arrival>();
  /** Taken up by the archive, by path, but not put down yet: the store failed. */
  readonly #untold = new Map<string, NewsEvent>();

  constructor(archive: Archive, store: Pick<Store, 'follows' | 'knownEvents' | 'outbox'>) {
    this.#archive = archive;
    this.#store = store;
  }

  /** At the start: tells of what was added since the last run. The very first run only notes what there is. */
  async started(events: readonly NewsEvent[]): Promise<TakenUp> {
    const { knownEvents } = this.#store;
    if (await knownEvents.any()) return this.#tell(events);
    await knownEvents.note(events);
    return { added: 0, parcels: 0 };
  }

  /**
   * While running: files came, changed or went. An event whose wording changed is not told anew; only while it is still
   * arriving, those hear of it whom the wording so far did not meet.
   */
  async changed(change: {
    readonly put: readonly NewsEvent[];
    readonly remove: readonly string[];
  }): Promise<TakenUp> {
    const { knownEvents } = this.#store;
    for (const path of change.remove) this.#untold.delete(path);
    for (const event of change.put) this.#untold.set(event.path, event);
    await this.#archive.update(change);
    const taken = await this.#tell([...this.#untold.values()]);
    this.#untold.clear();
    await knownEvents.forget(change.remove);
    return taken;
  }

  async #tell(events: readonly NewsEvent[]): Promise<TakenUp> {
    const { knownEvents, follows, outbox } = this.#store;
    const now = performance.now();
    for (const [path, { at }] of this.#arrivals) if (now - at > ARRIVING_MS) this.#arrivals.delete(path);
    const { added, changed } = await knownEvents.sift(events);
    const arrivals = new Map<string, Arrival>(
      added.map((event) => [event.path, { at: now, told: new Set<number>() }]),
    );
    for (const { path } of events) {
      const arriving = this.#arrivals.get(path);
      if (arriving) arrivals.set(path, arriving);
    }
    const news = events.filter(({ path }) => arrivals.has(path));
    const parcels: { followId: number; events: EventRef[] }[] = [];
    const turn = Turn.begin();
    for (const { id: followId, ...follow } of news.length > 0 ? await follows.all() : []) {
      const met = await this.#archive.meeting(interestOf(follow), news);
      const untold = met.filter(({ path }) => !arrivals.get(path)?.told.has(followId));
      if (untold.length > 0) parcels.push({ followId, events: untold.map(({ id, path }) => ({ id, path })) });
      if (turn.isOver) await turn.next();
    }
    await outbox.put([...added, ...changed], parcels);
    for (const [path, arrival] of arrivals) this.#arrivals.set(path, arrival);
    for (const { followId, events: told } of parcels)
      for (const { path } of told) arrivals.get(path)?.told.add(followId);
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
