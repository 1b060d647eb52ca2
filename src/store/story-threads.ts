import type { Client, Row } from '@libsql/client';
import type { Clock } from '../clock.js';

/** A thread that follows a story. One story has one thread in a channel. */
export interface StoryThread {
  readonly threadId: string;
  readonly guildId: string;
  /** The channel the thread stands in. */
  readonly channelId: string;
  /** The story's key, steady over changes of its events. */
  readonly story: string;
  /** The id of the event it was opened for. */
  readonly eventId: string;
  /** The ids of the first and the last event posted so far; null before the first post. */
  readonly firstPosted: string | null;
  readonly lastPosted: string | null;
  /** False while its first posts are still to come: where it was cut off, a button goes on. */
  readonly complete: boolean;
}

/** The threads that follow stories, kept in the database. */
export class StoryThreads {
  readonly #client: Client;
  readonly #clock: Clock;

  constructor(client: Client, clock: Clock) {
    this.#client = client;
    this.#clock = clock;
  }

  /** The thread of a story in a channel. */
  async find(channelId: string, story: string): Promise<StoryThread | null> {
    return this.#one('SELECT * FROM threads WHERE channel_id = ? AND story = ?', [channelId, story]);
  }

  async get(threadId: string): Promise<StoryThread | null> {
    return this.#one('SELECT * FROM threads WHERE thread_id = ?', [threadId]);
  }

  /** Keeps a thread that was just opened. It takes the place of one that the story had there before. */
  async opened(
    thread: Pick<StoryThread, 'threadId' | 'guildId' | 'channelId' | 'story' | 'eventId'>,
  ): Promise<void> {
    await this.#client.execute({
      sql: `INSERT OR REPLACE INTO threads (thread_id, guild_id, channel_id, story, event_id, created_at)
            VALUES (?, ?, ?, ?, ?, ?)`,
      args: [
        thread.threadId,
        thread.guildId,
        thread.channelId,
        thread.story,
        thread.eventId,
        this.#clock.now().getTime(),
      ],
    });
  }

  /** Notes how far the posts of a thread have come. */
  async posted(
    threadId: string,
    range: { readonly first: string; readonly last: string; readonly complete: boolean },
  ): Promise<void> {
    await this.#client.execute({
      sql: 'UPDATE threads SET first_posted = ?, last_posted = ?, complete = ? WHERE thread_id = ?',
      args: [range.first, range.last, range.complete ? 1 : 0, threadId],
    });
  }

  /** Forgets a thread that was deleted. */
  async remove(threadId: string): Promise<void> {
    await this.#client.execute({ sql: 'DELETE FROM threads WHERE thread_id = ?', args: [threadId] });
  }

  async #one(sql: string, args: string[]): Promise<StoryThread | null> {
    const { rows } = await this.#client.execute({ sql, args });
    return rows[0] ? threadOf(rows[0]) : null;
  }
}

function threadOf(row: Row): StoryThread {
  const text = (value: unknown) => (value === null || value === undefined ? null : String(value));
  return {
    threadId: String(row.thread_id),
    guildId: String(row.guild_id),
    channelId: String(row.channel_id),
    story: String(row.story),
    eventId: String(row.event_id),
    firstPosted: text(row.first_posted),
    lastPosted: text(row.last_posted),
    complete: Number(row.complete) === 1,
  };
}
