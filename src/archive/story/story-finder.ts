import type { NewsEvent } from '../../events/event.js';
import { inIdleTurns, inTurns } from '../../in-turns.js';
import type { Sections } from '../../kept/kept-file.js';
import type { EventMeaning } from '../../search/search-engine.js';
import { FeatureIndex } from './feature-index.js';
import type { StoryGround } from './find-members.js';
import { featuresToKeep, type KeptFeatures } from './kept-features.js';
import { withNear } from './main-members.js';
import { ChosenEvent } from './member-features.js';
import { findMembers } from './members.js';
import { reasonsFor } from './reasons.js';
import { isSameReport, type ReportWords, reportWords } from './same-report.js';
import type { Story, StoryEvent } from './story.js';
import { openStoryModels, type StoryModels } from './story-models.js';
import { tiesOf } from './ties.js';
import { storyTitle, storyTopic } from './title.js';
import { importanceRows, type StoryMember, turningPoints } from './turning-points.js';
import { MOST_CLOSE, MOST_TURNING_POINTS } from './weights.js';

interface Member extends StoryMember {
  /** The probability that it belongs. */
  readonly similarity: number;
  readonly folded: NewsEvent[];
}

/** More than any other event of its story has. */
const SELF = 1.5;

/** The events linked with one: `certain` where an author set the link, `computed` where it comes with what they share. */
interface Links {
  readonly certain: Set<string>;
  readonly computed: Set<string>;
}

/**
 * Finds the story of an event: its background and what came next. Features and links are indexed after a start, in turns,
 * or when the first question needs them; a story itself is worked out on demand.
 */
export class StoryFinder {
  readonly #events = new Map<string, NewsEvent>();
  readonly #links = new Map<string, Links>();
  readonly #index = new FeatureIndex();
  readonly #model: StoryModels;
  readonly #vectors: EventMeaning | null;
  readonly #waiting = new Set<NewsEvent>();
  /** What an earlier run had made of events, until all of them are indexed. */
  #kept: KeptFeatures | null = null;
  #restored: Promise<void> | null = null;
  #indexing: Promise<void> | null = null;

  private constructor(model: StoryModels, vectors: EventMeaning | null) {
    this.#model = model;
    this.#vectors = vectors;
  }

  /** @param vectors the encoder's vectors of the events; without them stories are found by their words only. */
  static async open(vectors: EventMeaning | null = null): Promise<StoryFinder> {
    return new StoryFinder(await openStoryModels(), vectors);
  }

  /** Adds events; one with a known path replaces the old. */
  put(events: Iterable<NewsEvent>): void {
    for (const event of events) {
      if (this.#events.get(event.path) === event) continue;
      this.remove([event.path]);
      this.#events.set(event.path, event);
      this.#waiting.add(event);
    }
  }

  remove(paths: Iterable<string>): void {
    for (const path of paths) {
      const event = this.#events.get(path);
      if (!event) continue;
      this.#events.delete(path);
      if (this.#waiting.delete(event)) continue;
      this.#index.remove(event);
      for (const related of event.related) {
        const links = this.#links.get(related.path);
        links?.certain.delete(path);
        links?.computed.delete(path);
      }
    }
  }

  /** Resolves when every event added so far can be found. */
  async ready(): Promise<void> {
    while (this.#waiting.size > 0) {
      this.#indexing ??= this.#indexWaiting().finally(() => {
        this.#indexing = null;
      });
      await this.#indexing;
    }
  }

  /** Indexes what was added while nothing else is to do, so that nobody has to wait for it. */
  async lookAhead(signal?: AbortSignal): Promise<void> {
    await this.#restoreFeatures();
    await inIdleTurns(this.#waiting, (event) => this.#indexOne(event), signal);
    if (this.#waiting.size === 0) this.#kept = null;
  }

  /** Takes up what an earlier run had made of events, before any is added; it is looked at when those are indexed. */
  restore(kept: KeptFeatures): void {
    this.#kept = kept;
  }

  /** The features of an earlier run get their numbers before any event is indexed. */
  async #restoreFeatures(): Promise<void> {
    if (this.#kept) this.#restored ??= this.#index.restore(this.#kept.known);
    await this.#restored;
  }

  /** What was made of events, to be kept for the next run. */
  toKeep(events: readonly NewsEvent[]): Sections {
    return featuresToKeep(
      this.#index.known,
      events.map((event) => this.#index.features(event)),
    );
  }

  /** The story of an event that was added. */
  async storyOf(self: NewsEvent): Promise<Story> {
    await this.ready();
    const slot = this.#index.slotOf(self);
    if (slot === undefined) return alone(self);
    const { certain, members, related } = this.#membersOf(self, slot);
    const all = [...members, this.#member(slot, self, 1, [])];
    const important = turningPoints(all, this.#model.importance, MOST_CLOSE);
    const shown = members.length <= MOST_CLOSE ? members : withNear(self, members, important, MOST_CLOSE);
    const kept = new Set(shown.map(({ event }) => event.path));
    const ties = tiesOf(self);
    const event = (member: Member, loose: boolean): StoryEvent => ({
      event: member.event,
      relation: inOrder(member.event, self) < 0 ? 'before' : 'after',
      why: reasonsFor(self, ties, tiesOf(member.event), certain.has(member.event.path)),
      score: member.similarity,
      loose,
      folded: member.folded,
    });
    const loosely = related.flatMap((other): Member[] => {
      const found = this.#index.event(other);
      return found && !kept.has(found.path) ? [this.#member(other, found, 0, [])] : [];
    });
    const events: StoryEvent[] = [
      ...shown.map((member) => event(member, false)),
      ...loosely.map((member, at) => ({ ...event(member, true), score: (loosely.length - at) / 1000 })),
      { event: self, relation: 'self', why: [], score: SELF, loose: false, folded: [] },
    ];
    events.sort((a, b) => inOrder(a.event, b.event));
    return {
      title: storyTitle(self, events),
      topic: storyTopic(self, events),
      total: events.length,
      events,
      turningPoints: important.slice(0, MOST_TURNING_POINTS).map((point) => point.event.id),
    };
  }

  /** Rows of IMPORTANCE_FEATURES of the events of a story, by path: what the model of importance is trained on. */
  async importanceRows(self: NewsEvent): Promise<Map<string, readonly number[]>> {
    await this.ready();
    const slot = this.#index.slotOf(self);
    if (slot === undefined) return new Map();
    const members = [...this.#membersOf(self, slot).members, this.#member(slot, self, 1, [])];
    const rows = importanceRows(members);
    return new Map(members.map(({ event }, at) => [event.path, rows[at] ?? []]));
  }

  #membersOf(self: NewsEvent, slot: number) {
    const { certain, computed } = this.#linksOf(self);
    const linked = this.#slotsOf(certain);
    const ground = this.#ground();
    const seed = {
      self: new ChosenEvent(this.#index, { slot, vector: ground.vectorOf(slot) }),
      certain: new Set([...this.#index.sameTopic(slot), ...linked]),
      linked: this.#slotsOf(computed),
    };
    const { close, related } = findMembers(ground, seed, this.#model);
    const members = this.#fold(close, reportWords(self, tiesOf(self)), linked);
    return { certain, members, related };
  }

  #member(slot: number, event: NewsEvent, similarity: number, folded: NewsEvent[]): Member {
    const links = this.#links.get(event.path);
    return {
      event,
      similarity,
      folded,
      vector: this.#vectors?.of(event) ?? null,
      features: this.#index.featuresOf(slot),
      day: this.#index.day(slot),
      linksTo: (links?.certain.size ?? 0) + (links?.computed.size ?? 0),
      get reports() {
        return this.folded.length;
      },
    };
  }

  /** What one story is looked for in; vectors are read once. */
  #ground(): StoryGround {
    const index = this.#index;
    const vectors = this.#vectors;
    const read = new Map<number, Float32Array | null>();
    const vectorOf = (slot: number) => {
      const known = read.get(slot);
      if (known !== undefined) return known;
      const event = index.event(slot);
      const vector = (event && vectors?.of(event)) ?? null;
      read.set(slot, vector);
      return vector;
    };
    return {
      index,
      vectorOf,
      nearest: (vector, count) =>
        (vectors?.nearest(vector, count) ?? []).flatMap((event) => index.slotOf(event) ?? []),
    };
  }

  #linksOf(self: NewsEvent): Links {
    const from = this.#links.get(self.path);
    const certain = new Set(from?.certain);
    const computed = new Set(from?.computed);
    for (const { path, context } of self.related) (context.length === 0 ? certain : computed).add(path);
    return { certain, computed };
  }

  #slotsOf(paths: ReadonlySet<string>): Set<number> {
    const slots = [...paths].flatMap((path) => {
      const event = this.#events.get(path);
      return event ? (this.#index.slotOf(event) ?? []) : [];
    });
    return new Set(slots);
  }

  /** Leaves one event for each thing that happened: the most similar, with its other reports folded into it. */
  #fold(close: ReadonlyMap<number, number>, own: ReportWords, certain: ReadonlySet<number>): Member[] {
    const kept: { member: Member; report: ReportWords }[] = [];
    const ranked = [...close].sort((a, b) => b[1] - a[1]);
    for (const [slot, similarity] of ranked) {
      const event = this.#index.event(slot);
      if (!event) continue;
      const report = reportWords(event, tiesOf(event));
      if (isSameReport(report, own) && !certain.has(slot)) continue;
      const same = kept.find((other) => isSameReport(other.report, report));
      if (same) same.member.folded.push(event);
      else kept.push({ member: this.#member(slot, event, similarity, []), report });
    }
    return kept.map(({ member }) => member);
  }

  async #indexWaiting(): Promise<void> {
    await this.#restoreFeatures();
    await inTurns(this.#waiting, (event) => this.#indexOne(event));
    if (this.#waiting.size === 0) this.#kept = null;
  }

  #indexOne(event: NewsEvent): void {
    this.#waiting.delete(event);
    const known = this.#kept?.of(event);
    if (known) this.#index.addKnown(event, known);
    else this.#index.add(event);
    this.#link(event);
  }

  #link(event: NewsEvent): void {
    for (const { path, context } of event.related) {
      const known = this.#links.get(path);
      const links = known ?? { certain: new Set(), computed: new Set() };
      if (!known) this.#links.set(path, links);
      (context.length === 0 ? links.certain : links.computed).add(event.path);
    }
  }
}

function alone(self: NewsEvent): Story {
  const event: StoryEvent = { event: self, relation: 'self', why: [], score: 1, loose: false, folded: [] };
  return {
    title: storyTitle(self, [event]),
    topic: storyTopic(self, [event]),
    total: 1,
    events: [event],
    turningPoints: [self.id],
  };
}

/** Time order; within a day the order of the paths, so that it is always the same. */
function inOrder(a: NewsEvent, b: NewsEvent): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
