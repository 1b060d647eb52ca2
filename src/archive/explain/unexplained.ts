import type { NewsEvent } from '../../events/event.js';
import type { AskedCause } from '../../search/read/rules/cause-asked.js';

/** What is known, but not why or how: the events just before it may tell. */
export interface Unexplained {
  readonly asked: AskedCause;
  /** The event that is known. */
  readonly event: NewsEvent;
  /** Earlier events of its story, in time order, the nearest of them last; may be empty. */
  readonly before: readonly NewsEvent[];
}
