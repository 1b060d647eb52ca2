import type { Archive } from './archive.js';

/** The archive is asked while it is still being read. */
export class StillReading extends Error {
  override readonly name = 'StillReading';
  /** How much is read, 0 to 99. */
  readonly percent: number;

  constructor(percent: number) {
    super(`the archive is still being read (${percent} %)`);
    this.percent = percent;
  }
}

/** An archive that exists before its events are read: until then, every question to it fails with `StillReading`. */
export interface LateArchive {
  readonly archive: Archive;
  /** Resolves once it is ready. */
  readonly ready: Promise<void>;
  /** Notes how much is read. @param share from 0 to 1 */
  progress(share: number): void;
  /** Answers from this archive from then on. */
  arrived(archive: Archive): void;
}

/** Makes an archive whose events come later. */
export function lateArchive(): LateArchive {
  let percent = 0;
  let present: Archive | null = null;
  let resolveReady: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => {
    resolveReady = resolve;
  });
  const archive = new Proxy({} as Archive, {
    get(_, property) {
      if (!present) return () => Promise.reject(new StillReading(percent));
      const value = Reflect.get(present, property, present) as unknown;
      return typeof value === 'function' ? value.bind(present) : value;
    },
  });
  return {
    archive,
    ready,
    progress(share) {
      percent = Math.max(percent, Math.min(99, Math.floor(share * 100)));
    },
    arrived(arrived) {
      present = arrived;
      resolveReady();
    },
  };
}
