import { inTurns } from '../../in-turns.js';
import type { EventIndex } from '../event-index.js';
import { countBefore, countWithin, type TermDays } from './term-days.js';

/** A term that is capitalised more often than this inside sentences is part of a name. */
const NAME = 0.7;
/** The rarest names of an event that are listened to. */
const NAMES = 6;
/** Names with more events than this are in the news every day. */
const EVERYWHERE = 4000;
/** Days before and after an event in which its names are counted. */
const DAYS = 30;

export const EVENT_SIGNALS = [
  'sources',
  'relatedOut',
  'relatedIn',
  'storySize',
  'storyPlace',
  'storySilence',
  'storyAfter',
  'storyBefore',
  'riseMost',
  'riseMean',
  'afterMost',
  'silenceMost',
  'sameDay',
] as const;

const NO_SIGNALS = new Float32Array(EVENT_SIGNALS.length);

/** What the archive shows of each event apart from any question: how much follows it, whether it began something. */
export class EventSignals {
  readonly #index: EventIndex;
  readonly #days: TermDays;
  #values: Float32Array = new Float32Array(0);
  #end = -1;
  #size = -1;

  constructor(index: EventIndex, days: TermDays) {
    this.#index = index;
    this.#days = days;
  }

  /**
   * Brings the signals up to date with the index, giving way to other work every few milliseconds. Until it is done the signals are
   * those of before, and events that came since have none.
   */
  async refresh(): Promise<void> {
    const index = this.#index;
    if (this.#end === index.end && this.#size === index.size) return;
    this.#end = index.end;
    this.#size = index.size;
    const width = EVENT_SIGNALS.length;
    const values = new Float32Array(index.end * width);
    const stories = new Map<string, number[]>();
    const linked = new Map<string, number>();
    await inTurns(index.events(), ([number, event]) => {
      if (event.story !== null) {
        const days = stories.get(event.story);
        if (days) days.push(index.day(number));
        else stories.set(event.story, [index.day(number)]);
      }
      for (const { path } of event.related) linked.set(path, (linked.get(path) ?? 0) + 1);
    });
    for (const days of stories.values()) days.sort((a, b) => a - b);
    await inTurns(index.events(), ([number, event]) => {
      // One that came meanwhile waits for the next time.
      if ((number + 1) * width > values.length) return;
      const day = index.day(number);
      const story = event.story === null ? [] : (stories.get(event.story) ?? []);
      const earlier = countBefore(story, day);
      const previous = story[earlier - 1];
      const { riseMost, riseMean, afterMost, silenceMost, sameDay } = this.#names(number, day);
      values.set(
        [
          Math.log1p(event.sources.length),
          Math.log1p(event.related.length),
          Math.log1p(linked.get(event.path) ?? 0),
          Math.log1p(story.length),
          story.length > 1 ? earlier / (story.length - 1) : 0,
          previous === undefined ? 10 : Math.log1p(day - previous),
          Math.log1p(countWithin(story, day + 1, day + DAYS)),
          Math.log1p(countWithin(story, day - DAYS, day)),
          riseMost,
          riseMean,
          afterMost,
          silenceMost,
          sameDay,
        ],
        number * width,
      );
    });
    this.#values = values;
    this.#days.clear();
  }

  /**
   * Picks up what an earlier run worked out: the signals of the events in their order.
   *
   * @param isAll whether the events are those of that run, no more and no fewer: nothing is to be worked out again then.
   */
  restore(values: Float32Array, isAll: boolean): void {
    this.#values = values;
    if (!isAll) return;
    this.#end = this.#index.end;
    this.#size = this.#index.size;
  }

  /** The signals of an event, in the order of EVENT_SIGNALS; zeros for one that came since they were worked out. */
  of(event: number): Float32Array {
    const width = EVENT_SIGNALS.length;
    const from = event * width;
    return from + width <= this.#values.length ? this.#values.subarray(from, from + width) : NO_SIGNALS;
  }

  /** How prominent an event is, 0 to 1: what follows it, how often it is reported and linked to. */
  salience(event: number): number {
    const at = event * EVENT_SIGNALS.length;
    const v = this.#values;
    const sum = (v[at + 8] ?? 0) + 0.5 * (v[at + 2] ?? 0) + 0.5 * (v[at] ?? 0) + 0.3 * (v[at + 6] ?? 0);
    return 1 / (1 + Math.exp(2 - sum));
  }

  #names(event: number, day: number) {
    const { vocabulary } = this.#index;
    const names = new Map<number, number>();
    for (const id of this.#index.places(event)) {
      if (id === 0 || vocabulary.nameness(id) < NAME) continue;
      const having = vocabulary.eventsWith(id);
      if (having > 1 && having < EVERYWHERE) names.set(id, having);
    }
    const rarest = [...names].sort((a, b) => a[1] - b[1]).slice(0, NAMES);
    let riseMost = 0;
    let riseSum = 0;
    let afterMost = 0;
    let silenceMost = 0;
    let sameMost = 0;
    for (const [id] of rarest) {
      const days = this.#days.of(id);
      const earlier = countBefore(days, day);
      const before = earlier - countBefore(days, day - DAYS);
      const after = countWithin(days, day + 1, day + DAYS);
      const same = countWithin(days, day, day + 1);
      const rise = Math.log((after + 1) / (before + 1));
      const previous = days[earlier - 1];
      riseSum += rise;
      riseMost = Math.max(riseMost, rise);
      afterMost = Math.max(afterMost, after);
      sameMost = Math.max(sameMost, same);
      silenceMost = Math.max(silenceMost, previous === undefined ? 9 : Math.log1p(day - previous));
    }
    return {
      riseMost,
      riseMean: rarest.length === 0 ? 0 : riseSum / rarest.length,
      afterMost: Math.log1p(afterMost),
      silenceMost,
      sameDay: Math.log1p(sameMost),
    };
  }
}
