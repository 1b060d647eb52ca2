import type { Archive } from '../archive/archive.js';
import type { Interest } from '../archive/interest.js';
import type { NewsEvent } from '../events/event.js';
import { Turn } from '../in-turns.js';
import type { Follow } from '../store/follows.js';
import type { EventRef } from '../store/known-events.js';
import type { Store } from '../store/store.js';
import type { DeliveryLog } from './delivery-log.js';
import { retryDelay } from './retry.js';

/** For so long after it came a file may still be on its way: read half-written, or saved again at once. */
const ARRIVING_MS = 60_000;
/** The longest pause before the store is tried again, in milliseconds. */
const LONGEST_PAUSE_MS = 30_000;

/** What came of taking up a change. */
export interface TakenUp {
  /** Events that were not there before, under whatever path. */
  readonly added: number;
  /** Follows that get them. */
  readonly parcels: number;
}

/** An event that came a moment ago: the follows that its wording so far was put down for, by id. */
interface Arrival {
  readonly at: number;
  readonly announced: Set<number>;
}

/** What an intake says while nobody waits for it. */
export interface IntakeOptions {
  readonly log?: DeliveryLog;
  /** Called when what had waited for the store is in the outbox. */
  readonly onTaken?: (taken: TakenUp) => void;
}

/**
 * Takes new events up: into the archive, and, for each follow they meet, into the outbox. That an event is known and
 * that its messages are put down is stored as one, so that neither a crash nor a second look posts it twice. While
 * the store is busy or out of reach, what is to be put down waits in memory and is tried again; what a crash takes then
 * is found to be new at the next start. Where several hosts see the same event, the first to store it announces it.
 */
export class Intake {
  readonly #archive: Archive;
  readonly #store: Pick<Store, 'follows' | 'knownEvents' | 'outbox'>;
  readonly #options: IntakeOptions;
  readonly #arrivals = new Map<string, Arrival>();
  /** Taken up by the archive, by path, but not put down yet. */
  readonly #pending = new Map<string, NewsEvent>();
  /** Paths of files that went, not yet forgotten by the store. */
  readonly #gone = new Set<string>();
  /** What there was at the start, until that is noted. */
  #first: readonly NewsEvent[] | null = null;
  #last: Promise<unknown> = Promise.resolve();
  #failures = 0;
  #retry: NodeJS.Timeout | null = null;
  #stopped = false;

  constructor(
    archive: Archive,
    store: Pick<Store, 'follows' | 'knownEvents' | 'outbox'>,
    options: IntakeOptions = {},
  ) {
    this.#archive = archive;
    this.#store = store;
    this.#options = options;
  }

  /** At the start: posts what was added since the last run. The very first run only notes what there is. */
  async started(events: readonly NewsEvent[]): Promise<TakenUp> {
    this.#first = events;
    return this.#putDown();
  }

  /**
   * While running: files came, changed or went. An event whose wording changed is not posted again; only while it is still
   * arriving, those hear of it whom the wording so far did not meet.
   */
  async changed(change: {
    readonly put: readonly NewsEvent[];
    readonly remove: readonly string[];
  }): Promise<TakenUp> {
    for (const path of change.remove) {
      this.#pending.delete(path);
      this.#gone.add(path);
    }
    for (const event of change.put) {
      this.#pending.set(event.path, event);
      this.#gone.delete(event.path);
    }
    await this.#archive.update(change);
    return this.#putDown();
  }

  /** Stops trying; what waits is found to be new at the next start. */
  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#retry) clearTimeout(this.#retry);
    await this.#last;
  }

  /** Puts down what waits, after what is being put down. Where the store fails, it is tried again later. */
  #putDown(): Promise<TakenUp> {
    const work = this.#last.then(() => this.#tryToPutDown());
    this.#last = work.catch(() => undefined);
    return work;
  }

  async #tryToPutDown(): Promise<TakenUp> {
    if (this.#retry) clearTimeout(this.#retry);
    this.#retry = null;
    try {
      const taken = await this.#putAllDown();
      if (this.#failures > 0)
        this.#options.log?.info(taken, 'the database is back: new events are picked up');
      this.#failures = 0;
      return taken;
    } catch (error) {
      this.#failures += 1;
      if (this.#failures === 1)
        this.#options.log?.warn({ err: error }, 'the database can’t be written to: new events wait for it');
      if (!this.#stopped) this.#retry = setTimeout(() => void this.#again(), this.#pause());
      return { added: 0, parcels: 0 };
    }
  }

  #pause(): number {
    return Math.min(LONGEST_PAUSE_MS, retryDelay(this.#failures, 0.5));
  }

  async #again(): Promise<void> {
    const taken = await this.#putDown();
    if (taken.added > 0 || taken.parcels > 0) this.#options.onTaken?.(taken);
  }

  async #putAllDown(): Promise<TakenUp> {
    const { knownEvents } = this.#store;
    let first: TakenUp = { added: 0, parcels: 0 };
    if (this.#first) {
      if (await knownEvents.any()) first = await this.#tell(this.#first);
      else await knownEvents.note(this.#first);
      this.#first = null;
    }
    const events = [...this.#pending.values()];
    const taken = await this.#tell(events);
    for (const event of events) if (this.#pending.get(event.path) === event) this.#pending.delete(event.path);
    const gone = [...this.#gone];
    await knownEvents.forget(gone);
    for (const path of gone) this.#gone.delete(path);
    return { added: first.added + taken.added, parcels: first.parcels + taken.parcels };
  }

  async #tell(events: readonly NewsEvent[]): Promise<TakenUp> {
    const { knownEvents, follows, outbox } = this.#store;
    const now = performance.now();
    for (const [path, { at }] of this.#arrivals) if (now - at > ARRIVING_MS) this.#arrivals.delete(path);
    const { added, changed } = await knownEvents.sift(events);
    const arrivals = new Map<string, Arrival>(
      added.map((event) => [event.path, { at: now, announced: new Set<number>() }]),
    );
    for (const { path } of events) {
      const arriving = this.#arrivals.get(path);
      if (arriving) arrivals.set(path, arriving);
    }
    const news = events.filter(({ path }) => arrivals.has(path));
    const parcels: { followId: number; events: EventRef[] }[] = [];
    const turn = Turn.begin();
    for (const follow of news.length > 0 ? await follows.all() : []) {
      const met = await this.#meeting(follow, news);
      const pending = met.filter(({ path }) => !arrivals.get(path)?.announced.has(follow.id));
      if (pending.length > 0)
        parcels.push({ followId: follow.id, events: pending.map(({ id, path }) => ({ id, path })) });
      if (turn.isOver) await turn.next();
    }
    const { first, announced } = await outbox.put([...added, ...changed], parcels, added);
    const ours = new Set(first.map(({ path }) => path));
    // What another host was first with is that host's to follow up.
    for (const { path } of added) if (!ours.has(path)) arrivals.delete(path);
    for (const [path, arrival] of arrivals) this.#arrivals.set(path, arrival);
    for (const { followId, events: met } of announced)
      for (const { path } of met) arrivals.get(path)?.announced.add(followId);
    return { added: first.length, parcels: announced.length };
  }

  /** The events a follow is to hear of: those it is about, without those that have a word it leaves out. */
  async #meeting(follow: Follow, news: readonly NewsEvent[]): Promise<readonly NewsEvent[]> {
    let met = await this.#archive.meeting(interestOf(follow), news);
    for (const words of wordsLeftOut(follow.without)) {
      if (met.length === 0) return met;
      const out = new Set(await this.#archive.meeting({ kind: 'words', words }, met));
      met = met.filter((event) => !out.has(event));
    }
    return met;
  }
}

/** The words, or phrases, that a follow leaves out: "football, world cup" has two. */
export function wordsLeftOut(without: string): string[] {
  return without
    .split(/[,;\n]/)
    .map((words) => words.trim())
    .filter((words) => words !== '');
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
