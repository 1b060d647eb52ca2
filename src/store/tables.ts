import type { Generated, Kysely, Transaction } from 'kysely';

/**
 * What the database has, as the query builder sees it: the same on SQLite and PostgreSQL. Moments are milliseconds since
 * 1970, flags are 0 or 1, lists are JSON, and Discord's ids are texts.
 */
export interface Tables {
  readonly long_texts: {
    key: string;
    text: string;
    used_at: number;
    guild_id: string | null;
    user_id: string | null;
  };
  readonly threads: {
    thread_id: string;
    guild_id: string;
    channel_id: string;
    story: string;
    event_id: string;
    first_posted: string | null;
    last_posted: string | null;
    created_at: number;
    to_post: string;
    batch: number;
    claimed_by: string | null;
  };
  readonly talk: { channel_id: string; guild_id: string | null; event_ids: string; at: number };
  readonly known_events: { event_id: string };
  readonly known_paths: { path: string };
  readonly follows: {
    id: Generated<number>;
    guild_id: string | null;
    channel_id: string;
    user_id: string;
    direct: number;
    kind: 'story' | 'topic' | 'words';
    subject: string;
    label: string;
    created_at: number;
    without: Generated<string>;
    silent: Generated<number>;
    publish: Generated<number>;
    ping_role: string | null;
  };
  readonly outbox: {
    id: Generated<number>;
    follow_id: number;
    events: string;
    mark: string;
    attempts: Generated<number>;
    attempted_at: number | null;
    next_attempt_at: number;
    sent_message_id: string | null;
    given_up_at: number | null;
    created_at: number;
    claimed_by: string | null;
  };
  readonly digests: {
    id: Generated<number>;
    guild_id: string;
    channel_id: string;
    kind: 'on-this-day' | 'yesterday' | 'last-week';
    minute: number;
    weekday: number | null;
    time_zone: string;
    set_by: string;
    last_posted: string | null;
    attempted_at: number | null;
    next_attempt_at: Generated<number>;
    silent: Generated<number>;
    publish: Generated<number>;
    ping_role: string | null;
    claimed_by: string | null;
  };
  readonly notes: { name: string; value: string };
  readonly refused_channels: {
    channel_id: string;
    guild_id: string | null;
    since: number;
    told: Generated<string>;
  };
  readonly absent_guilds: { guild_id: string; since: number };
  readonly notices: {
    id: Generated<number>;
    user_id: string;
    kind: 'follow-refused' | 'follow-ended' | 'digest-refused' | 'digest-ended';
    channel_id: string;
    guild_id: string | null;
    label: string;
    at: number;
  };
  readonly quiet_channels: { channel_id: string; guild_id: string };
  /** Whether people found an answer right. `voter` is a mark that can't be read back, `probability` in hundredths. */
  readonly votes: {
    answer: string;
    voter: string;
    right: number;
    kind: string;
    probability: number;
    event_id: string;
    at: number;
  };
  /** The processes that share the database. */
  readonly hosts: { id: string; until: number; about: string };
  /** What one process at a time does. */
  readonly leases: { name: string; holder: string };
}

/** The database, or a transaction on it. */
export type Db = Kysely<Tables> | Transaction<Tables>;
