import { setTimeout } from 'node:timers/promises';
import type { CalendarDate } from '../events/calendar-date.js';
import type { DateSpan } from '../events/date-span.js';
import type { NewsEvent } from '../events/event.js';
import { eventPrint } from '../events/event-print.js';
import { inIdleTurns, inTurns } from '../in-turns.js';
import { writeKept } from '../kept/kept-file.js';
import { isChinese } from '../search/chinese/chinese-text.js';
import type { EngineModels } from '../search/encode/open-models.js';
import { SearchEngine } from '../search/search-engine.js';
import type { Answer, OutOfScope, SearchPage, SearchRequest } from './answer.js';
import type { Archive, AskOptions } from './archive.js';
import { ask, notLookedUp } from './ask.js';
import { answerInConversation, leans } from './conversation/answer-in-conversation.js';
import { DateArchive } from './date-archive.js';
import type { DateReading, DaySummary, NamedEvents, OnThisDay, SpanSummary, TopicSummary } from './dates.js';
import { answerFollowUp, nothingToGoOnFrom, type SpokenOf } from './follow-up/answer-follow-up.js';
import { type FollowUp, readFollowUp } from './follow-up/read-follow-up.js';
import { holdsAll, type Interest, meeting, tellingTerms } from './interest.js';
import { eventsToKeep, type KeptArchive } from './kept-archive.js';
import { type Naming, readDate } from './read-date.js';
import { search } from './search.js';
import { answerSeveral, severalIntent } from './several/answer-several.js';
import type { Story } from './story/story.js';
import { StoryFinder } from './story/story-finder.js';
import { warmUpQuestions } from './warm-up.js';

/** Words that questions asked ahead are made of. */
const FREQUENT_WORDS = 500;

/** At most this many events that words may name are given. */
const NAMED = 6;

/** From this probability on a request for several events ("give me a timeline of …") is no task for a writer. */
const NO_TASK_FROM = 0.95;

/** The archive over events held in memory. */
export class EventArchive implements Archive {
  readonly #events = new Map<string, NewsEvent>();
  readonly #byId = new Map<string, NewsEvent>();
  readonly #dates = new DateArchive();
  readonly #stories: StoryFinder;
  readonly #engine: SearchEngine;
  /** Counts the changes since the start; and how many there were when all was kept that was made of the events. */
  #changes = 0;
  #keptAt = -1;

  private constructor(engine: SearchEngine, stories: StoryFinder) {
    this.#engine = engine;
    this.#stories = stories;
  }

  /**
   * Builds the index without blocking the event loop.
   *
   * @param models the learned models; without them questions are answered by their words only.
   * @param kept what an earlier run had made of these events or some of them.
   */
  static async over(
    events: readonly NewsEvent[],
    models: EngineModels | null = null,
    kept: KeptArchive | null = null,
  ): Promise<EventArchive> {
    const engine = await SearchEngine.over(events, models, await kept?.search());
    const archive = new EventArchive(engine, await StoryFinder.open(models && engine.meaning));
    if (kept) archive.#stories.restore(kept.features);
    if (kept?.isAll) archive.#keptAt = 0;
    await archive.#takeUp(events);
    return archive;
  }

  async update({ put, remove }: { put: readonly NewsEvent[]; remove: readonly string[] }): Promise<void> {
    this.#changes += 1;
    for (const path of remove) this.#drop(path);
    this.#stories.remove(remove);
    await this.#takeUp(put);
    await this.#engine.update(put, remove);
  }

  #takeUp(events: readonly NewsEvent[]): Promise<void> {
    return inTurns(events, (event) => {
      // Only now, so that an event that merely changes is there all the while.
      this.#drop(event.path);
      this.#events.set(event.path, event);
      this.#byId.set(event.id, event);
      this.#dates.put(event);
      this.#stories.put([event]);
    });
  }

  /**
   * Keeps what was made of the events for the next run, while nothing else is to do; does nothing where it is kept already.
   *
   * @throws the file system's error where the file can't be written
   */
  async keep(file: string, version: string, signal?: AbortSignal): Promise<void> {
    await this.#stories.lookAhead(signal);
    const changes = this.#changes;
    if (this.#keptAt === changes) return;
    await this.#engine.settled();
    const { index } = this.#engine;
    const indexed: { number: number; event: NewsEvent; print: number }[] = [];
    await inIdleTurns(
      index.events(),
      ([number, event]) => indexed.push({ number, event, print: eventPrint(event) }),
      signal,
    );
    if (signal?.aborted) return;
    // One that changed meanwhile is for the next time.
    const still = indexed.filter(({ number, event }) => index.event(number) === event);
    const search = await this.#engine.toKeep(
      still.map(({ number }) => number),
      signal,
    );
    if (!search) return;
    await writeKept(file, version, {
      ...eventsToKeep(still.map(({ event, print }) => ({ path: event.path, print }))),
      ...search,
      ...this.#stories.toKeep(still.map(({ event }) => event)),
    });
    this.#keptAt = changes;
  }

  #drop(path: string): void {
    const old = this.#events.get(path);
    if (!old) return;
    this.#dates.remove(old);
    this.#events.delete(path);
    // Its id may have gone over to another event of the same update.
    if (this.#byId.get(old.id) === old) this.#byId.delete(old.id);
  }

  /** Resolves when what a start leaves to the background is done. Questions wait for what they need on their own. */
  ready(): Promise<void> {
    return this.#engine.ready();
  }

  /** Resolves when every event has its vector, too; until then those without are found by their words only. */
  encoded(): Promise<void> {
    return this.#engine.encoded();
  }

  /** How far the events' vectors are; null without models. */
  get encoding() {
    return this.#engine.encoding;
  }

  /** Stops what runs in the background, the models with it. */
  close(): Promise<void> {
    return this.#engine.close();
  }

  /** Works out ahead what questions will need, while nothing else is to do; `signal` calls it off. */
  async lookAhead(signal?: AbortSignal): Promise<void> {
    await this.#stories.lookAhead(signal);
    await this.#engine.lookAhead(signal);
  }

  /**
   * Asks questions of every kind before anybody does, in a third of the time there is, so that nobody's is the first and slow one;
   * `signal` calls it off.
   */
  async warmUp(today: CalendarDate, signal?: AbortSignal): Promise<void> {
    await this.#engine.ready();
    for (const question of warmUpQuestions(this.#engine.frequentWords(FREQUENT_WORDS))) {
      if (signal?.aborted) return;
      const begun = performance.now();
      // Each all the way, whatever the first look at it says.
      await this.#engine.outOfScope(question);
      await ask(this.#engine, question, { today });
      await setTimeout(2 * (performance.now() - begun), undefined, { ref: false });
    }
  }

  async extent() {
    return this.#dates.extent();
  }

  async ask(question: string, options: AskOptions): Promise<Answer> {
    await this.#engine.ready();
    const followUp = readFollowUp(question);
    const isSpoken = options.within || (options.about ?? []).length > 0;
    const goesOn = isSpoken && (followUp || leans(question, this.#engine.intentOf(question)));
    const aside = goesOn ? null : await this.#engine.outOfScope(question);
    if (aside) return (await this.#putTogether(question, aside, options)) ?? notLookedUp(question, aside);
    const inStory = options.within && (await this.#askWithin(options.within, question, followUp, options));
    if (inStory) return inStory;
    const spoken = followUp && (await this.#spokenOf(options.about ?? []));
    if (followUp && !spoken && followUp.kind !== 'leaning') return nothingToGoOnFrom(question);
    // What is asked in many ways is read by what was learned; "and then?" and Chinese by their form.
    const formal = followUp && (followUp.kind !== 'leaning' || isChinese(question) || !options.before);
    const answer =
      formal && spoken ? answerFollowUp(this.#engine, question, followUp, spoken, options) : null;
    return answer ?? this.#askInConversation(question, options);
  }

  /** Answers what needs no context, what leans on the last question, and what needs several events. */
  async #askInConversation(question: string, options: AskOptions): Promise<Answer> {
    const event = options.about?.[0] ?? null;
    const sources = { engine: this.#engine, stories: this.#stories, dates: this.#dates };
    const before = { before: options.before ?? null, event: event && (await this.event(event.id)) };
    return answerInConversation(sources, question, before, options);
  }

  /** "Give me a timeline of …" is worded like a task; null where it is one, or the events don't have what it names. */
  async #putTogether(question: string, { kind }: OutOfScope, { today }: AskOptions): Promise<Answer | null> {
    const reading = this.#engine.intentOf(question);
    if (kind !== 'task' || severalIntent(reading) === null || reading.probability < NO_TASK_FROM) return null;
    const sources = { engine: this.#engine, stories: this.#stories, dates: this.#dates };
    return answerSeveral(sources, question, reading, today);
  }

  /** The answer that the story of an event has to a question; null where it has none. */
  async #askWithin(within: NewsEvent, question: string, followUp: FollowUp | null, options: AskOptions) {
    if (followUp && followUp.kind !== 'leaning') return null;
    const story = await this.#spokenOf([within]);
    const asked = followUp ?? { kind: 'leaning', sure: false };
    const answer = story && answerFollowUp(this.#engine, question, asked, story, options);
    return answer?.answered ? answer : null;
  }

  /** What a question goes on from, as far as the archive still has it. */
  async #spokenOf(about: readonly NewsEvent[]): Promise<SpokenOf | null> {
    const [latest, ...older] = about.flatMap(({ path }) => this.#events.get(path) ?? []);
    if (!latest) return null;
    const oldest = older.at(-1);
    const stories = [latest, ...(oldest ? [oldest] : [])].map((event) => this.#stories.storyOf(event));
    return { about: [latest, ...older], stories: await Promise.all(stories) };
  }

  async search(request: SearchRequest): Promise<SearchPage> {
    await this.#engine.ready();
    return search(this.#engine, request);
  }

  async readDate(when: string, today: CalendarDate, locale?: string): Promise<DateReading> {
    return readDate(when, today, (naming) => this.named(naming, today), locale);
  }

  /**
   * The events that words name. A topic means the main one of its events, another name the one that is most prominent among those
   * found that say all of it; a sentence ("philae landed") what answers the question for its time.
   */
  async named({ words, question, isSentence }: Naming, today: CalendarDate): Promise<NamedEvents> {
    const given = await this.event(words.trim());
    if (given) return { fit: 'sure', events: [given] };
    const ofTopic = this.#dates.namedByTopic(words, NAMED);
    if (ofTopic.events.length > 0) return ofTopic;
    const { answered, direct, hits } = await this.ask(question, { today });
    const found = [...new Set([...(direct ? [direct.event] : []), ...hits.map(({ event }) => event)])];
    if (isSentence || !answered) return { fit: answered ? 'sure' : 'far', events: found.slice(0, NAMED) };
    const wanted = tellingTerms(words);
    const { fit, events } = this.#dates.standingOut(found.filter((event) => holdsAll(event, wanted)));
    return { fit, events: [...new Set([...events, ...found])].slice(0, NAMED) };
  }

  async day(date: CalendarDate): Promise<DaySummary> {
    return this.#dates.day(date);
  }

  async span(span: DateSpan): Promise<SpanSummary> {
    return this.#dates.span(span);
  }

  async onThisDay(month: number, day: number): Promise<OnThisDay> {
    return this.#dates.onThisDay(month, day);
  }

  async topic(name: string): Promise<TopicSummary | null> {
    return this.#dates.topic(name);
  }

  async readTopic(name: string, limit: number) {
    return this.#dates.readTopic(name, limit);
  }

  async story(key: string): Promise<Story | null> {
    const self = await this.event(key);
    return self ? this.#stories.storyOf(self) : null;
  }

  async meeting(interest: Interest, events: readonly NewsEvent[]): Promise<NewsEvent[]> {
    return meeting(interest, events, this);
  }

  async event(pathOrId: string): Promise<NewsEvent | null> {
    return this.#byId.get(pathOrId) ?? this.#events.get(`/${pathOrId.replace(/^\/+/, '')}`) ?? null;
  }

  async resolveEvent(text: string): Promise<NewsEvent | null> {
    const [ofTopic] = this.#dates.namedByTopic(text, 1).events;
    return (await this.event(text.trim())) ?? ofTopic ?? this.#engine.nearest(text);
  }

  async suggestEvents(typed: string, limit: number): Promise<NewsEvent[]> {
    return this.#engine.complete(typed, limit);
  }

  async suggestTopics(typed: string, limit: number) {
    return this.#dates.suggestTopics(typed, limit);
  }

  async suggestDates(typed: string, limit: number, today: CalendarDate) {
    return this.#dates.suggestDates(typed, limit, today);
  }
}
