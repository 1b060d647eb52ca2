import { type FullDay, readFullDay } from '../time/full-day.js';

/** What the name of a file says of its event. */
export interface FileName {
  /** The day that the name begins with; null where it begins with none. */
  readonly day: FullDay | null;
  /** The name without its day and its ending: a slug or a title. */
  readonly rest: string;
}

/** Jekyll's posts, Obsidian's daily notes and Logseq's journals; and notes that are named by a day without marks. */
const LEADING_DAY = /^(?:\d{4}([-_.])\d{1,2}\1\d{1,2}|[12]\d{7})(?=[-_. ]|$)/;

/** Reads the name of a file: "/_posts/2016-04-08-slug.md", "/20160408 Title.md", "/8 avril 2016.md". */
export function readFileName(path: string): FileName {
  const stem = path.slice(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));
  const leading = LEADING_DAY.exec(stem);
  if (leading) {
    const [written, mark] = leading;
    const day = readFullDay(written.replaceAll('_', '-'));
    // Eight figures that are no day are a number of another kind.
    if (day?.kind === 'date' || mark !== undefined)
      return { day, rest: stem.slice(written.length).replace(/^[-_. ]+/, '') };
  }
  const day = /\d/.test(stem) ? readFullDay(stem) : null;
  return day ? { day, rest: '' } : { day, rest: stem };
}
