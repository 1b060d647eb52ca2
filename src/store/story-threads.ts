import type { Client, Row } from '@libsql/client';
import type { Clock } from '../clock.js';

/** A thread that follows a story. One story has one thread in a channel. */
export interface StoryThread {
  readonly threadId: string;
  readonly guildId: string;
  /** The channel the thread is in. */
  readonly channelId: string;
  /** The story's key, steady over changes of its events. */
  readonly story: string;
  /** The id of the event it was opened for. */
  readonly eventId: string;
  /** The ids of the first and the last event of its story that are posted, or are about to be. */
  readonly first: string;
  readonly last: string;
  /** What is decided on and still to be posted, in order: ids of events. Empty where nothing is under way. */
  readonly toPost: readonly string[];
  /** How many posts the part being posted has in all. */
  readonly batch: number;
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
    const [found] = await this.#all('channel_id = ? AND story = ?', [channelId, story]);
    return found ?? null;
  }

  /** The story that a thread follows; null for a thread that follows none. */
  async get(threadId: string): Promise<StoryThread | null> {
    const [found] = await this.#all('thread_id = ?', [threadId]);
    return found ?? null;
  }

  /** The threads of a channel whose story's key begins like this, oldest first. */
  async inChannel(channelId: string, prefix: string): Promise<StoryThread[]> {
    return this.#all('channel_id = ? AND substr(story, 1, ?) = ?', [channelId, prefix.length, prefix]);
  }

  /** The threads that have posts still to come, oldest first: what a stop or a crash left unfinished. */
  async unfinished(): Promise<StoryThread[]> {
    return this.#all("to_post <> '[]'", []);
  }

  /** Keeps a thread that was just opened. It takes the place of one that the story had there before. */
  async opened(thread: Omit<StoryThread, 'batch'>): Promise<void> {
    const { threadId, guildId, channelId, story, eventId, first, last, toPost } = thread;
    await this.#client.execute({
      sql: `INSERT OR REPLACE INTO threads
            (thread_id, guild_id, channel_id, story, event_id, first_posted, last_posted, to_post, batch, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      args: [
        threadId,
        guildId,
        channelId,
        story,
        eventId,
        first,
        last,
        JSON.stringify(toPost),
        toPost.length,
        this.#clock.now().getTime(),
      ],
    });
  }

  /**
   * Takes the next part of a story as one's own to post: true for the first who asks from this edge, false for everybody
   * after, in whatever process.
   *
   * @param edge the event the thread ends at on that side, as the one who asks saw it.
   * @param toPost the ids of the events of that part, in time order; not empty.
   */
  async claim(
    threadId: string,
    direction: 'earlier' | 'later',
    edge: string,
    toPost: readonly string[],
  ): Promise<boolean> {
    const column = direction === 'earlier' ? 'first_posted' : 'last_posted';
    const reached = (direction === 'earlier' ? toPost[0] : toPost.at(-1)) ?? edge;
    const claimed = await this.#client.execute({
      sql: `UPDATE threads SET ${column} = ?, to_post = ?, batch = ?
            WHERE thread_id = ? AND ${column} = ? AND to_post = '[]'`,
      args: [reached, JSON.stringify(toPost), toPost.length, threadId, edge],
    });
    return claimed.rowsAffected > 0;
  }

  /** Notes that the first of what was still to be posted is posted; the rest stays. */
  async told(threadId: string, rest: readonly string[]): Promise<void> {
    await this.#client.execute({
      sql: 'UPDATE threads SET to_post = ? WHERE thread_id = ?',
      args: [JSON.stringify(rest), threadId],
    });
  }

  /** Forgets a thread that was deleted, or all threads of a channel that was. */
  async remove(id: string): Promise<void> {
    await this.#client.execute({
      sql: 'DELETE FROM threads WHERE thread_id = ? OR channel_id = ?',
      args: [id, id],
    });
  }

  async #all(where: string, args: (string | number)[]): Promise<StoryThread[]> {
    const { rows } = await this.#client.execute({
      sql: `SELECT * FROM threads WHERE ${where} ORDER BY created_at, thread_id`,
      args,
    });
    return rows.map(threadOf);
  }
}

function threadOf(row: Row): StoryThread {
  return {
    threadId: String(row.thread_id),
    guildId: String(row.guild_id),
    channelId: String(row.channel_id),
    story: String(row.story),
    eventId: String(row.event_id),
    first: String(row.first_posted),
    last: String(row.last_posted),
    toPost: JSON.parse(String(row.to_post)) as string[],
    batch: Number(row.batch),
  };
}
