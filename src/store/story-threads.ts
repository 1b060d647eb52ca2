import { type Selectable, sql } from 'kysely';
import type { Clock } from '../clock.js';
import type { Hosts } from './hosts.js';
import type { Db, Tables } from './tables.js';

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
  readonly #db: Db;
  readonly #clock: Clock;
  readonly #hosts: Hosts;

  constructor(db: Db, clock: Clock, hosts: Hosts) {
    this.#db = db;
    this.#clock = clock;
    this.#hosts = hosts;
  }

  /** The thread of a story in a channel. */
  async find(channelId: string, story: string): Promise<StoryThread | null> {
    const row = await this.#rows()
      .where('channel_id', '=', channelId)
      .where('story', '=', story)
      .executeTakeFirst();
    return row ? threadOf(row) : null;
  }

  /** The story that a thread follows; null for a thread that follows none. */
  async get(threadId: string): Promise<StoryThread | null> {
    const row = await this.#rows().where('thread_id', '=', threadId).executeTakeFirst();
    return row ? threadOf(row) : null;
  }

  /** The threads of a channel whose story's key begins like this, oldest first. */
  async inChannel(channelId: string, prefix: string): Promise<StoryThread[]> {
    const rows = await this.#rows()
      .where('channel_id', '=', channelId)
      .where(sql<string>`substr(story, 1, ${sql.lit(prefix.length)})`, '=', prefix)
      .execute();
    return rows.map(threadOf);
  }

  /**
   * The threads that have posts still to come and that no other host is posting in, oldest first: what a stop or a crash
   * left unfinished.
   */
  async unfinished(): Promise<StoryThread[]> {
    const rows = this.#rows().where('to_post', '<>', '[]').where(this.#hosts.isFree('threads'));
    return (await rows.execute()).map(threadOf);
  }

  /** Unfinished threads that no living host is posting in, this one included. */
  async abandoned(): Promise<StoryThread[]> {
    const rows = this.#rows().where('to_post', '<>', '[]').where(this.#hosts.isFree('threads'));
    const others = rows.where(({ or, eb }) =>
      or([eb('claimed_by', 'is', null), eb('claimed_by', '<>', this.#hosts.id)]),
    );
    return (await others.execute()).map(threadOf);
  }

  /** Whether a thread taken as `host` is still this host's to post in. */
  holds(host: string | null): boolean {
    return this.#hosts.holds(host);
  }

  /** Takes a thread for this host to post in, as the id that is given back; null while another host does. */
  async take(threadId: string): Promise<string | null> {
    const host = this.#hosts.id;
    const taken = await this.#db
      .updateTable('threads')
      .set({ claimed_by: host })
      .where('thread_id', '=', threadId)
      .where(this.#hosts.isFree('threads'))
      .executeTakeFirst();
    return taken.numUpdatedRows > 0n ? host : null;
  }

  /** Keeps a thread that was just opened, for this host. It takes the place of one that the story had there before. */
  async opened(thread: Omit<StoryThread, 'batch'>): Promise<void> {
    const { threadId, guildId, channelId, story, eventId, first, last, toPost } = thread;
    await this.#db.transaction().execute(async (tx) => {
      await tx
        .deleteFrom('threads')
        .where(({ or, and, eb }) =>
          or([
            eb('thread_id', '=', threadId),
            and([eb('channel_id', '=', channelId), eb('story', '=', story)]),
          ]),
        )
        .execute();
      await tx
        .insertInto('threads')
        .values({
          thread_id: threadId,
          guild_id: guildId,
          channel_id: channelId,
          story,
          event_id: eventId,
          first_posted: first,
          last_posted: last,
          to_post: JSON.stringify(toPost),
          batch: toPost.length,
          created_at: this.#clock.now().getTime(),
          claimed_by: this.#hosts.id,
        })
        .execute();
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
    const claimed = await this.#db
      .updateTable('threads')
      .set({
        [column]: reached,
        to_post: JSON.stringify(toPost),
        batch: toPost.length,
        claimed_by: this.#hosts.id,
      })
      .where('thread_id', '=', threadId)
      .where(column, '=', edge)
      .where('to_post', '=', '[]')
      .executeTakeFirst();
    return claimed.numUpdatedRows > 0n;
  }

  /** Notes that the first of what was still to be posted is posted; the rest stays. False where another host goes on. */
  async told(threadId: string, rest: readonly string[]): Promise<boolean> {
    const noted = await this.#db
      .updateTable('threads')
      .set({ to_post: JSON.stringify(rest) })
      .where('thread_id', '=', threadId)
      .where(this.#hosts.isFree('threads'))
      .executeTakeFirst();
    return noted.numUpdatedRows > 0n;
  }

  /** Forgets a thread that was deleted, or all threads of a channel that was. */
  async remove(id: string): Promise<void> {
    await this.#db
      .deleteFrom('threads')
      .where(({ or, eb }) => or([eb('thread_id', '=', id), eb('channel_id', '=', id)]))
      .execute();
  }

  #rows() {
    return this.#db.selectFrom('threads').selectAll().orderBy('created_at').orderBy('thread_id');
  }
}

function threadOf(row: Selectable<Tables['threads']>): StoryThread {
  return {
    threadId: row.thread_id,
    guildId: row.guild_id,
    channelId: row.channel_id,
    story: row.story,
    eventId: row.event_id,
    first: String(row.first_posted),
    last: String(row.last_posted),
    toPost: JSON.parse(row.to_post) as string[],
    batch: row.batch,
  };
}
