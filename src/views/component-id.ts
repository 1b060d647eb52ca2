import { type CalendarDate, parseCalendarDate } from '../events/calendar-date.js';
import { limits } from './limits.js';
import { type PackedText, packedText } from './packed-text.js';

/** How one value of a custom_id is written and read back. `read` gives undefined for what it can't have written. */
interface Field<T> {
  write(value: T): string;
  read(text: string): T | undefined;
}

const event: Field<string> = {
  write: (id) => id,
  read: (text) => (/^[\w-]{11}$/.test(text) ? text : undefined),
};
const date: Field<CalendarDate> = { write: (d) => d, read: (text) => parseCalendarDate(text) ?? undefined };
const count: Field<number> = {
  write: String,
  read: (text) => (/^\d{1,6}$/.test(text) ? Number(text) : undefined),
};
/** The number of a row of the store. */
const serial: Field<number> = {
  write: String,
  read: (text) => (/^\d{1,15}$/.test(text) ? Number(text) : undefined),
};
const mark: Field<string> = {
  write: (token) => token,
  read: (written) => (/^[\w-]{4,25}$/.test(written) ? written : undefined),
};
const text: Field<PackedText> = { write: (packed) => packed, read: packedText };
const maybe = <T>(field: Field<T>): Field<T | null> => ({
  write: (value) => (value === null ? '' : field.write(value)),
  read: (written) => (written === '' ? null : field.read(written)),
});
const oneOf = <const T extends string>(...values: T[]): Field<T> => ({
  write: (value) => value,
  read: (written) => values.find((value) => value === written),
});

/**
 * Every button and select menu of Dateline, with what its custom_id contains. A button lives as long as its message, so a
 * shape that has been out never changes: a new shape gets a new name, and the old one may go when its buttons may.
 *
 * `on` is the day the person asked, which keeps "last week" the same week when a button is pressed a month later.
 */
const shapes = {
  /** A select menu whose values are event ids: shows the chosen event. `menu` distinguishes two in one message. */
  event: { menu: count },
  /** An event's story: opens or finds its thread. */
  story: { event },
  /** The same, on a post of another story's thread as threads were until 2026. */
  branch: { event },
  /** More of a thread's story, beyond the event at its edge, as threads were until 2026. */
  more: { go: oneOf('earlier', 'later'), edge: event },
  /** Continues to post a thread's story where that stopped. */
  'go-on': {},
  /** A select menu on a post of a story's thread, whose first event names it: shows the chosen event privately. */
  'thread-event': { event },
  /** An event's story, paged in place; `page` counts from 0. */
  'story-page': { event, page: count },
  /** An event's sources as a private list. */
  sources: { event },
  /** A day's events; `page` counts from 0. */
  day: { date, page: count },
  /** A span of time; `page` counts its stories' pages from 0. `go` distinguishes buttons that may lead to the same. */
  span: {
    go: oneOf('here', 'back', 'on', 'before', 'after', 'up', 'up-2', 'one', 'two'),
    page: count,
    from: maybe(date),
    to: maybe(date),
    grain: oneOf('day', 'week', 'month', 'quarter', 'season', 'year', 'span'),
  },
  /** A select menu whose values are spans (span-value.ts): shows the chosen one. */
  times: { menu: count },
  /** The same calendar day in all years. */
  'on-this-day': { month: count, day: count, page: count },
  /** A single event. */
  open: { event },
  /** Back to the answer a message began as, given by the custom_id that shows it. */
  back: { origin: text },
  /** A topic. */
  topic: { topic: text },
  /** A select menu whose values are topics. */
  topics: { menu: count },
  /** A select menu whose values are years: the events of the topic in that year. */
  'topic-year': { on: date, topic: text },
  /** What else a question found: a select menu of event ids that keeps the question. */
  ask: { on: date, question: text },
  /** A page of what several events answer together, counted from 0. */
  several: { page: count, on: date, question: text },
  /** A select menu of new events; the mark names the message, so that a sender knows it again after a crash. */
  news: { mark },
  /** A page of a list of new events, counted from 0. */
  'news-page': { mark, page: count },
  /** A select menu whose values are follows to end. */
  unfollow: {},
  /** A select menu whose values are digests to end. */
  'digest-off': {},
  /** Whether an answer was right; `probability` in hundredths. */
  vote: {
    right: oneOf('yes', 'no'),
    shown: oneOf('words', 'day', 'yes-no', 'event'),
    probability: count,
    event,
  },
  /** The settings of a server. */
  settings: {},
  /** A select menu whose values are follows ("f12") and digests ("d3") to change. */
  setting: {},
  /** Changes one thing about a follow or a digest. */
  deliver: { what: oneOf('follow', 'digest'), id: serial, change: oneOf('silent', 'publish', 'stop') },
  /** A menu of the server's roles: which one a follow or a digest mentions, or none. */
  'ping-role': { what: oneOf('follow', 'digest'), id: serial },
  /** Switches mentions in this channel off, or on again. */
  mentions: { to: oneOf('off', 'on') },
  /** Asks whether to delete what is kept, and deletes it. */
  forget: { whose: oneOf('person', 'server'), sure: oneOf('no', 'yes') },
  /** A page of a search, counted from 0. `go` distinguishes buttons that may lead to the same page. */
  search: {
    go: oneOf('first', 'back', 'here', 'on', 'last'),
    page: count,
    on: date,
    from: maybe(date),
    to: maybe(date),
    sort: oneOf('relevance', 'newest', 'oldest'),
    topic: maybe(text),
    query: text,
  },
} as const;

type Shapes = typeof shapes;
type Value<F> = F extends Field<infer T> ? T : never;

/** The name of a kind of button or menu. */
export type ComponentKind = keyof Shapes;

/** What the custom_id of one kind of button or menu holds. */
export type ComponentIdOf<K extends ComponentKind> = {
  readonly [P in K]: { readonly kind: P } & { readonly [F in keyof Shapes[P]]: Value<Shapes[P][F]> };
}[K];

/** What the custom_id of any button or menu of Dateline holds. */
export type ComponentId = ComponentIdOf<ComponentKind>;

/** Characters a custom_id leaves for its texts (all of them together), whatever its other fields hold. */
export const textRoom = {
  ask: 85,
  several: 70,
  search: 36,
  topic: 90,
  'topic-year': 70,
  back: 95,
} as const satisfies Partial<Record<ComponentKind, number>>;

const SEPARATOR = '|';

/** Parts a custom_id from a note behind it (see way-back.ts). No field begins with its second sign, and none holds the first. */
export const MARK = '|>';

/** Writes a custom_id. Throws a RangeError over 100 characters: texts go through `packTexts` first. */
export function packComponentId(id: ComponentId): string {
  const fields = Object.entries<Field<unknown>>(shapes[id.kind] as unknown as Record<string, Field<unknown>>);
  const values = id as unknown as Record<string, unknown>;
  const packed = [id.kind, ...fields.map(([name, field]) => field.write(values[name]))].join(SEPARATOR);
  if (packed.length > limits.customId) throw new RangeError(`a custom_id is too long: ${packed}`);
  return packed;
}

/** Reads a custom_id, without a note behind it; null for one that Dateline never wrote, or no longer knows. */
export function unpackComponentId(customId: string): ComponentId | null {
  const [own = ''] = customId.split(MARK);
  const [kind, ...written] = own.split(SEPARATOR);
  if (kind === undefined || !Object.hasOwn(shapes, kind)) return null;
  const fields = Object.entries<Field<unknown>>(
    shapes[kind as ComponentKind] as unknown as Record<string, Field<unknown>>,
  );
  if (written.length !== fields.length) return null;
  const id: Record<string, unknown> = { kind };
  for (const [index, [name, field]] of fields.entries()) {
    const value = field.read(written[index] ?? '');
    if (value === undefined) return null;
    id[name] = value;
  }
  return id as unknown as ComponentId;
}
