import { createHash, randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Archive } from '../../archive/archive.js';
import type { MessageSender } from '../../following/message-sender.js';
import type { StoryThreads } from '../../store/story-threads.js';
import type { MessageView } from '../../views/message.js';
import { en } from '../../views/sentences/en.js';
import { brokeOffView, postMark, storyPost } from '../../views/story-thread-view.js';

/** A thread that failed for an internal reason (the database is out of reach) is retried after this long, twice as long… */
const RETRY_MS = 5_000;
/** …each time, up to this many times. */
const MOST_RETRIES = 8;
/** How often a process looks for threads that another host left unfinished, in milliseconds. */
const LOOK_MS = 30_000;

/** What posting stories in threads needs. */
export interface PosterNeeds {
  readonly archive: Archive;
  readonly threads: StoryThreads;
  readonly messages: MessageSender<MessageView>;
  readonly log: Logger;
}

/**
 * Posts what the store says is still to be posted in a thread, one post of ten events after the other, each once: a post is
 * noted when it was sent, sent with a nonce that Discord recognises for some minutes, and looked for in the thread after a
 * crash.
 */
export class ThreadPoster {
  readonly #needs: PosterNeeds;
  readonly #posting = new Map<string, Promise<unknown>>();
  readonly #failures = new Map<string, number>();
  readonly #retries = new Set<NodeJS.Timeout>();
  #looking: NodeJS.Timeout | null = null;
  #stopping = false;

  constructor(needs: PosterNeeds) {
    this.#needs = needs;
  }

  /** Whether a thread is being posted in right now. */
  isPosting(threadId: string): boolean {
    return this.#posting.has(threadId);
  }

  /**
   * Posts what is still to be posted in a thread, after what is being posted already. Never rejects.
   *
   * @param opening what a new thread begins with, where that is not posted yet.
   */
  async post(threadId: string, opening: MessageView | null = null): Promise<void> {
    const { log } = this.#needs;
    const before = this.#posting.get(threadId) ?? Promise.resolve();
    const work = before
      .then(() => this.#postAll(threadId, opening))
      .then(() => this.#failures.delete(threadId))
      .catch((error) => {
        log.error({ err: error, thread: threadId }, 'a story could not be posted');
        this.#tryLater(threadId);
      })
      .finally(() => {
        if (this.#posting.get(threadId) === work) this.#posting.delete(threadId);
      });
    this.#posting.set(threadId, work);
    await work;
  }

  #tryLater(threadId: string): void {
    const failures = (this.#failures.get(threadId) ?? 0) + 1;
    if (this.#stopping || failures > MOST_RETRIES) return;
    this.#failures.set(threadId, failures);
    const timer = setTimeout(
      () => {
        this.#retries.delete(timer);
        void this.post(threadId);
      },
      RETRY_MS * 2 ** (failures - 1),
    );
    timer.unref();
    this.#retries.add(timer);
  }

  /** Continues all that a stop or a crash left unfinished, one thread after the other; now, and when a host dies. */
  async resume(): Promise<void> {
    const { threads, log } = this.#needs;
    const look = async () => {
      for (const { threadId } of await threads.abandoned()) await this.post(threadId);
    };
    this.#looking = setInterval(
      () => void look().catch((err) => log.warn({ err }, 'unfinished threads could not be looked up')),
      LOOK_MS,
    );
    this.#looking.unref();
    for (const { threadId } of await threads.unfinished()) await this.post(threadId);
  }

  /** Stops between two posts; the rest is posted after the next start. */
  async stop(): Promise<void> {
    this.#stopping = true;
    if (this.#looking) clearInterval(this.#looking);
    for (const timer of this.#retries) clearTimeout(timer);
    await Promise.all(this.#posting.values());
  }

  async #postAll(threadId: string, opening: MessageView | null): Promise<void> {
    const { threads, archive, messages, log } = this.#needs;
    if (this.#stopping) return;
    const host = await threads.take(threadId);
    if (host === null) return;
    // The events are what counts: a thread without its opening still has the story.
    const refused = opening && (await this.#send(threadId, opening, nonceOf(threadId, 'opening')));
    if (refused) log.warn({ thread: threadId, problem: refused }, "a thread's opening could not be posted");
    const thread = await threads.get(threadId);
    const story = thread && (await archive.story(thread.eventId));
    if (!thread) return;
    for (const [at, event] of thread.toPost.entries()) {
      if (this.#stopping) return;
      // After a hang another host may be posting: then this one stops.
      if (!threads.holds(host)) return;
      const rest = thread.toPost.slice(at + 1);
      const view = story && storyPost(story, event, en);
      // Only the first may have been sent without being noted.
      const isThere = at === 0 && (await messages.find(threadId, postMark(event)).catch(() => null)) !== null;
      if (view && !isThere) {
        const problem = await this.#send(threadId, view, nonceOf(threadId, event));
        if (problem !== null) {
          const done = thread.batch - rest.length - 1;
          log.error({ thread: threadId, done, of: thread.batch, problem }, 'a thread broke off');
          await this.#send(threadId, brokeOffView(done, thread.batch, en), randomUUID().slice(0, 25));
          return;
        }
      }
      if (!(await threads.told(threadId, rest))) return;
    }
  }

  /** Sends a message; gives what went wrong, or null. */
  async #send(threadId: string, view: MessageView, nonce: string): Promise<unknown> {
    try {
      const sent = await this.#needs.messages.send(threadId, view, nonce);
      return sent.kind === 'sent' ? null : sent.reason;
    } catch (error) {
      return error;
    }
  }
}

/** Discord compares nonces over all channels, so the thread is part of it. */
function nonceOf(threadId: string, event: string): string {
  return createHash('sha256').update(`${threadId} ${event}`).digest('base64url').slice(0, 25);
}
