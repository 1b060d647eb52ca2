import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { CalendarDate } from '../../events/calendar-date.js';
import type { AtomicWriter } from './atomic-write.js';

const monthFile = z.record(z.string(), z.record(z.string(), z.string()));
/** By date, then by the file's name. */
type Hashes = Map<string, Map<string, string>>;

/**
 * The hash of each file as it was last written, kept beside the manifest as one JSON file a month:
 * `import/written/2016-04.json`. It spares a run the reading of every file that is as it should be; what is missing
 * here is read from the file itself.
 */
export class Written {
  readonly #folder: string;
  readonly #months = new Map<string, Hashes>();
  readonly #changed = new Set<string>();

  constructor(contentDir: string) {
    this.#folder = join(contentDir, 'import', 'written');
  }

  /** The hash a day's file was written with; undefined where none is known. */
  hashOf(date: CalendarDate, name: string): string | undefined {
    return this.#month(date).get(date)?.get(name);
  }

  note(date: CalendarDate, name: string, hash: string): void {
    const month = this.#month(date);
    const day = month.get(date) ?? new Map<string, string>();
    month.set(date, day.set(name, hash));
    this.#changed.add(date.slice(0, 7));
  }

  /** Writes the months that changed. The order in them does not depend on how often a run was cut off. */
  save(writer: AtomicWriter): void {
    for (const month of this.#changed) {
      const lines = sorted(this.#months.get(month) ?? new Map<string, Map<string, string>>()).map(
        ([date, hashes]) => `\n"${date}":${JSON.stringify(Object.fromEntries(sorted(hashes)))}`,
      );
      writer.write(this.#fileOf(month), Buffer.from(`{${lines.join(',')}}\n`));
    }
    this.#changed.clear();
  }

  #month(date: CalendarDate): Hashes {
    const month = date.slice(0, 7);
    const hashes = this.#months.get(month) ?? readMonth(this.#fileOf(month));
    this.#months.set(month, hashes);
    return hashes;
  }

  #fileOf(month: string): string {
    return join(this.#folder, `${month}.json`);
  }
}

/** A file that is damaged knows nothing. */
function readMonth(file: string): Hashes {
  if (!existsSync(file)) return new Map();
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return new Map();
  }
  const { data = {} } = monthFile.safeParse(json);
  return new Map(Object.entries(data).map(([date, hashes]) => [date, new Map(Object.entries(hashes))]));
}

function sorted<T>(map: ReadonlyMap<string, T>): [string, T][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1));
}
