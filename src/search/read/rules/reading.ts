import type { Measure } from './measure.js';
import type { Token } from './tagged-text.js';
import type { Wanted } from './wanted.js';

/** Where in its clause the thing asked for stands: who did it, whom it was done to, or neither is clear. */
export type Gap = 'subject' | 'object' | 'other';

export interface AskedFor {
  readonly wanted: Wanted;
  /** The noun that names the kind asked for, as its dictionary form: "which Labour MP" -> "mp", "how many jobs" -> "job". */
  readonly head: string | null;
  readonly measure: Measure | null;
  /** Whether several are asked for: "which two islands". */
  readonly many: boolean;
  readonly gap: Gap;
}

/** What a question asks for, and the tokens that do nothing but ask. */
export type Reading = AskedFor & { readonly asking: readonly Token[] };
