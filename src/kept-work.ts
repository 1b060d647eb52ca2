import { join } from 'node:path';
import type { Logger } from 'pino';
import type { EventArchive } from './archive/event-archive.js';
import { KeptArchive } from './archive/kept-archive.js';
import type { NewsEvent } from './events/event.js';
import type { EventLibrary } from './events/event-library.js';
import { KnownReadings } from './events/known-readings.js';

/** Those who waited for the bot ask first. */
const FIRST_AFTER_MS = 5_000;
/** What changed since is kept so often at most, in milliseconds: a crash costs the next start no more than that. */
const AGAIN_AFTER_MS = 10 * 60_000;

/** What a start works out from the events, kept in a folder for the next one. All of it can be worked out again. */
export class KeptWork {
  readonly #folder: string;
  readonly #version: string;
  readonly #log: Logger;
  readonly known: KnownReadings;

  private constructor(folder: string, version: string, known: KnownReadings, log: Logger) {
    this.#folder = folder;
    this.#version = version;
    this.#log = log;
    this.known = known;
  }

  /** @param version of the program: what another one kept isn't read. */
  static async open(dataDir: string, version: string, log: Logger): Promise<KeptWork> {
    const folder = join(dataDir, 'kept');
    const known = await KnownReadings.open(join(folder, 'files.bin'), version);
    return new KeptWork(folder, version, known, log);
  }

  /** What an earlier run had made of events; null where there is nothing that can be used. */
  archive(events: readonly NewsEvent[]): Promise<KeptArchive | null> {
    return KeptArchive.open(this.#indexes, this.#version, events);
  }

  /** Keeps the work soon after a start, and again from time to time while events change; gives what ends it. */
  follow(library: EventLibrary, archive: EventArchive): () => Promise<void> {
    const stopped = new AbortController();
    let keeping: Promise<void> = Promise.resolve();
    let known: readonly NewsEvent[] | null = null;
    const keep = async () => {
      const { events } = library;
      if (known?.length === events.length && known.every((event, i) => event === events[i])) return;
      await library.keep(this.known, stopped.signal);
      await archive.keep(this.#indexes, this.#version, stopped.signal);
      known = events;
    };
    const begin = () => {
      keeping = keep().catch((error) => this.#log.warn({ err: error }, 'what was indexed could not be kept'));
    };
    const first = setTimeout(begin, FIRST_AFTER_MS);
    const again = setInterval(begin, AGAIN_AFTER_MS);
    return () => {
      clearTimeout(first);
      clearInterval(again);
      stopped.abort();
      return keeping;
    };
  }

  get #indexes(): string {
    return join(this.#folder, 'indexes.bin');
  }
}
