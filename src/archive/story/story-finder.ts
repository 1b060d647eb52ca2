import { dayNumber } from '../../events/calendar-date.js';
import type { NewsEvent } from '../../events/event.js';
import { inTurns } from '../../in-turns.js';
import { reasonsFor } from './reasons.js';
import { isSameReport, type ReportWords, reportWords } from './same-report.js';
import type { Story, StoryEvent } from './story.js';
import { TieIndex } from './tie-index.js';
import { type Tie, tiesOf } from './ties.js';
import { storyTitle, storyTopic } from './title.js';
import { BELONGS, FILL_TO, LINK_WEIGHT, LOOSE, MOST_CLOSE, nearness } from './weights.js';

/** So many candidates are looked at; more than a story ever shows, as some are folded. */
const CANDIDATES = 150;

interface Member {
  readonly event: NewsEvent;
  readonly score: number;
  readonly near: number;
  readonly ties: readonly Tie[];
  readonly linked: boolean;
  readonly folded: NewsEvent[];
}

/**
 * Finds the story of an event: what led to it and what came of it. Ties and links are indexed at the first question, in
 * turns, so that a start does not wait for them; a story itself is worked out on demand.
 */
export class StoryFinder {
  readonly #events = new Map<string, NewsEvent>();
  readonly #linkedFrom = new Map<string, Set<string>>();
  readonly #ties = new TieIndex();
  readonly #waiting = new Set<NewsEvent>();
  #indexing: Promise<void> | null = null;

  /** Takes events in; one with a known path replaces the old. */
  put(events: Iterable<NewsEvent>): void {
    for (const event of events) {
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
      this.#ties.remove(event);
      for (const related of event.related) this.#linkedFrom.get(related.path)?.delete(path);
    }
  }

  /** Resolves when every event taken in so far can be found. */
  async ready(): Promise<void> {
    while (this.#waiting.size > 0) {
      this.#indexing ??= this.#indexWaiting().finally(() => {
        this.#indexing = null;
      });
      await this.#indexing;
    }
  }

  /** The story of an event that was taken in. */
  async storyOf(self: NewsEvent): Promise<Story> {
    await this.ready();
    const ties = tiesOf(self);
    const members = this.#fold(this.#candidates(self, ties), reportWords(self, ties));
    const close = members.filter((m) => m.near >= BELONGS).slice(0, MOST_CLOSE);
    const rest = members
      .filter((m) => m.near < BELONGS && m.score >= LOOSE)
      .slice(0, Math.max(0, FILL_TO - close.length));
    const top = Math.max(1, ...members.map((m) => m.score)) * 1.5;
    const events: StoryEvent[] = [...close, ...rest].map((member) => ({
      event: member.event,
      relation: inOrder(member.event, self) < 0 ? 'before' : 'after',
      why: reasonsFor(self, this.#ties.shared(ties, member.ties), member.linked),
      score: member.score,
      loose: member.near < BELONGS,
      folded: member.folded,
    }));
    events.push({ event: self, relation: 'self', why: [], score: top, loose: false, folded: [] });
    events.sort((a, b) => inOrder(a.event, b.event));
    const topic = storyTopic(self, events);
    return { title: storyTitle(self, events), topic, total: events.length, events };
  }

  #candidates(self: NewsEvent, ties: readonly Tie[]): Member[] {
    const linked = new Set([...self.related.map((r) => r.path), ...(this.#linkedFrom.get(self.path) ?? [])]);
    const scores = new Map(
      this.#ties.tiedTo(self, ties, CANDIDATES).map(({ event, score }) => [event.path, score]),
    );
    for (const path of linked) {
      if (path !== self.path && this.#events.has(path))
        scores.set(path, (scores.get(path) ?? 0) + LINK_WEIGHT);
    }
    const day = dayNumber(self.date);
    const members = [...scores].flatMap(([path, score]): Member[] => {
      const event = this.#events.get(path);
      if (!event) return [];
      const near = score * nearness(Math.abs(dayNumber(event.date) - day));
      if (near < BELONGS && score < LOOSE) return [];
      return [{ event, score, near, ties: tiesOf(event), linked: linked.has(path), folded: [] }];
    });
    return members.sort((a, b) => b.score - a.score || inOrder(b.event, a.event));
  }

  /** Leaves one event for each thing that happened: the best tied, with the other reports folded into it. */
  #fold(members: readonly Member[], own: ReportWords): Member[] {
    const kept: { member: Member; report: ReportWords }[] = [];
    for (const member of members) {
      const report = reportWords(member.event, member.ties);
      if (isSameReport(report, own) && !member.linked) continue;
      const same = kept.find((other) => isSameReport(other.report, report));
      if (same) same.member.folded.push(member.event);
      else kept.push({ member, report });
    }
    return kept.map(({ member }) => member);
  }

  async #indexWaiting(): Promise<void> {
    await inTurns(this.#waiting, (event) => {
      this.#waiting.delete(event);
      this.#index(event);
    });
  }

  #index(event: NewsEvent): void {
    this.#ties.add(event);
    for (const { path } of event.related) {
      const from = this.#linkedFrom.get(path);
      if (from) from.add(event.path);
      else this.#linkedFrom.set(path, new Set([event.path]));
    }
  }
}

/** Time order; on one day the order of the paths, so that it is always the same. */
function inOrder(a: NewsEvent, b: NewsEvent): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
