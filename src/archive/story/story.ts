import type { NewsEvent } from '../../events/event.js';

/** Why an event belongs to a story. */
export type StoryReason =
  | { readonly kind: 'linked' }
  | { readonly kind: 'same-story'; readonly story: string }
  | { readonly kind: 'shared-context'; readonly names: readonly string[] }
  | { readonly kind: 'shared-words'; readonly words: readonly string[] };

/** One event of a story. */
export interface StoryEvent {
  readonly event: NewsEvent;
  readonly relation: 'before' | 'self' | 'after';
  readonly why: readonly StoryReason[];
  /** How strongly it belongs, relative to this story; the chosen event has the highest. */
  readonly score: number;
  /** True where it only shares a name or a country and fills up a thin story; a thread need not show it. */
  readonly loose: boolean;
  /** Other reports of the same thing, folded into this one. */
  readonly folded: readonly NewsEvent[];
}

/** The line of events through one event, in time order. */
export interface Story {
  /** What a person would call it; at most 100 characters. */
  readonly title: string;
  /** The topic it goes by, as the events write it; null where only names and words tie its events. */
  readonly topic: string | null;
  readonly total: number;
  /** In time order; holds the chosen event once, with relation `self`. */
  readonly events: readonly StoryEvent[];
  /** The ids of the events that matter most for it, the most important first; at most ten. */
  readonly turningPoints: readonly string[];
}
